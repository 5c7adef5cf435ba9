/** The three dots of a starter, for which a learner has to write something. Pure. */

/** Texts and comments, which may hold dots of their own. */
const SILENT = /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*$/gm;

/** @returns the first line with three dots outside of texts and comments, from 1; undefined when there is none */
export function dotsIn(code: string): number | undefined {
  const bare = code.replace(SILENT, (silent) => silent.replace(/[^\n]/g, ' '));
  const at = bare.indexOf('...');
  return at < 0 ? undefined : bare.slice(0, at).split('\n').length;
}
