/** How estimates of the six parameters are judged: right within a tolerance, too high or too low, never by how much. */
import type { LifNeuron } from '../../../sim/experiment.ts';
import { toleranceOf, type EstimateName, type Estimates } from './hidden-kinds.ts';

export function truthOf(neuron: LifNeuron): Estimates {
  const { R_m, C_m, E_L, V_th, V_reset, t_ref } = neuron;
  return { R_m, tau: R_m * C_m, E_L, V_th, V_reset, t_ref };
}

export type Verdict = 'right' | 'too high' | 'too low';

export function judge(name: EstimateName, estimate: number, truth: Estimates, noisy: boolean): Verdict {
  const { share, size = 0 } = toleranceOf(name, noisy);
  const off = estimate - truth[name];
  // 1e-9: an estimate on the very edge counts, however its decimals are rounded.
  const allowed = (share === undefined ? size : share * Math.abs(truth[name])) + 1e-9;
  return Math.abs(off) <= allowed ? 'right' : off > 0 ? 'too high' : 'too low';
}

/** Which measurement would tell, and after another wrong estimate how to compute with it. */
export const HINTS: Readonly<Record<EstimateName, readonly [string, string]>> = {
  E_L: [
    'Look where no current has flowed yet.',
    'Without input the potential stays at rest: read the trace anywhere before the current starts.',
  ],
  R_m: [
    'Send a current too weak to make it fire, or a negative one, for long enough that the potential stands still.',
    'Ohm’s law: R is the change of the potential from rest to where it stands still, divided by the current; 1\u00a0mV for 1\u00a0nA is 1\u00a0MΩ.',
  ],
  tau: [
    'Look how long the potential takes to follow a current that does not make it fire.',
    'After one time constant 63\u00a0% of the way is done: find the potential at 63\u00a0% between rest and the level it reaches, and read how long after the start of the current it is there.',
  ],
  V_th: [
    'Make it fire, and look where the trace breaks off.',
    'The trace is never higher than the threshold: put the cursor on a spike and read the peak.',
  ],
  V_reset: [
    'Make it fire, and look where the trace goes on after a spike.',
    'Right after a spike the trace lies at the reset: put the cursor on a spike and read where the potential falls to. It need not be rest.',
  ],
  t_ref: [
    'Make it fire by a strong current, and look at what comes straight after a spike.',
    'While it is refractory the potential is held: read how long the trace stays flat after a spike. A strong current makes the end of it sharp.',
  ],
};
