import { describe, expect, it } from 'vitest';
import { intervalsMs } from '../../src/sim/intervals.ts';
import { colouredRateHz, colouredSdMv, whiteLimitMv } from '../../src/sim/coloured-noise.ts';
import { intervalStatistics } from '../../src/sim/interval-errors.ts';
import type { LifNeuron } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { siegertRateHz } from '../../src/sim/siegert.ts';
import { simulate } from '../../src/sim/simulate.ts';

const lif = (neuron: object = {}) => parseExperiment({ version: 1, neuron }).neuron as LifNeuron;

/** A current that comes to white noise of 5 mV however long it remembers, nA: σ/(R√(2τ_s/τ)). */
const sdOf = (tau: number) => 0.5 / Math.sqrt((2 * tau) / 20);

describe('the neuron under noise that remembers', () => {
  it('comes to white noise of strength R·s·√(2τ_s/τ), and spreads u by R·s·√(τ_s/(τ + τ_s))', () => {
    expect(whiteLimitMv(lif(), { sd: sdOf(3), tau: 3 })).toBeCloseTo(5, 12);
    expect(colouredSdMv(lif(), { sd: 1, tau: 20 })).toBeCloseTo(10 * Math.SQRT1_2, 12);
    // A memory that is gone at once leaves σ/√2.
    expect(colouredSdMv(lif(), { sd: sdOf(1e-6), tau: 1e-6 })).toBeCloseTo(5 * Math.SQRT1_2, 6);
  });

  it('fires as under white noise when the memory is gone at once, and less often the longer it lasts', () => {
    const rate = (tau: number) => colouredRateHz(lif(), -55, { sd: sdOf(tau), tau });
    const white = siegertRateHz(lif(), -55, 5);
    // The correction is of order √(τ_s/τ) = 2e-5.
    expect(Math.abs(rate(1e-8) / white - 1)).toBeLessThan(1e-3);
    let before = white;
    for (const tau of [0.01, 0.1, 0.5, 1, 2]) {
      expect(rate(tau)).toBeLessThan(before);
      before = rate(tau);
    }
  });

  it('fires in simulations at the rate of the first order, as white noise would not let it', () => {
    for (const mean of [1.5, 2, 2.5]) {
      const noise = { sd: sdOf(1), tau: 1 };
      const intervals = [1, 2, 3, 4].flatMap((seed) => {
        const experiment = {
          version: 1,
          inputs: [{ type: 'ou', mean, ...noise }],
          duration: 40_000,
          dt: 0.02,
        };
        return Array.from(
          intervalsMs(simulate(parseExperiment({ ...experiment, method: 'exact', seed })).spikes),
        );
      });
      const { rateHz, rateErrorHz } = intervalStatistics(intervals)!;
      const theory = colouredRateHz(lif(), -70 + 10 * mean, noise);
      // Left out is the second order, τ_s/τ = 5 % of the rate at most.
      expect(Math.abs(rateHz - theory)).toBeLessThan(4 * rateErrorHz + 0.05 * theory);
      expect(siegertRateHz(lif(), -70 + 10 * mean, 5) - rateHz).toBeGreaterThan(4 * rateErrorHz);
    }
  });

  it('refuses a current that is none, naming it', () => {
    const rate = (sd: number, tau: number) => () => colouredRateHz(lif(), -55, { sd, tau });
    expect(rate(-1, 5)).toThrow('sd must be a finite number >= 0 nA, got -1 nA');
    expect(rate(1, 0)).toThrow('tau must be a finite number > 0 ms, got 0 ms');
    expect(() => colouredSdMv(lif({ leak: false }), { sd: 1, tau: 5 })).toThrow('neuron.leak must be true');
  });
});
