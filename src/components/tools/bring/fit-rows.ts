/** Fitted numbers as a reader sees them, and as they go into an experiment. */
import { formatQuantity } from '../../../lib/quantity.ts';
import type { Experiment } from '../../../sim/experiment.ts';
import type { Estimate, Fitted, LifFit } from '../../../sim/fit-lif.ts';
import type { ParamSpec } from '../../../sim/param-spec.ts';

export interface FitRow {
  readonly name: string;
  readonly value: string;
  /** "± 0.02 MΩ"; empty where it is too small to show. */
  readonly error: string;
}

/** In the order of the table; those that are no number of the neuron have a name and a unit. */
const ORDER: readonly (readonly [Fitted, string?, string?])[] = [
  ['R_m'],
  ['C_m'],
  ['tau', 'membrane time constant', 'ms'],
  ['E_L'],
  ['steady', 'potential it is drawn to', 'mV'],
  ['V_th'],
  ['V_reset'],
  ['t_ref'],
  ['V_m'],
];
const MOST_DIGITS = 3;

/** Decimals that the error leaves: its first two digits are shown. */
function digitsOf({ error }: Estimate): number {
  return Math.max(0, Math.min(MOST_DIGITS, 1 - Math.floor(Math.log10(error))));
}

/** @param specOf the record of a number of the neuron */
export function fitRows({ values }: LifFit, specOf: (name: string) => ParamSpec): FitRow[] {
  return ORDER.flatMap(([key, name, unit]) => {
    const estimate = values[key];
    if (!estimate) return [];
    const digits = digitsOf(estimate);
    const spec = name === undefined ? specOf(key) : undefined;
    const shown = unit ?? spec?.unit ?? '';
    const least = 0.5 * 10 ** -digits;
    return [
      {
        name: name ?? spec?.label ?? key,
        value: formatQuantity(estimate.value, shown, digits),
        error: estimate.error < least ? '' : `± ${formatQuantity(estimate.error, shown, digits)}`,
      },
    ];
  });
}

/** The experiment with the numbers of its neuron that were fitted, as the table shows them.
 *  @param withValue puts a value at a path */
export function withFit(
  experiment: Experiment,
  { values }: LifFit,
  withValue: (path: string, value: unknown, data: unknown) => unknown,
): unknown {
  return ORDER.reduce<unknown>((made, [key, derived]) => {
    const estimate = values[key];
    if (!estimate || derived !== undefined) return made;
    return withValue(`neuron.${key}`, Number(estimate.value.toFixed(digitsOf(estimate))), made);
  }, experiment);
}
