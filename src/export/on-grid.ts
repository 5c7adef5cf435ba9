/** The tools of the field step along a grid. What an experiment has to become for them is said here once. */
import type { AnyExperiment } from '../sim/any-experiment.ts';
import type { Experiment, Grid, Method } from '../sim/experiment.ts';
import { number } from './text.ts';

/** What `precise` and `adaptive` are on a grid. */
function gridMethod({ method, neuron }: Experiment): Method {
  if (method === 'precise') return 'exact';
  if (method === 'adaptive') return 'rk4';
  return neuron.model === 'lif_cond' && method === 'exact' ? 'rk4' : method;
}

/** The same experiment on the grid of `dt`, spikes stamped as `grid` says; itself when it is there already. Spikes
 *  move by up to a step. */
export function onGrid<E extends AnyExperiment>(experiment: E, grid: Grid = experiment.grid): E {
  if ('network' in experiment) return experiment.grid === grid ? experiment : { ...experiment, grid };
  const method = gridMethod(experiment);
  return experiment.method === method && experiment.grid === grid
    ? experiment
    : { ...experiment, method, grid };
}

/** @param tool its name, as a sentence begins with it
 *  @throws RangeError unless the experiment runs on a grid */
export function assertOnGrid(experiment: Experiment, tool: string): void {
  const { method } = experiment;
  if (method !== 'precise' && method !== 'adaptive') return;
  const instead = gridMethod(experiment);
  const others = method === 'precise' ? 'plain Python finds spikes between the samples; for ' : 'For ';
  throw new RangeError(
    `${tool} looks at threshold once a step and has no method "${method}": ${others}${tool} export the experiment with method "${instead}"`,
  );
}

/** Current held through each step, as Python sees it: Euler's method looks at it when the step begins, all others
 *  take it as it is in the middle. */
export function heldCurrent({ method }: Pick<Experiment, 'method'>): string {
  return method === 'euler' ? 'current(k * dt, (k + 0.5) * dt)' : 'current((k + 0.5) * dt, (k + 0.5) * dt)';
}

/** A sentence about arrivals that are not on the grid; empty when all are.
 *  @param arrivals ms */
export function offGrid(arrivals: readonly number[], dt: number): string {
  const off = arrivals.filter((t) => Math.abs(t / dt - Math.round(t / dt)) > 1e-6).length;
  if (off === 0) return '';
  return `${off} of ${arrivals.length} arrivals are moved to the grid, by up to ${number(dt / 2)} ms`;
}
