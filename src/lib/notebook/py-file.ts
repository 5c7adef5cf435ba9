/** Cells → one Python file: text as comments, `# %%` before each cell as Spyder, PyCharm and VS Code know it. Pure. */
import { plots } from '../../components/python/python-file.ts';
import { markdownOf } from './blocks.ts';
import type { Cell } from './cells.ts';

const WIDTH = 96;

/** Breaks a line of text where it is too long; what follows stands under the words, not under a list's mark. */
export function wrapped(line: string, width = WIDTH): string[] {
  const [indent = ''] = /^\s*(?:[-*] |\d+\. |> )*/.exec(line) ?? [];
  const rows: string[] = [];
  let row = indent;
  for (const word of line.slice(indent.length).split(' ')) {
    if (row.length + word.length + 1 > width && row.trim() !== indent.trim()) {
      rows.push(row.trimEnd());
      row = indent.replaceAll(/[-*\d.]/g, ' ');
    }
    row += `${word} `;
  }
  return [...rows, row.trimEnd()];
}

const comment = (text: string) =>
  text
    .split('\n')
    // A row of a table is one line or none.
    .flatMap((line) => (line.startsWith('|') ? [line] : wrapped(line)))
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');

function codeOf({ code, role }: Cell & { kind: 'code' }): string {
  if (role === 'starter')
    return `# Take the marks # away, and put your own in place of the dots.\n${comment(code)}`;
  if (role === 'fails')
    return `# This code ends in an error, as it should; take the marks # away to see it.\n${comment(code)}`;
  return plots(code) && role !== 'plot' ? `${code}\nplt.show()` : code;
}

export function pythonTextOf(cells: readonly Cell[]): string {
  const parts = cells.map((cell) =>
    cell.kind === 'text'
      ? `# %% [markdown]\n${comment(markdownOf(cell.blocks, false))}`
      : `# %%\n${codeOf(cell)}`,
  );
  return `${parts.join('\n\n')}\n`;
}
