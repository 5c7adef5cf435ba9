import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BRUNEL_FULL, BRUNEL_SMALL, BRUNEL_STATES, thresholdRateHz } from '../../src/sim/brunel.ts';
import {
  answeredRateHz,
  networkDrive,
  selfConsistentCv,
  selfConsistentRateHz,
} from '../../src/sim/self-consistent.ts';

const states = Object.entries(BRUNEL_STATES);
type State = keyof typeof BRUNEL_STATES;

describe('the self-consistent rate', () => {
  it('answers itself', () => {
    for (const [, state] of states) {
      const params = { ...BRUNEL_FULL, ...state };
      const rate = selfConsistentRateHz(params);
      expect(answeredRateHz(params, rate)).toBeCloseTo(rate, 6);
    }
  });

  // Rates of full-size runs, from the course outline; the theory leaves out synchrony, and is good to 10 % all the same.
  it.each([
    ['SR', 330],
    ['SI-fast', 55],
    ['AI', 36],
    ['SI-slow', 6],
  ] as const)('is within a tenth of what the full network fires in the state %s', (name, rate) => {
    const theory = selfConsistentRateHz({ ...BRUNEL_FULL, ...BRUNEL_STATES[name] });
    expect(Math.abs(theory / rate - 1)).toBeLessThan(0.1);
  });

  it('is within a twentieth of Brian2’s asynchronous irregular network of 4000 excitatory neurons', () => {
    // tests/reference/brunel.py.
    const { states: measured } = JSON.parse(readFileSync('tests/reference/brunel.json', 'utf8')) as {
      states: Record<State, { rates_hz: readonly number[] }>;
    };
    const rates = measured.AI.rates_hz;
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const theory = selfConsistentRateHz({ ...BRUNEL_SMALL, ...BRUNEL_STATES.AI });
    expect(Math.abs(theory / mean - 1)).toBeLessThan(0.05);
  });

  it('is the only crossing when inhibition is in the lead', () => {
    const params = { ...BRUNEL_FULL, ...BRUNEL_STATES.AI };
    const rate = selfConsistentRateHz(params);
    for (let assumed = 0; assumed <= 500; assumed += 5) {
      expect(Math.sign(answeredRateHz(params, assumed) - assumed)).toBe(Math.sign(rate - assumed));
    }
  });

  it('has irregular intervals in the state of that name, and nearly even ones in the regular state', () => {
    expect(selfConsistentCv({ ...BRUNEL_FULL, ...BRUNEL_STATES.AI })).toBeGreaterThan(0.5);
    expect(selfConsistentCv({ ...BRUNEL_FULL, ...BRUNEL_STATES.SR })).toBeLessThan(0.2);
  });
});

describe('what a neuron of the network sees', () => {
  it('has a mean at the threshold when the drive alone is one threshold rate', () => {
    expect(networkDrive({ ...BRUNEL_FULL, g: 5, eta: 1 }, 0).muMv).toBeCloseTo(20, 12);
    expect(thresholdRateHz(BRUNEL_FULL)).toBeCloseTo(10, 12);
  });

  it('keeps its mean and gains noise when the network fires with g = 4', () => {
    const quiet = networkDrive({ ...BRUNEL_FULL, g: 4, eta: 2 }, 0);
    const firing = networkDrive({ ...BRUNEL_FULL, g: 4, eta: 2 }, 10);
    expect(firing.muMv).toBeCloseTo(quiet.muMv, 12);
    // 1 + γg² = 5 times the noise of as many spikes from outside, 20 Hz of them.
    expect(firing.sigmaMv ** 2 / quiet.sigmaMv ** 2).toBeCloseTo((20 + 10 * 5) / 20, 12);
  });
});
