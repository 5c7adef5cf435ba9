/** Lesson 6 and 7's numbers, and the closed forms against the simulator and against each other. */
import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { chronaxieMs, strengthDurationNa, thresholdChargePc } from '../../src/sim/strength-duration.ts';
import { firingRateHz } from '../../src/sim/theory.ts';
import {
  alphaPspMv,
  alphaPspPeak,
  conductanceSteadyState,
  deltaTrainPeakMv,
  expPspMv,
  expPspPeak,
} from '../../src/sim/theory-synapses.ts';

const neuronOf = (neuron: object = {}) => {
  const parsed = parseExperiment({ version: 1, neuron }).neuron;
  if (parsed.model !== 'lif') throw new RangeError('not a lif neuron');
  return parsed;
};
const lif = neuronOf();

describe('lesson 7', () => {
  test('an exponential synapse of 0.5 nA and 5 ms peaks at 0.787 mV after 9.24 ms', () => {
    const peak = expPspPeak(lif, 0.5, 5);
    expect(Math.abs(peak.heightMv - 0.787)).toBeLessThan(5e-4);
    expect(Math.abs(peak.timeMs - 9.24)).toBeLessThan(5e-3);
  });
  test('an alpha synapse of the same peak current reaches 1.878 mV after 15.58 ms', () => {
    const peak = alphaPspPeak(lif, 0.5, 5);
    expect(Math.abs(peak.heightMv - 1.878)).toBeLessThan(5e-4);
    expect(Math.abs(peak.timeMs - 15.58)).toBeLessThan(5e-3);
  });
  test('a delta train every 10 ms peaks at 2.54 times its weight, so 7.87 mV are needed', () => {
    expect(Math.abs(deltaTrainPeakMv(lif, 1, 10) - 2.54)).toBeLessThan(5e-3);
    expect(Math.abs(20 / deltaTrainPeakMv(lif, 1, 10) - 7.87)).toBeLessThan(5e-3);
    const times = Array.from({ length: 100 }, (_, i) => 10 * i);
    const fires = (weight: number) =>
      simulate(
        parseExperiment({
          version: 1,
          inputs: [{ type: 'spikes', times, synapse: 'delta', weight }],
          duration: 1000,
        }),
      ).spikes.length > 0;
    expect(fires(7.86)).toBe(false);
    expect(fires(7.88)).toBe(true);
  });
  test('forty synchronous jumps of 0.5 mV fire it, thirty-nine do not', () => {
    const run = (count: number) =>
      simulate(
        parseExperiment({
          version: 1,
          inputs: [{ type: 'spikes', times: new Array(count).fill(12.34), synapse: 'delta', weight: 0.5 }],
        }),
      ).spikes;
    expect(run(39)).toHaveLength(0);
    expect([...run(40)]).toEqual([12.34]);
  });
  test('50 nS towards 0 mV beside a leak of 100 nS settle at -46.7 mV with 13.3 ms', () => {
    const { voltageMv, timeConstantMs } = conductanceSteadyState(lif, [{ conductance: 0.05, reversal: 0 }]);
    expect(Math.abs(voltageMv - -46.7)).toBeLessThan(0.05);
    expect(Math.abs(timeConstantMs - 13.3)).toBeLessThan(0.05);
  });
});

describe('lesson 6', () => {
  test('3, 4 and 6 nA fire at 41.7, 63.0 and 98.9 Hz; 20 and 50 nA at 243 and 355 Hz', () => {
    for (const [current, rate] of [
      [3, 41.7],
      [4, 63.0],
      [6, 98.9],
    ] as const) {
      expect(Math.abs(firingRateHz(lif, current) - rate)).toBeLessThan(0.05);
    }
    expect(Math.round(firingRateHz(lif, 20))).toBe(243);
    expect(Math.round(firingRateHz(lif, 50))).toBe(355);
  });
  test('chronaxie 13.9 ms, a 5 ms pulse needs 9.04 nA, a brief one 40 pC', () => {
    expect(Math.abs(chronaxieMs(lif) - 13.9)).toBeLessThan(0.05);
    expect(Math.abs(strengthDurationNa(lif, 5) - 9.04)).toBeLessThan(5e-3);
    expect(thresholdChargePc(lif)).toBe(40);
    expect(strengthDurationNa(lif, 1e-6) * 1e-6).toBeCloseTo(40, 5);
    expect(strengthDurationNa(lif, chronaxieMs(lif))).toBeCloseTo(4, 12);
  });
  test('the simulator needs the same current for a 5 ms pulse', () => {
    const fires = (amplitude: number) =>
      simulate(parseExperiment({ version: 1, inputs: [{ type: 'step', amplitude, stop: 5 }] })).spikes.length;
    expect(fires(strengthDurationNa(lif, 5) * (1 - 1e-12))).toBe(0);
    expect(fires(strengthDurationNa(lif, 5) * (1 + 1e-12))).toBe(1);
  });
});

describe('closed forms', () => {
  const passive = (synapse: string, tau_syn: number, neuron: object = {}) =>
    simulate(
      parseExperiment({
        version: 1,
        neuron: { E_L: 0, threshold: false, V_th: 50, V_reset: 0, ...neuron },
        inputs: [{ type: 'spikes', times: [0], synapse, weight: 0.5, tau_syn }],
        duration: 5,
        dt: 2 ** -10,
      }),
    );
  test.each(['exp', 'alpha'] as const)(
    'V after one %s spike is the formula to 1e-12 of itself',
    (synapse) => {
      // The textbook formula cancels near t = 0 and tau_syn = tau; far from both it is good to 1e-13.
      const tau_s = 5;
      const { t, V_m } = passive(synapse, tau_s);
      const neuron = neuronOf({ E_L: 0, V_th: 50, V_reset: 0 });
      const k = 1 / tau_s - 1 / 20;
      let compared = 0;
      for (let i = 1024; i < t.length; i++) {
        const time = t[i] ?? NaN;
        const decays = Math.exp(-time / 20) - Math.exp(-time / tau_s);
        const truth =
          synapse === 'exp'
            ? ((10 * 0.5 * tau_s) / (20 - tau_s)) * decays
            : ((Math.E * 0.5) / (2 * tau_s)) * (decays / k ** 2 - (time / k) * Math.exp(-time / tau_s));
        const formula = synapse === 'exp' ? expPspMv : alphaPspMv;
        expect(Math.abs((V_m[i] ?? NaN) / truth - 1)).toBeLessThan(1e-12);
        expect(Math.abs(formula(neuron, 0.5, tau_s, time) / truth - 1)).toBeLessThan(1e-12);
        compared++;
      }
      expect(compared).toBe(4097);
    },
  );
  test.each([expPspMv, alphaPspMv])('%o is smooth where tau_syn passes tau_m', (psp) => {
    // Both responses fall with tau_syn's rate by less than 1 mV per ms here: neighbours differ as little.
    for (const time of [0.01, 1, 20, 100]) {
      const at = psp(lif, 0.5, 20, time);
      for (const off of [-1e-6, -1e-9, -1e-12, 1e-12, 1e-9, 1e-6]) {
        expect(Math.abs(psp(lif, 0.5, 20 + off, time) - at)).toBeLessThan(1.1 * Math.abs(off) + 1e-14);
      }
    }
    // At tau_syn = tau_m the limits are (w/C)·t·e^{−t/τ} and (e·w/Cτ)·(t²/2)·e^{−t/τ}.
    const limit = psp === expPspMv ? 0.25 * 20 : ((Math.E * 0.25) / 20) * 200;
    expect(psp(lif, 0.5, 20, 20)).toBeCloseTo(limit * Math.exp(-1), 13);
  });
  test('the peak is where the response is flat, also at tau_syn = tau_m and without leak', () => {
    for (const tau of [0.5, 5, 19.999999, 20, 20.000001, 80]) {
      for (const [psp, peakOf] of [
        [expPspMv, expPspPeak],
        [alphaPspMv, alphaPspPeak],
      ] as const) {
        const { timeMs, heightMv } = peakOf(lif, 0.5, tau);
        expect(psp(lif, 0.5, tau, timeMs)).toBe(heightMv);
        // A flat top: 1e-4 to either side it is lower, by no more than the square of that.
        for (const side of [1 - 1e-4, 1 + 1e-4]) {
          const beside = psp(lif, 0.5, tau, timeMs * side);
          expect(beside).toBeLessThan(heightMv);
          expect(heightMv - beside).toBeLessThan(2e-7 * heightMv);
        }
      }
    }
    expect(expPspPeak(neuronOf({ leak: false }), 0.5, 5)).toEqual({ timeMs: Infinity, heightMv: 1.25 });
  });
});
