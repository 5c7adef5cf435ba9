/** Cells → a Jupyter notebook, nbformat 4.5. Pure. */
import { markdownOf } from './blocks.ts';
import type { Cell } from './cells.ts';

/** As nbformat wants text: lines, each with its end. */
const lines = (text: string): string[] => text.split(/(?<=\n)/);

/** Jupyter goes on after a cell of this tag, whatever it ends with. */
const MAY_FAIL = { tags: ['raises-exception'] };

export function notebookOf(cells: readonly Cell[]): object {
  let texts = 0;
  return {
    cells: cells.map((cell) => {
      if (cell.kind === 'text')
        return {
          cell_type: 'markdown',
          id: `text-${++texts}`,
          metadata: {},
          source: lines(markdownOf(cell.blocks, true)),
        };
      return {
        cell_type: 'code',
        execution_count: null,
        id: cell.id,
        metadata: cell.role === 'starter' || cell.role === 'fails' ? MAY_FAIL : {},
        outputs: [],
        source: lines(cell.code),
      };
    }),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

export const notebookText = (cells: readonly Cell[]): string =>
  `${JSON.stringify(notebookOf(cells), null, 1)}\n`;
