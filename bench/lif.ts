/** ns per step of one leaky integrate-and-fire neuron: V, I and the time recorded at every 0.1 ms. */
import { parseExperiment } from '../src/sim/parse-experiment.ts';
import type { Recording } from '../src/sim/recording.ts';
import { simulate } from '../src/sim/simulate.ts';
import type { Case } from './bench.ts';

const STEP = [{ type: 'step', amplitude: 2.5 }];
const SINE = [{ type: 'sine', amplitude: 1.5, offset: 1.5, frequency: 10 }];
/** 100 spikes a second at two synapses, off the grid. */
const SYNAPSES = [
  { type: 'step', amplitude: 1 },
  {
    type: 'spikes',
    synapse: 'exp',
    weight: 1.5,
    times: Array.from({ length: 100 }, (_, i) => 0.03 + 10.01 * i),
  },
  {
    type: 'spikes',
    synapse: 'alpha',
    weight: -0.2,
    times: Array.from({ length: 50 }, (_, i) => 7.77 + 19.9 * i),
  },
];

function lifCase(name: string, method: string, inputs: object[], duration: number, fresh = false): Case {
  const experiment = parseExperiment({ version: 1, inputs, duration, method });
  let last: Recording | undefined;
  return {
    name: `lif ${method}, ${name}${fresh ? ', fresh memory' : ''}`,
    steps: Math.round(duration / experiment.dt),
    run() {
      last = simulate(experiment, fresh ? undefined : last);
      return last.spikes.length + (last.V_m.at(-1) ?? NaN) + (last.V_m[7] ?? NaN);
    },
  };
}

export const LIF_CASES: readonly Case[] = [
  ...['precise', 'exact', 'euler', 'rk2', 'rk4'].map((method) => lifCase('constant 1 s', method, STEP, 1000)),
  lifCase('constant 1 s', 'exact', STEP, 1000, true),
  lifCase('constant 0.2 s', 'precise', STEP, 200),
  lifCase('constant 100 s', 'exact', STEP, 100_000),
  lifCase('sine 1 s', 'precise', SINE, 1000),
  lifCase('sine 1 s', 'exact', SINE, 1000),
  lifCase('synapses 1 s', 'precise', SYNAPSES, 1000),
  lifCase('synapses 1 s', 'exact', SYNAPSES, 1000),
];
