/** Text from a reader inside a sentence: quoted and short, so that the sentence stays one. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
