/** The numbers of lessons 1 to 4, computed by hand from the closed forms (Gerstner et al. 2014, ch. 1). */
import { describe, expect, test } from 'vitest';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import {
  cutoffHz,
  firingRateHz,
  firstSpikeMs,
  interspikeIntervalMs,
  rheobaseNa,
  steadyStateMv,
  stepResponseMv,
  timeToReachMs,
} from '../../src/sim/theory.ts';

const neuronOf = (neuron: object = {}) => parseLifExperiment({ version: 1, neuron }).neuron;
const run = (amplitude: number, neuron: object = {}, rest: object = {}) =>
  simulate(parseLifExperiment({ version: 1, neuron, inputs: [{ type: 'step', amplitude }], ...rest }));

/** Two decimals, as the lessons print them. */
const CENT = 0.005;

describe('lesson 1', () => {
  test('without leak 1 nA fires at 40 ms, since dV/dt = I/C = 0.5 mV/ms', () => {
    const { spikes } = run(1, { leak: false });
    expect(spikes[0]).toBe(40);
    expect(firstSpikeMs(neuronOf({ leak: false }), 1)).toBe(40);
  });
  test('with leak 1 nA never fires', () => {
    expect(run(1, {}, { duration: 5000 }).spikes).toHaveLength(0);
    expect(firstSpikeMs(neuronOf(), 1)).toBe(Infinity);
  });
});

describe('lesson 3', () => {
  const passive = { threshold: false };
  test('1.5 nA settles at -55 mV, is at -60.52 mV after 20 ms and passes -60 mV at 21.97 ms', () => {
    const neuron = neuronOf(passive);
    expect(steadyStateMv(neuron, 1.5)).toBe(-55);
    expect(Math.abs(stepResponseMv(neuron, 1.5, 20) - -60.52)).toBeLessThan(CENT);
    expect(Math.abs(timeToReachMs(neuron, 1.5, -70, -60) - 21.97)).toBeLessThan(CENT);
    const { V_m } = run(1.5, passive);
    expect(Math.abs((V_m[200] ?? NaN) - -60.52)).toBeLessThan(CENT);
  });
  test('doubling R alone settles at -40 mV and leaves the first slope at I/C = 0.75 mV/ms', () => {
    for (const R_m of [10, 20]) {
      const { V_m } = run(1.5, { ...passive, R_m }, { dt: 1e-4, duration: 1 });
      // The slope over 1e-4 ms differs from that at 0 by half of 1e-4/tau.
      expect(((V_m[1] ?? NaN) - -70) / 1e-4).toBeCloseTo(0.75, 5);
    }
    expect(steadyStateMv(neuronOf({ R_m: 20 }), 1.5)).toBe(-40);
  });
  test('the cut-off is 7.96 Hz', () => {
    expect(Math.abs(cutoffHz(neuronOf()) - 7.96)).toBeLessThan(CENT);
  });
});

describe('lesson 4', () => {
  test('2.5 nA fires every 34.19 ms, at 29.25 Hz, first after 32.19 ms', () => {
    const { spikes } = run(2.5);
    expect(spikes).toHaveLength(5);
    expect(Math.abs((spikes[0] ?? NaN) - 32.19)).toBeLessThan(CENT);
    for (let i = 1; i < spikes.length; i++) {
      expect(Math.abs((spikes[i] ?? NaN) - (spikes[i - 1] ?? NaN) - 34.19)).toBeLessThan(CENT);
    }
    expect(Math.abs(interspikeIntervalMs(neuronOf(), 2.5) - 34.19)).toBeLessThan(CENT);
    expect(Math.abs(firingRateHz(neuronOf(), 2.5) - 29.25)).toBeLessThan(CENT);
  });
  test('a reset to -65 mV makes that 29.73 ms and 33.64 Hz', () => {
    const neuron = neuronOf({ V_reset: -65 });
    expect(Math.abs(interspikeIntervalMs(neuron, 2.5) - 29.73)).toBeLessThan(CENT);
    expect(Math.abs(firingRateHz(neuron, 2.5) - 33.64)).toBeLessThan(CENT);
  });
  test('exactly 2.0 nA never fires, however long the run; the least more does', () => {
    expect(rheobaseNa(neuronOf())).toBe(2);
    expect(run(2, {}, { duration: 100_000 }).spikes).toHaveLength(0);
    expect(interspikeIntervalMs(neuronOf(), 2)).toBe(Infinity);
    expect(firingRateHz(neuronOf(), 2)).toBe(0);
    // One unit in the last place above rheobase: tau·ln(20 mV / 4.44e-15 mV) = 720.9 ms.
    const above = 2 + 2 ** -51;
    expect(run(above, {}, { duration: 800 }).spikes[0]).toBeCloseTo(20 * Math.log(20 / (10 * 2 ** -51)), 9);
  });
});
