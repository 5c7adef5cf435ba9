import { describe, expect, it } from 'vitest';
import { proseValue } from '../../src/lib/prose-values.ts';
import { surrogateSlope } from '../../src/figures/surrogate-plot.ts';
import { discreteSpikes, sensitivity } from '../../src/sim/discrete-lif.ts';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

describe('a number of the lesson on machine learning', () => {
  it('is β of the course outline, exact and by Euler', () => {
    expect(proseValue('beta', {}, 1).value).toBeCloseTo(0.9512, 4);
    expect(proseValue('betaEuler', {}, 1).value).toBeCloseTo(0.95, 12);
  });

  it('is a drive of 1 at the rheobase, 2 nA', () => {
    expect(proseValue('drive', { current: 2 }).value).toBe(1);
    expect(proseValue('drive', { current: 2.5 }).value).toBe(1.25);
  });

  it('is a rate above that of a reset to value, and nearer to the truth, when the reset subtracts', () => {
    // 1/(τ ln(d/(d − 1))) without a refractory period; d = 10.
    const truth = 1000 / (20 * Math.log(10 / 9));
    const toValue = proseValue('rateResetToValue', { current: 20 }, 1).value;
    const subtracted = proseValue('rateResetBySubtraction', { current: 20 }, 1).value;
    expect(subtracted).toBeGreaterThan(toValue);
    expect(Math.abs(subtracted - truth)).toBeLessThan(Math.abs(toValue - truth));
    // Three steps to 1 − β³ = 0.139 of the way, more than a tenth; two are not enough.
    expect(toValue).toBeCloseTo(1000 / 3, 9);
  });

  it('is the slope of the example by finite differences', () => {
    const state = (w: number) => [1, 0, 1, 0].reduce((u, x) => 0.9 * u + w * x, 0);
    const slope = proseValue('sensitivity', {}, 0.9).value;
    expect(slope).toBeCloseTo((state(0.5 + 1e-6) - state(0.5 - 1e-6)) / 2e-6, 8);
    expect(slope).toBeCloseTo(1.629, 3);
    // Downhill for ½(U − 1)².
    const error = (w: number) => 0.5 * (state(w) - 1) ** 2;
    const downhill = (error(0.5 + 1e-6) - error(0.5 - 1e-6)) / 2e-6;
    expect(proseValue('exampleWeight', {}, 0.9).value).toBeCloseTo(0.5 - 0.1 * downhill, 8);
  });
});

describe('the neuron of machine learning', () => {
  it('spikes at the steps at which the course’s neuron does, by the exact method and without refractory period', () => {
    const experiment = parseLifExperiment({
      version: 1,
      neuron: { t_ref: 0 },
      inputs: [{ type: 'step', amplitude: 2.5 }],
      duration: 500,
      dt: 1,
      method: 'exact',
    });
    const spikes = discreteSpikes(Math.exp(-1 / 20), 1.25, 'to value', 500);
    expect(spikes.length).toBeGreaterThan(10);
    expect(spikes).toEqual([...simulate(experiment).spikes].map((time) => Math.round(time)));
  });

  it('never spikes at the rheobase', () => {
    expect(discreteSpikes(0.95, 1, 'by subtraction', 10_000)).toEqual([]);
  });

  it.each([
    [1, 1, 10, 'beta must be a number from 0 to below 1, got 1'],
    [0.9, NaN, 10, 'drive must be a finite number, got NaN'],
    [0.9, 1, 2.5, 'steps must be a whole number >= 0, got 2.5'],
  ])('refuses β %d, drive %d, steps %d', (beta, drive, steps, sentence) => {
    expect(() => discreteSpikes(beta, drive, 'to value', steps)).toThrow(sentence);
  });

  it('forgets arrivals that have not come, and counts all of them without a leak', () => {
    expect(sensitivity(0.5, [1, 2, 9], 2)).toBe(1.5);
  });
});

it('the surrogate is highest at the threshold and the same on both sides', () => {
  expect(surrogateSlope(1)).toBe(1);
  expect(surrogateSlope(0.7)).toBeCloseTo(surrogateSlope(1.3), 12);
  expect(surrogateSlope(0.7)).toBeLessThan(surrogateSlope(0.9));
});
