/** Compares a regenerated file with the stored truth, number by number. */

/** How far a number may be off before the file counts as different. */
export interface Tolerance {
  /** The last names of the paths it holds for, e.g. `V_neuron_mV`; list indices are left out. */
  readonly fields: readonly string[];
  readonly absolute?: number;
  readonly relative?: number;
  /** Unit and reason, for the table. */
  readonly why: string;
}

export interface Comparison {
  /** Numbers that were compared. */
  numbers: number;
  /** Largest difference, and where. */
  worst: number;
  where: string;
  /** Sentences; empty when the files agree. */
  readonly differences: string[];
}

const EXACT: Tolerance = { fields: [], why: 'exact' };
/** Sentences after which a comparison stops listing. */
const MOST_DIFFERENCES = 5;

/** A number, also one written as text to keep its digits; NaN for anything else. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** @param stored parsed JSON of the truth  @param made parsed JSON of the regenerated file */
export function compare(stored: unknown, made: unknown, tolerances: readonly Tolerance[]): Comparison {
  const result: Comparison = { numbers: 0, worst: 0, where: '', differences: [] };
  const differ = (sentence: string): void => {
    if (result.differences.length < MOST_DIFFERENCES) result.differences.push(sentence);
  };

  const visitNumber = (
    a: number,
    b: number,
    path: string,
    { absolute = 0, relative = 0 }: Tolerance,
  ): void => {
    result.numbers++;
    const off = Math.abs(a - b);
    if (off > result.worst) [result.worst, result.where] = [off, path];
    if (!(off <= absolute + relative * Math.abs(a))) differ(`${path}: stored ${a}, made ${b}`);
  };

  const visit = (a: unknown, b: unknown, path: string, field: string): void => {
    const tolerance = tolerances.find(({ fields }) => fields.includes(field)) ?? EXACT;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) differ(`${path}: stored ${a.length} entries, made ${b.length}`);
      else a.forEach((entry, i) => visit(entry, b[i], `${path}[${i}]`, field));
    } else if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
      const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
      for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
        if (name in left && name in right) visit(left[name], right[name], `${path}.${name}`, name);
        else differ(`${path}.${name}: only in the ${name in left ? 'stored' : 'made'} file`);
      }
    } else if (a !== b || typeof a === 'number') {
      const [x, y] = [numberOf(a), numberOf(b)];
      if (typeof a === typeof b && !Number.isNaN(x) && !Number.isNaN(y)) visitNumber(x, y, path, tolerance);
      else differ(`${path}: stored ${JSON.stringify(a)}, made ${JSON.stringify(b)}`);
    } else if (!Number.isNaN(numberOf(a))) result.numbers++;
  };

  visit(stored, made, '', '');
  return result;
}
