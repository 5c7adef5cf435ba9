/** JSON from people: where it is none, a sentence says the line and the column. Browsers word it each in their
 *  own way, and some do not say where. */
import { quoted } from './quoted.ts';

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The place of the first character that cannot stand where it does (RFC 8259), and what could. */
function firstError(text: string): { at: number; wanted: string } | undefined {
  let at = 0;
  const closers: string[] = [];
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  /** What may come next: a value; a value or the end of an empty list; a name; a name or the end; … */
  let next: 'value' | 'item' | 'name' | 'member' | 'after' = 'value';
  for (;;) {
    skip(SPACE);
    const character = text[at];
    if (next === 'after') {
      const closer = closers.at(-1);
      if (closer === undefined) return at < text.length ? { at, wanted: 'the end of the text' } : undefined;
      if (character === closer) closers.pop();
      else if (character === ',') next = closer === ']' ? 'value' : 'name';
      else return { at, wanted: `a comma or ${closer}` };
      at++;
    } else if ((next === 'item' || next === 'member') && character === closers.at(-1)) {
      closers.pop();
      at++;
      next = 'after';
    } else if (next === 'name' || next === 'member') {
      if (!skip(STRING)) return { at, wanted: 'a name in double quotes' };
      skip(SPACE);
      if (text[at] !== ':') return { at, wanted: 'a colon' };
      at++;
      next = 'value';
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      next = character === '{' ? 'member' : 'item';
      at++;
    } else if (skip(STRING) || skip(SCALAR)) next = 'after';
    else return { at, wanted: 'a value' };
  }
}

/** @param name what the text is, for the sentence
 *  @throws RangeError, one sentence with line and column, when the text is no JSON */
export function parseJson(text: string, name: string): unknown {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    const { at, wanted } = firstError(bare) ?? { at: bare.length, wanted: 'a value' };
    const lines = bare.slice(0, at).split('\n');
    const place = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
    const got = at < bare.length ? quoted(bare.slice(at, at + 20).split('\n')[0] ?? '') : 'the end';
    throw new RangeError(`${name} is no JSON: ${place} should have ${wanted}, got ${got}`);
  }
}
