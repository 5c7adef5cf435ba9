/** The way to an error, as a reader of these cells needs it: only lines of their own, and the cell they stand in.
 *  Pure. */
import type { Frame, PythonError } from './messages.ts';

const CELL = 'cell:';
/** Of a function that calls itself a thousand times, so many calls are shown. */
const REPEATED = 2;

/** The steps that stand in cells of the page. */
export function ownFrames({ frames }: PythonError): Frame[] {
  return frames.filter(({ file }) => file.startsWith(CELL));
}

/** The line of the cell `id` in which it went wrong, from 1; undefined when none of its lines was reached. */
export function errorLine(error: PythonError, id: string): number | undefined {
  return ownFrames(error).findLast(({ file }) => file === CELL + id)?.line;
}

/** @param titleOf words for a cell, by its id: "Cell 2" */
export function tracebackText(error: PythonError, titleOf: (id: string) => string): string {
  const own = ownFrames(error);
  const lines: string[] = [];
  const same = (a: Frame | undefined, b: Frame | undefined) => a?.file === b?.file && a?.line === b?.line;
  for (let k = 0; k < own.length; k++) {
    let run = 1;
    while (same(own[k], own[k + run])) run++;
    const { file, line, name, text } = own[k]!;
    const where = `${titleOf(file.slice(CELL.length))}, line ${line}${name.startsWith('<') ? '' : `, in ${name}`}`;
    for (let shown = 0; shown < Math.min(run, REPEATED); shown++) lines.push(where, `    ${text}`);
    if (run > REPEATED) lines.push(`  … and ${run - REPEATED} times more`);
    k += run - 1;
  }
  if (error.column !== undefined && own.length > 0) lines.push(`    ${' '.repeat(error.column)}^`);
  const type = error.type === 'OutputLimit' ? 'Stopped' : error.type;
  lines.push(error.message ? `${type}: ${error.message}` : type);
  return lines.join('\n');
}
