/** The rows of a text table, as written by spreadsheets and by programs. */

/** Longest table that is read: bytes of a file, or characters of a text that was pasted. */
export const MAX_SIZE = 10_000_000;

/** One row that is neither empty nor a remark. */
export interface TextRow {
  /** Its place in the text, from 1, empty rows and remarks counted: what an editor shows. */
  readonly row: number;
  /** Without the blanks around it. */
  readonly line: string;
}

/** Rows in order; left out are empty ones and remarks, which begin with #. */
export function* textRows(text: string): Generator<TextRow> {
  const ends = /\r\n|\n|\r|$/g;
  // Spreadsheets begin their files with a byte order mark.
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let row = 1; start <= text.length; row++) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    if (!end) return;
    const line = text.slice(start, end.index).trim();
    if (line !== '' && !line.startsWith('#')) yield { row, line };
    if (end[0] === '') return;
    start = end.index + end[0].length;
  }
}
