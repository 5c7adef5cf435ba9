/** What a program ought to find: the simulator, asked with the learner's numbers. */
import type { Experiment, LifNeuron, Method } from '../sim/experiment.ts';
import { LIF } from '../sim/lif.ts';
import { parseExperimentWith } from '../sim/parse-with.ts';
import type { Numbers } from './answers.ts';

/** Potentials at 0, dt, 2 dt, … in mV, and spike times in ms. */
export interface Run {
  readonly u: readonly number[];
  readonly spikes: readonly number[];
  /** Samples at which it was reset. */
  readonly fired: readonly number[];
}

/** How much of the neuron a step has. */
export type Part = 'membrane' | 'threshold' | 'refractoriness';

/** The experiment of a learner's numbers.
 *  @param from potential at time 0, mV
 *  @throws RangeError when the simulator refuses them */
function asExperiment(numbers: Numbers, method: Method, part: Part, from: number): Experiment<LifNeuron> {
  const { R, C, u_rest, I, dt, duration, theta, u_reset, t_ref } = numbers;
  const rule =
    part === 'membrane'
      ? { threshold: false }
      : { V_th: theta, V_reset: u_reset, t_ref: part === 'threshold' ? 0 : t_ref };
  return parseExperimentWith<LifNeuron>(
    { lif: LIF },
    {
      version: 1,
      neuron: { R_m: R, C_m: C, E_L: u_rest, V_m: from, ...rule },
      inputs: [{ type: 'step', amplitude: I, start: 0, stop: duration }],
      duration,
      dt,
      method,
      grid: 'nest',
    },
  );
}

/** The simulator's neuron of a learner's numbers, for its closed forms. */
export const asNeuron = (numbers: Numbers): LifNeuron =>
  asExperiment(numbers, 'exact', 'refractoriness', numbers.u_rest).neuron;

/** @throws RangeError when the simulator refuses the numbers */
export function simulated(numbers: Numbers, method: Method, part: Part, from = numbers.u_rest): Run {
  const { V_m, spikes } = LIF.simulate(asExperiment(numbers, method, part, from));
  return {
    u: Array.from(V_m),
    spikes: Array.from(spikes),
    fired: Array.from(spikes, (time) => Math.round(time / numbers.dt)),
  };
}

/** Nothing about these numbers hangs on the last bit: times are whole numbers of steps, and no sample is so near
 *  the threshold that another order of the same operations could decide otherwise. */
export function isClearCut(numbers: Numbers, method: Method, part: Part): boolean {
  const { dt, duration, t_ref, theta, u_rest, R, I } = numbers;
  const isWhole = (steps: number) => Math.abs(steps - Math.round(steps)) < 1e-6;
  if (!isWhole(duration / dt) || (part === 'refractoriness' && !isWhole(t_ref / dt))) return false;
  // What rounds down must round to the same: some write int, some round.
  if (Math.floor(duration / dt) !== Math.round(duration / dt)) return false;
  if (part === 'membrane') return true;
  if (part === 'refractoriness' && Math.floor(t_ref / dt) !== Math.round(t_ref / dt)) return false;
  if (Math.abs(u_rest + R * I - theta) < 1e-3) return false;
  // Just below and just above the threshold the same run comes out.
  const [low, high] = [-1e-7, 1e-7].map((shift) =>
    simulated({ ...numbers, theta: theta + shift }, method, part).spikes.join(),
  );
  return low === high;
}
