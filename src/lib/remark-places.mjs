/** Tells the components that stop the build what their author has to look at: each is given its place,
 *  `place="src/content/docs/lessons/x.mdx:12"`, which the reader's page does not hold. */
import { relative, sep } from 'node:path';

const TOLD = new Set(['Value', 'Numeric', 'Slip', 'Check', 'Predict', 'Cite', 'Term', 'HiddenNeuron']);

export default function remarkPlaces() {
  return (tree, file) => {
    const name = relative(file.cwd, file.path ?? '')
      .split(sep)
      .join('/');
    const visit = (node) => {
      if (TOLD.has(node.name) && node.attributes) {
        const line = node.position?.start.line ?? 1;
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'place', value: `${name}:${line}` });
      }
      (node.children ?? []).forEach(visit);
    };
    visit(tree);
  };
}
