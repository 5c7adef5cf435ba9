/** PyNN scripts, run on Debian's PyNN with Brian2 below it, against the simulator under the same grid. */
import { describe, expect, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { describeWith, spikesOfAll } from './tools.ts';

const STEP = { type: 'step', amplitude: 2.5 };

type Case = [data: object, least: number, steps?: number];

/** As many spikes in each case, each at the same time or so many steps of the grid off. */
function expectSame(...cases: readonly Case[]): void {
  const experiments = cases.map(([data]) => parseExperiment({ version: 1, method: 'exact', ...data }));
  const all = spikesOfAll(experiments.map((experiment) => exportTo('pynn', experiment)));
  cases.forEach(([data, least, steps = 0], c) => {
    const experiment = experiments[c];
    if (!experiment) throw new Error('no experiment');
    const ours = Array.from(simulate(experiment).spikes);
    const theirs = all[c] ?? [];
    const which = JSON.stringify({ data, ours, theirs });
    expect(ours.length, which).toBeGreaterThanOrEqual(least);
    expect(theirs, which).toHaveLength(ours.length);
    const off = ours.map((time, i) => Math.abs((theirs[i] ?? NaN) - time) / experiment.dt);
    expect(Math.max(0, ...off), which).toBeLessThan(steps + 1e-6);
  });
}

describeWith(['pyNN', 'brian2'], 'PyNN on Brian2', () => {
  test.each(['nest', 'brian2'])('a step: the same spikes, stamped as grid "%s" says', (grid) => {
    expectSame(
      [{ inputs: [STEP], grid }, 5],
      [{ inputs: [{ ...STEP, start: 10 }], neuron: { V_reset: -65, t_ref: 4 }, grid }, 5],
    );
  });

  test('pulses and held samples', () => {
    const samples = {
      type: 'samples',
      values: [0, 1, 4, 3.5, 3, 0.5],
      interpolation: 'hold',
      dt: 20,
      start: 5,
    };
    expectSame(
      [{ inputs: [{ type: 'pulse', amplitude: 12, start: 5, width: 4.2, period: 30, count: 6 }] }, 5],
      [{ inputs: [samples] }, 1],
    );
  });

  test('a ramp and a sine, held through each step, move a spike by at most one step', () => {
    expectSame(
      [{ inputs: [{ type: 'ramp', from: 0, to: 5, start: 10, stop: 150 }] }, 2, 1],
      [{ inputs: [{ type: 'sine', amplitude: 2, frequency: 20, offset: 1.5 }] }, 3, 1],
    );
  });

  test('exponential and alpha synapses with a delay; a jump that fires the neuron does so a step later', () => {
    const train = { type: 'spikes', times: [10, 30, 31, 90], weight: 4, delay: 1.5 };
    const to = (synapse: object) => [
      { ...STEP, amplitude: 1.9 },
      { ...train, ...synapse },
    ];
    const jump = { synapse: 'delta', weight: 8 };
    expectSame(
      [{ inputs: to({ synapse: 'exp', tau_syn: 5 }) }, 2],
      [{ inputs: to({ synapse: 'alpha', tau_syn: 5 }) }, 2],
      // PyNN's Brian2 looks at the threshold before the jump, the simulator and NEST after it.
      [{ inputs: to(jump), grid: 'brian2' }, 2, 1],
      [{ inputs: to(jump), grid: 'nest' }, 2, 1],
    );
  });

  test('without threshold it prints no spikes and runs', () => {
    expectSame([{ inputs: [STEP], neuron: { threshold: false } }, 0]);
  });
});

describe('what PyNN cannot do is said, with what can', () => {
  test.each([
    [{ model: 'lif', leak: false }, 'exact', /PyNN has no neuron without leak; .*Brian2/],
    [{}, 'euler', /PyNN has no method "euler" for this neuron/],
    [{ model: 'izhikevich' }, 'euler', /PyNN takes currents in nA/],
    [{ model: 'alif' }, 'exact', /PyNN has no LIF neuron with an adaptation current/],
  ])('%j by %s', (neuron, method, sentence) => {
    const experiment = parseExperiment({ version: 1, neuron, method });
    expect(() => exportTo('pynn', experiment)).toThrow(sentence);
    expect(() => exportTo('pynn', experiment)).toThrow(RangeError);
  });
});
