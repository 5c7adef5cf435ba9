import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumArrows } from '../../src/figures/circuit-arrows.ts';
import { describeCircuit } from '../../src/figures/circuit-sentence.ts';
import { circuitState } from '../../src/sim/membrane-circuit.ts';

const value = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const course = { R_m: 10, C_m: 2, E_L: -70, leak: true };

describe('the currents of the membrane circuit', () => {
  it('at −60 mV and 2 nA: 1 nA leaks out, 1 nA charges the capacitor, u rises by 0.5 mV/ms', () => {
    expect(circuitState(course, -60, 2)).toEqual({ leakNa: 1, capacitorNa: 1, slopeMvPerMs: 0.5 });
  });

  it('at −80 mV without input: 1 nA leaks in and u rises', () => {
    expect(circuitState(course, -80, 0)).toEqual({ leakNa: -1, capacitorNa: 1, slopeMvPerMs: 0.5 });
  });

  it('at rest without input: nothing flows', () => {
    expect(circuitState(course, -70, 0)).toEqual({ leakNa: 0, capacitorNa: 0, slopeMvPerMs: 0 });
  });

  it('without leak channels all of the current stays on the capacitor, at any potential', () => {
    fc.assert(
      fc.property(value(-100, -40), value(-5, 5), (V_m, injected) => {
        const state = circuitState({ ...course, leak: false }, V_m, injected);
        return state.leakNa === 0 && state.capacitorNa === injected;
      }),
    );
  });

  it('obey Kirchhoff’s current law and the membrane equation', () => {
    fc.assert(
      fc.property(value(-100, -40), value(0, 5), value(1, 40), value(0.1, 5), (V_m, injected, R_m, C_m) => {
        const { leakNa, capacitorNa, slopeMvPerMs } = circuitState({ ...course, R_m, C_m }, V_m, injected);
        // Rounding of a sum of numbers below 100: a few units in the last place.
        expect(leakNa + capacitorNa).toBeCloseTo(injected, 12);
        // tau du/dt = −(u − u_rest) + R I, every term in mV.
        expect(R_m * C_m * slopeMvPerMs).toBeCloseTo(-(V_m + 70) + R_m * injected, 9);
      }),
    );
  });
});

describe('the arrows', () => {
  it('of leak and capacitor, head to tail, end where the arrow of the injected current ends', () => {
    fc.assert(
      fc.property(value(-100, -40), value(0, 5), (V_m, injected) => {
        const [input, leak, capacitor] = sumArrows(injected, circuitState(course, V_m, injected), 36, 150);
        expect(leak?.from).toBe(input?.from);
        expect(capacitor?.from).toBe(leak?.to);
        expect(capacitor?.to).toBeCloseTo(input?.to ?? NaN, 9);
      }),
    );
  });

  it('point the other way when the leak lets current in', () => {
    const [, leak] = sumArrows(0, circuitState(course, -80, 0), 36, 150);
    expect(leak).toEqual({ quantity: 'leak', row: 1, from: 150, to: 114 });
  });
});

describe('the sentence', () => {
  const says = (V_m: number, injected: number) =>
    describeCircuit(injected, circuitState(course, V_m, injected)).replaceAll('\u00a0', ' ');

  it.each([
    [
      -60,
      2,
      '2.00 nA comes in. The leak lets 1.00 nA out, 1.00 nA charges the capacitor: u rises by 0.50 mV in each millisecond.',
    ],
    [
      -80,
      0,
      'No current comes in. The leak lets 1.00 nA in, 1.00 nA charges the capacitor: u rises by 0.50 mV in each millisecond.',
    ],
    [
      -60,
      0,
      'No current comes in. The leak lets 1.00 nA out, 1.00 nA is taken from the capacitor: u falls by 0.50 mV in each millisecond.',
    ],
    [
      -50,
      2,
      '2.00 nA comes in. The leak lets 2.00 nA out, none is left for the capacitor: u stays where it is.',
    ],
    [
      -70,
      0,
      'No current comes in. Nothing flows through the leak, none is left for the capacitor: u stays where it is.',
    ],
  ])('at %d mV and %d nA says where the current goes and what u does', (V_m, injected, sentence) => {
    expect(says(V_m, injected)).toBe(sentence);
  });
});
