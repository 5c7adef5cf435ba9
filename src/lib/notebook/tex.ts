/** Formulas as any other tool reads them: the macros of the course (src/lib/katex-options.mjs) written out, and its
 *  colours left out. Pure. */
import { katexOptions } from '../katex-options.mjs';

/** What is in braces is drawn as it is: \htmlClass{q-leak}{…} colours a term on the page. */
const macros: Readonly<Record<string, string>> = { ...katexOptions.macros, '\\htmlClass': '{#2}' };

const argumentsOf = (body: string) =>
  Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)));

/** The argument of a macro that begins at `from`: a group in braces, a control sequence, or one character.
 *  @returns its text without braces, and where it ends */
function argumentAt(tex: string, from: number): { text: string; end: number } {
  const start = from + (/^\s*/.exec(tex.slice(from))?.[0].length ?? 0);
  if (tex[start] !== '{') {
    const [text = ''] = /^(\\[a-zA-Z]+|\\.|.)/.exec(tex.slice(start)) ?? [];
    return { text, end: start + text.length };
  }
  let depth = 0;
  for (let k = start; k < tex.length; k++) {
    if (tex[k] === '\\') k++;
    else if (tex[k] === '{') depth++;
    else if (tex[k] === '}' && --depth === 0) return { text: tex.slice(start + 1, k), end: k + 1 };
  }
  throw new RangeError(`a brace of the formula is never closed: ${tex}`);
}

/** @param tex a formula of a lesson
 *  @throws RangeError when a brace of a macro's argument is never closed */
export function expandMacros(tex: string): string {
  const [found] = [...tex.matchAll(/\\[a-zA-Z]+/g)].filter(([name]) => Object.hasOwn(macros, name));
  if (!found) return tex;
  const [name] = found;
  const body = macros[name]!;
  let end = found.index + name.length;
  const given: string[] = [];
  for (let k = 0; k < Math.max(argumentsOf(body)); k++) {
    const argument = argumentAt(tex, end);
    given.push(argument.text);
    end = argument.end;
  }
  const written = body.replaceAll(/#(\d)/g, (_, digit) => given[Number(digit) - 1] ?? '');
  // u_\infty u and not u_\inftyu; u_{\mathrm{rest}} and not u_u_r, where the macro is itself an index.
  const before = tex.slice(0, found.index);
  const after = tex.slice(end);
  const index = /[_^]\s*$/.test(before);
  const group = index ? `{${written}}` : written;
  const gap = /\\[a-zA-Z]+$/.test(group) && /^[a-zA-Z]/.test(after) ? ' ' : '';
  return before + expandMacros(group + gap + after);
}
