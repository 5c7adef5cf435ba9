/** The columns of a text table of times and potentials: what stands between them, what a row of names says of them. */
import { showValue } from './param-spec.ts';
import type { TextRow } from './text-rows.ts';

/** Factors to ms and to mV. Both Greek letters stand for micro. */
const TIME_UNITS: Readonly<Record<string, number>> = { s: 1000, ms: 1, us: 1e-3, µs: 1e-3, μs: 1e-3 };
const VOLTAGE_UNITS: Readonly<Record<string, number>> = { V: 1000, mV: 1 };
export const COLUMNS = [
  { name: 'the time', units: TIME_UNITS, allowed: 'ms, s or us' },
  { name: 'the potential', units: VOLTAGE_UNITS, allowed: 'mV or V' },
] as const;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** How programs write that there is no number. A row of these is no row of names. */
const NO_NUMBER = /^[+-]?(nan|na|n\/a|null|none|inf|infinity|)$/i;
const IN_BRACKETS = /[([]\s*([^)\]]*?)\s*[)\]]/;
const BLANKS = /\s+/;
export const SHAPE = 'one column (spike times) or two (time and potential)';

export function separatorOf(line: string): RegExp {
  if (line.includes(';')) return /\s*;\s*/;
  if (line.includes('\t') && !/,\s/.test(line)) return / *\t */;
  return line.includes(',') ? /\s*,\s*/ : BLANKS;
}

/** @returns NaN where there is no number */
export function readCell(cell: string, decimalComma: boolean): number {
  const text = cell.replace(/^[\u2212\u2013]/, '-');
  const plain = decimalComma ? text.replace(',', '.') : text;
  return NUMBER.test(plain) ? Number(plain) : NaN;
}

/** Names of columns, if this row holds any: no number in it, and no gap. */
export function isHeader(line: string): boolean {
  const cells = line.split(separatorOf(line));
  return cells.every((cell) => !NO_NUMBER.test(cell) && Number.isNaN(readCell(cell, true)));
}

export interface Reader {
  readonly separator: RegExp;
  readonly decimalComma: boolean;
  /** How many columns every row has. */
  readonly columns: number;
  /** Which of them are read, and their factors to ms and mV. */
  readonly picked: readonly { readonly place: number; readonly factor: number }[];
}

const known = (units: Readonly<Record<string, number>>, unit: string | undefined): number | undefined =>
  unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;

/** The unit in the brackets of each name; undefined for a name without.
 *  @throws RangeError unless there is a name for each column */
function unitsOf({ row, line }: TextRow, separator: RegExp, columns: number): (string | undefined)[] {
  // Names may hold blanks: there the brackets are counted instead.
  const blanks = separator === BLANKS;
  const names = blanks ? (line.match(new RegExp(IN_BRACKETS, 'g')) ?? []) : line.split(separator);
  if (names.length === columns || (blanks && names.length === 0)) {
    return Array.from({ length: columns }, (_, i) => IN_BRACKETS.exec(names[i] ?? '')?.[1]);
  }
  const what = blanks ? 'no units in brackets, or one for each column' : 'one name for each column';
  throw new RangeError(`row ${row} must hold ${what} (${columns}), got ${names.length}`);
}

/** @param first row of numbers  @param header the row of names before it
 *  @throws RangeError naming the row and what is wrong with its columns */
export function readerFor({ row, line }: TextRow, header: TextRow | undefined): Reader {
  const separator = separatorOf(line);
  const columns = line.split(separator).length;
  const decimalComma = separator.source.includes(';') || separator.source.includes('t');
  if (columns > 2) {
    // Such as what Save writes: the names say which two are meant.
    const units = header && isNamed(header, columns) ? unitsOf(header, separator, columns) : [];
    const picked = COLUMNS.flatMap((column) => {
      const place = units.findIndex((unit) => known(column.units, unit) !== undefined);
      return place === -1 ? [] : [{ place, factor: known(column.units, units[place]) as number }];
    });
    if (picked.length === 2) return { separator, decimalComma, columns, picked };
    throw new RangeError(
      `row ${row} must have ${SHAPE}, or names above it with units in brackets that say which columns are meant, got ${columns} columns: ${showValue(line)}`,
    );
  }
  const units = header ? unitsOf(header, separator, columns) : [];
  const picked = COLUMNS.slice(0, columns).map(({ name, units: allowed, allowed: words }, place) => {
    const unit = units[place];
    const factor = unit === undefined ? 1 : known(allowed, unit);
    if (factor !== undefined) return { place, factor };
    throw new RangeError(`row ${header?.row}: the unit of ${name} must be ${words}, got ${showValue(unit)}`);
  });
  return { separator, decimalComma, columns, picked };
}

const isNamed = ({ line }: TextRow, columns: number) => line.split(separatorOf(line)).length === columns;
