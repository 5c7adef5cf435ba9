/** `sweep FILE --from A --to B --steps N`: one number of an experiment runs through a range; what the neuron
 *  does at each value is a row. With the amplitude of a step this is the f–I curve. */
import type { Experiment } from '../sim/experiment.ts';
import { paramSpecAt, valueAt, withValue } from '../sim/param-path.ts';
import { parseExperiment } from '../sim/parse-experiment.ts';
import { simulate } from '../sim/simulate.ts';
import type { Recording } from '../sim/recording.ts';
import { UserError } from './files.ts';

export interface Sweep {
  /** Path of the number that changes, e.g. inputs.0.amplitude. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** Number of values, both ends included. */
  readonly steps: number;
}

const MAX_VALUES = 10_000;

/** @throws UserError with one sentence that names what is wrong */
function assertSweep({ path, steps }: Sweep, experiment: Experiment): void {
  if (!Number.isInteger(steps) || steps < 1 || steps > MAX_VALUES) {
    throw new UserError(`--steps must be a whole number from 1 to ${MAX_VALUES}, got ${steps}`);
  }
  if (typeof valueAt(path, experiment) !== 'number') {
    throw new UserError(`--path ${path} is no number of this experiment`);
  }
}

function row(value: number, { spikes }: Recording): string {
  const count = spikes.length;
  // Count over duration is not the rate of a short run; the mean interval is.
  const interval = count > 1 ? ((spikes[count - 1] ?? NaN) - (spikes[0] ?? NaN)) / (count - 1) : undefined;
  const first = spikes[0] ?? '';
  return `${value},${count},${first},${interval ?? ''},${interval === undefined ? 0 : 1000 / interval}\n`;
}

/** @throws UserError naming the value that is refused */
function at(value: number, { path }: Sweep, experiment: Experiment): Experiment {
  try {
    return parseExperiment(withValue(path, value, experiment));
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message);
    throw error;
  }
}

/** The rows of a sweep as CSV, one at a time; no row before every value has been found valid.
 *  @param progress told how many values of how many are done
 *  @throws UserError with one sentence that names what is wrong */
export function* sweep(
  experiment: Experiment,
  plan: Sweep,
  progress: (done: number, of: number) => void,
): Generator<string> {
  assertSweep(plan, experiment);
  const { path, from, to, steps } = plan;
  const values = Array.from({ length: steps }, (_, i) =>
    steps === 1 ? from : from + ((to - from) * i) / (steps - 1),
  );
  for (const value of values) at(value, plan, experiment);

  const { unit } = paramSpecAt(path, experiment);
  yield `${path}${unit === '1' ? '' : ` (${unit})`},spikes,first spike (ms),mean interval (ms),rate (Hz)\n`;
  let last: Recording | undefined;
  for (const [i, value] of values.entries()) {
    last = simulate(at(value, plan, experiment), last);
    yield row(value, last);
    progress(i + 1, steps);
  }
}
