/** The postsynaptic potential of a train in closed form: one potential per spike, added up (theory-synapses.ts). */
import type { Point } from '../../../figures/plot.ts';
import type { Experiment, LifNeuron, SpikesInput } from '../../../sim/experiment.ts';
import { alphaPspMv, alphaPspPeak, expPspMv, expPspPeak, type Peak } from '../../../sim/theory-synapses.ts';
import { timeConstantMs } from '../../../sim/theory.ts';

/** @throws RangeError unless the one input is a list of spikes */
export function synapseOf({ inputs }: Experiment<LifNeuron>): SpikesInput {
  const [input] = inputs;
  if (inputs.length !== 1 || input?.type !== 'spikes')
    throw new RangeError('inputs must be one list of spikes: "type": "spikes", with their "times"');
  return input;
}

/** Above rest, mV, a time after a spike arrived. */
export function pspMv(neuron: LifNeuron, { synapse, weight, tau_syn }: SpikesInput, afterMs: number): number {
  if (synapse === 'exp') return expPspMv(neuron, weight, tau_syn, afterMs);
  if (synapse === 'alpha') return alphaPspMv(neuron, weight, tau_syn, afterMs);
  return neuron.leak ? weight * Math.exp(-afterMs / timeConstantMs(neuron)) : weight;
}

/** The highest point after one spike; at once for a jump. */
export function pspPeak(neuron: LifNeuron, { synapse, weight, tau_syn }: SpikesInput): Peak {
  if (synapse === 'exp') return expPspPeak(neuron, weight, tau_syn);
  if (synapse === 'alpha') return alphaPspPeak(neuron, weight, tau_syn);
  return { timeMs: 0, heightMv: weight };
}

/** Current of the synapse, nA. */
export function synapticNa({ synapse, weight, tau_syn }: SpikesInput, afterMs: number): number {
  const decay = Math.exp(-afterMs / tau_syn);
  if (synapse === 'exp') return weight * decay;
  return synapse === 'alpha' ? ((weight * afterMs) / tau_syn) * Math.E * decay : 0;
}

/** A sum over the spikes that have arrived, over the run: at equal steps, and on both sides of each arrival.
 *  @param last ms; the line ends there
 *  @param of one spike, by the time since its arrival in ms */
export function summed(
  { times, delay }: SpikesInput,
  last: number,
  steps: number,
  of: (afterMs: number) => number,
): Point[] {
  const arrivals = times.map((time) => time + delay).filter((time) => time <= last);
  const places = [...Array.from({ length: steps + 1 }, (_, k) => (last * k) / steps), ...arrivals].sort(
    (a, b) => a - b,
  );
  const sum = (x: number, upTo: (time: number) => boolean) =>
    arrivals.reduce((total, time) => (upTo(time) ? total + of(x - time) : total), 0);
  const at = new Set(arrivals);
  return places.flatMap((x) => {
    const after = { x, y: sum(x, (time) => time <= x) };
    return at.has(x) ? [{ x, y: sum(x, (time) => time < x) }, after] : [after];
  });
}
