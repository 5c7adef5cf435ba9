/** What somebody measured, from a text table: spike times (one column) or a voltage trace (two columns).
 *
 *  Cells stand apart by a semicolon, a tab, a comma or blanks, whichever of these the first row of numbers holds, in
 *  this order. With a semicolon or a tab a comma inside a cell is a decimal comma. A first row without a number names
 *  the columns; a unit in brackets is converted, without one times are in ms and potentials in mV. */
import { showValue } from '../sim/param-spec.ts';
import { textRows, type TextRow } from '../sim/text-rows.ts';

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
/** Bytes, or characters of a text that was pasted. */
export const MAX_SIZE = 10_000_000;
/** mV; no membrane bears more, and a trace in other units shows itself by it. */
const MAX_POTENTIAL = 1000;

/** Factors to ms and to mV. Both Greek letters stand for micro. */
const TIME_UNITS: Readonly<Record<string, number>> = { s: 1000, ms: 1, us: 1e-3, µs: 1e-3, μs: 1e-3 };
const VOLTAGE_UNITS: Readonly<Record<string, number>> = { V: 1000, mV: 1 };
const COLUMNS = [
  { name: 'the time', units: TIME_UNITS, allowed: 'ms, s or us' },
  { name: 'the potential', units: VOLTAGE_UNITS, allowed: 'mV or V' },
] as const;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** How programs write that there is no number. A row of these is no row of names. */
const NO_NUMBER = /^[+-]?(nan|na|n\/a|null|none|inf|infinity|)$/i;
const SHAPE = 'one column (spike times) or two (time and potential)';

const separatorOf = (line: string): RegExp =>
  line.includes(';')
    ? /\s*;\s*/
    : line.includes('\t') && !/,\s/.test(line)
      ? / *\t */
      : line.includes(',')
        ? /\s*,\s*/
        : /\s+/;

function readCell(cell: string, decimalComma: boolean): number {
  const text = cell.replace(/^[\u2212\u2013]/, '-');
  const plain = decimalComma ? text.replace(',', '.') : text;
  return NUMBER.test(plain) ? Number(plain) : NaN;
}

const got = (cell: string) => (cell === '' ? 'an empty cell' : showValue(cell));

/** Factors to ms and mV, by the units that a row of names has in brackets.
 *  @throws RangeError naming the unit that is not known */
function unitsOf({ row, line }: TextRow, separator: RegExp, columns: number): readonly number[] {
  const inBrackets = /[([]\s*([^)\]]*?)\s*[)\]]/;
  // Names may hold blanks: there the brackets are counted instead.
  const blanks = separator.source === '\\s+';
  const names = blanks
    ? (line.match(new RegExp(inBrackets, 'g')) ?? [])
    : line.split(separator).map((name) => name.trim());
  if (!(names.length === columns || (blanks && names.length === 0))) {
    const what = blanks ? 'no units in brackets, or one for each column' : 'one name for each column';
    throw new RangeError(`row ${row} must hold ${what} (${columns}), got ${names.length}`);
  }
  return COLUMNS.slice(0, columns).map(({ name, units, allowed }, i) => {
    const unit = inBrackets.exec(names[i] ?? '')?.[1];
    if (unit === undefined) return 1;
    const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (factor !== undefined) return factor;
    throw new RangeError(`row ${row}: the unit of ${name} must be ${allowed}, got ${showValue(unit)}`);
  });
}

/** Names of columns, if this row holds any: no number in it, and no gap. */
function isHeader(line: string): boolean {
  const cells = line.split(separatorOf(line));
  return cells.every((cell) => !NO_NUMBER.test(cell) && Number.isNaN(readCell(cell, true)));
}

interface Reader {
  readonly separator: RegExp;
  readonly decimalComma: boolean;
  readonly columns: 1 | 2;
  readonly factors: readonly number[];
}

function readerFor({ row, line }: TextRow, header: TextRow | undefined): Reader {
  const separator = separatorOf(line);
  const columns = line.split(separator).length;
  if (columns !== 1 && columns !== 2) {
    throw new RangeError(`row ${row} must have ${SHAPE}, got ${columns} columns: ${showValue(line)}`);
  }
  return {
    separator,
    decimalComma: separator.source.includes(';') || separator.source.includes('t'),
    columns,
    factors: header ? unitsOf(header, separator, columns) : [1, 1],
  };
}

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
  const [time = NaN, potential = 0] = cells.map((cell, i) => {
    const value = readCell(cell, reader.decimalComma) * (reader.factors[i] as number);
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
