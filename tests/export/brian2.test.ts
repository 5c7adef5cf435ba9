/** Brian2 scripts, run by Debian's Brian2, against the simulator under the same grid. */
import { expect, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { describeWith, spikesOf, spikesOfAll } from './tools.ts';

const STEP = { type: 'step', amplitude: 2.5 };
const TRAIN = { type: 'spikes', times: [10, 30, 31, 90], weight: 2 };

type Case = [data: object, least: number, steps?: number];

/** As many spikes in each case, each at the same time: both live on k·dt, so that a difference is a step or nothing.
 *  @param cases data; least number of spikes; by how many steps a spike may be off */
function expectSame(...cases: readonly Case[]): void {
  const experiments = cases.map(([data]) => parseExperiment({ version: 1, method: 'exact', ...data }));
  const all = spikesOfAll(experiments.map((experiment) => exportTo('brian2', experiment)));
  cases.forEach(([data, least, steps = 0], c) => {
    const experiment = experiments[c];
    if (!experiment) throw new Error('no experiment');
    const ours = Array.from(simulate(experiment).spikes);
    const theirs = all[c] ?? [];
    const which = JSON.stringify(data);
    expect(ours.length, which).toBeGreaterThanOrEqual(least);
    expect(theirs, which).toHaveLength(ours.length);
    const off = ours.map((time, i) => Math.abs((theirs[i] ?? NaN) - time) / experiment.dt);
    expect(Math.max(0, ...off), which).toBeLessThan(steps + 1e-6);
  });
}

describeWith(['brian2'], 'Brian2', () => {
  test.each(['nest', 'brian2'])('a step: the same spikes, stamped as grid "%s" says', (grid) => {
    expectSame([{ inputs: [STEP], grid }, 5], [{ inputs: [STEP], grid, method: 'euler', dt: 0.5 }, 5]);
  });

  test('pulses, held samples and a perfect integrator', () => {
    expectSame([
      { inputs: [{ type: 'pulse', amplitude: 12, start: 5, width: 4.2, period: 30, count: 6 }] },
      5,
    ]);
    const inputs = [
      { type: 'samples', values: [0, 1, 4, 3.5, 3, 0.5], interpolation: 'hold', dt: 20, start: 5 },
    ];
    expectSame(
      [{ inputs }, 1],
      [{ inputs: [{ ...STEP, amplitude: 2.7 }], neuron: { model: 'lif', leak: false } }, 5],
    );
  });

  test('a ramp, a sine and a chirp, held through each step, move a spike by at most one step', () => {
    expectSame(
      [{ inputs: [{ type: 'ramp', from: 0, to: 5, start: 10, stop: 150 }] }, 2, 1],
      [{ inputs: [{ type: 'sine', amplitude: 2, frequency: 20, offset: 1.5 }] }, 3, 1],
      [{ inputs: [{ type: 'chirp', amplitude: 2, from: 5, to: 60, offset: 2 }] }, 4, 1],
    );
  });

  test.each([5, 20])('exponential and alpha synapses of %s ms at a membrane of 20 ms', (tau_syn) => {
    const exp = { ...TRAIN, synapse: 'exp', tau_syn, delay: 1.5 };
    const inputs = [STEP, exp, { ...TRAIN, synapse: 'alpha', tau_syn, weight: -0.5 }];
    expectSame([{ inputs, grid: 'nest' }, 4], [{ inputs, grid: 'brian2' }, 4]);
  });

  test('jumps: two at a time, one lost in the refractory period', () => {
    const inputs = [
      { ...STEP, amplitude: 1.9 },
      { type: 'spikes', times: [40, 60, 60, 61, 90], weight: 4, synapse: 'delta' },
    ];
    // A jump across threshold is seen a step later.
    expectSame([{ inputs }, 1, 1]);
  });

  test('adaptation, and synapses that are conductances', () => {
    expectSame([
      { inputs: [{ ...STEP, amplitude: 4 }], neuron: { model: 'alif', b: 0.4, tau_w: 80, w: 0.1 } },
      5,
    ]);
    const inputs = [
      STEP,
      { ...TRAIN, synapse: 'exp', weight: 0.05 },
      { ...TRAIN, synapse: 'alpha', weight: -0.03, delay: 3 },
    ];
    expectSame([{ inputs, neuron: { model: 'lif_cond' }, method: 'rk4' }, 4]);
  });

  test.each(['euler', 'rk4'])('the exponential, Izhikevich’s and the squid’s neuron with %s', (method) => {
    const grid = { method, dt: 0.02, grid: 'brian2' };
    expectSame(
      [{ inputs: [{ ...STEP, amplitude: 1 }], neuron: { model: 'adex' }, ...grid }, 3],
      [{ inputs: [{ ...STEP, amplitude: 10 }], neuron: { model: 'izhikevich' }, ...grid }, 3],
      [{ inputs: [{ ...STEP, amplitude: 10 }], neuron: { model: 'hodgkin_huxley' }, ...grid }, 5, 1],
    );
  });

  test('noise and a Poisson train run, with their own random numbers', () => {
    const experiment = parseExperiment({
      version: 1,
      inputs: [
        { type: 'white', mu: -55, sigma: 4 },
        { type: 'ou', mean: 1, sd: 1, tau: 10 },
        { type: 'poisson', rate: 300, weight: 0.5, synapse: 'exp' },
      ],
      duration: 1000,
      method: 'exact',
    });
    expect(spikesOf(exportTo('brian2', experiment)).length).toBeGreaterThan(10);
  });

  test('without threshold it prints no spikes and runs', () => {
    expectSame([{ inputs: [STEP], neuron: { model: 'lif', threshold: false } }, 0]);
  });
});

test('precise spike times are refused, and the sentence names the method and who can', () => {
  expect(() => exportTo('brian2', parseExperiment({ version: 1, inputs: [STEP] }))).toThrow(
    'Brian2 looks at threshold once a step and has no method "precise": plain Python finds spikes between the samples; for Brian2 export the experiment with method "exact"',
  );
});
