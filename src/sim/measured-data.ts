/** What somebody measured, from a text table: spike times (one column) or a voltage trace (two columns).
 *  More columns are fine where their names have units: then the first with a time and the first with a potential are read.
 *
 *  Cells stand apart by a semicolon, a tab, a comma or blanks, whichever of these the first row of numbers holds, in
 *  this order. With a semicolon or a tab a comma inside a cell is a decimal comma. A first row without a number names
 *  the columns; a unit in brackets is converted, without one times are in ms and potentials in mV. */
import { showValue } from './param-spec.ts';
import { COLUMNS, isHeader, readCell, readerFor, separatorOf, SHAPE, type Reader } from './table-columns.ts';
import { MAX_SIZE, textRows, type TextRow } from './text-rows.ts';

export interface SpikeData {
  readonly kind: 'spikes';
  /** ms, ascending, at least one. */
  readonly times: Float64Array;
}
export interface TraceData {
  readonly kind: 'trace';
  /** ms, ascending, at least two. */
  readonly t: Float64Array;
  /** mV, one per time. */
  readonly V: Float64Array;
}
export type MeasuredData = SpikeData | TraceData;

export const MAX_ROWS = 1_000_000;
/** mV; no membrane bears more, and a trace in other units shows itself by it. */
const MAX_POTENTIAL = 1000;

const got = (cell: string) => (cell === '' ? 'an empty cell' : showValue(cell));

/** @returns time in ms and, with two columns, potential in mV
 *  @throws RangeError naming the row, what is in it and what may be */
function readRow({ row, line }: TextRow, reader: Reader, before: number): [number, number] {
  // One column has no separator of its own: whatever stands in this row would begin a second.
  const cells = line.split(reader.columns === 1 ? separatorOf(line) : reader.separator);
  if (cells.length !== reader.columns) {
    const columns = `${reader.columns} column${reader.columns === 1 ? '' : 's'}`;
    throw new RangeError(
      `row ${row} must have ${columns} as the rows before it, got ${cells.length}: ${showValue(line)}`,
    );
  }
  const [time = NaN, potential = 0] = reader.picked.map(({ place, factor }, i) => {
    const cell = cells[place] as string;
    const value = readCell(cell, reader.decimalComma) * factor;
    if (Number.isFinite(value)) return value;
    throw new RangeError(`row ${row}: ${COLUMNS[i]?.name} must be a finite number, got ${got(cell)}`);
  });
  if (time < 0) throw new RangeError(`row ${row}: the time must be at or after 0 ms, got ${time} ms`);
  if (!(time > before)) {
    throw new RangeError(`row ${row}: the time must be after the one before (${before} ms), got ${time} ms`);
  }
  if (Math.abs(potential) > MAX_POTENTIAL) {
    throw new RangeError(
      `row ${row}: the potential must be from -${MAX_POTENTIAL} to ${MAX_POTENTIAL} mV, got ${potential} mV`,
    );
  }
  return [time, potential];
}

/** @param text the table
 *  @throws RangeError naming the row, what was found in it and what is allowed */
export function measuredFromText(text: string): MeasuredData {
  if (text.includes('\0')) throw new RangeError('this is no text: a table of numbers is needed, such as CSV');
  if (text.length > MAX_SIZE) {
    throw new RangeError(
      `the text must be at most ${MAX_SIZE / 1e6} MB, got ${(text.length / 1e6).toFixed(1)} MB`,
    );
  }
  const times: number[] = [];
  const potentials: number[] = [];
  let header: TextRow | undefined;
  let reader: Reader | undefined;
  for (const line of textRows(text)) {
    if (!header && !reader && isHeader(line.line)) {
      header = line;
      continue;
    }
    reader ??= readerFor(line, header);
    if (times.length === MAX_ROWS) {
      throw new RangeError(`row ${line.row}: there may be at most ${MAX_ROWS} rows of numbers`);
    }
    const [time, potential] = readRow(line, reader, times.at(-1) ?? -Infinity);
    times.push(time);
    potentials.push(potential);
  }
  if (!reader) throw new RangeError(`there must be at least one row of numbers, in ${SHAPE}, got none`);
  if (reader.columns === 1) return { kind: 'spikes', times: Float64Array.from(times) };
  if (times.length === 1) throw new RangeError('a trace must have at least two rows of numbers, got 1');
  return { kind: 'trace', t: Float64Array.from(times), V: Float64Array.from(potentials) };
}
