/** The HTML of a slot without the paragraph that MDX puts around text on a line of its own, for places
 *  that take words but no blocks (a summary, a label). */
export function inlineHtml(html: string): string {
  const paragraph = /^\s*<p>([^]*)<\/p>\s*$/.exec(html)?.[1];
  return (paragraph === undefined || paragraph.includes('<p>') ? html : paragraph).trim();
}
