/** `sweep FILE --from A --to B --steps N`: one number of an experiment runs through a range; what the neuron
 *  does at each value is a row. With the amplitude of a step this is the f–I curve. */
import type { Experiment } from '../sim/experiment.ts';
import { paramSpecAt, valueAt } from '../sim/param-path.ts';
import { sweepExperiment, type SweepPoint } from '../sim/sweep.ts';
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

function row({ value, count, firstSpikeMs, meanIntervalMs, intervalRateHz }: SweepPoint): string {
  // Count over duration is not the rate of a short run; the mean interval is.
  return `${value},${count},${firstSpikeMs ?? ''},${meanIntervalMs ?? ''},${intervalRateHz ?? 0}\n`;
}

/** The sweep, with every value found valid.
 *  @throws UserError naming the value that is refused */
function pointsOf(experiment: Experiment, path: string, values: readonly number[]): Iterable<SweepPoint> {
  try {
    return sweepExperiment(experiment, path, values);
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
  const points = pointsOf(experiment, path, values);
  const { unit } = paramSpecAt(path, experiment);
  yield `${path}${unit === '1' ? '' : ` (${unit})`},spikes,first spike (ms),mean interval (ms),rate (Hz)\n`;
  let done = 0;
  for (const point of points) {
    yield row(point);
    progress(++done, steps);
  }
}
