/** Stops the build at a formula that KaTeX cannot draw, with file, line and reason: rehype-katex only leaves a message
 *  that nobody sees, and draws the formula's source in red. Stands behind it. */
export default function rehypeRefuseFormulas() {
  return (_tree, file) => {
    const refused = file.messages.find(({ source }) => source === 'rehype-katex');
    if (refused) file.fail(`${refused.cause?.message ?? refused.reason}; correct the formula`, refused.place);
  };
}
