/** Code as its author wrote it. Pure. MDX takes up to two spaces off the beginning of every line inside an attribute:
 *  four become two, and eight six. */

/** @param text of a property of a component
 *  @returns without the empty lines around it, its blocks four spaces apart again */
export function authoredCode(text: string): string {
  const code = text.replace(/^\n+|\s+$/g, '');
  const isCut = /^(?: {4})* {2}\S/m.test(code);
  return isCut ? code.replaceAll(/^ +(?=\S)/gm, '  $&') : code;
}
