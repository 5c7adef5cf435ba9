/** How strong a pulse has to be to fire a neuron at rest, found by asking the simulator, pulse after pulse, whether
 *  the neuron just fires. The closed form is in src/sim/strength-duration.ts. */
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';

/** True when a pulse fires the neuron of an experiment from rest, by the event-driven method. */
export function fires(experiment: Experiment<LifNeuron>, widthMs: number, currentNa: number): boolean {
  const { spikes } = LIF.simulate({
    ...experiment,
    inputs: [{ type: 'step', amplitude: currentNa, start: 0, stop: widthMs }],
    method: 'precise',
    // Once the current has ended the potential only falls, and no sample is looked at.
    duration: widthMs,
    dt: widthMs,
  });
  return spikes.length > 0;
}

/** Halvings of the bracket: what is left of it is at most a millionth. */
const HALVINGS = 20;

/** The weakest pulse that fires, nA, to a millionth: looked for between a current that fires and one that does not. */
export function simulatedThresholdNa(experiment: Experiment<LifNeuron>, widthMs: number): number {
  let low = 0;
  let high = 1;
  while (!fires(experiment, widthMs, high)) {
    low = high;
    high *= 2;
  }
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (fires(experiment, widthMs, middle)) high = middle;
    else low = middle;
  }
  return high;
}
