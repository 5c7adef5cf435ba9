import { describe, expect, it } from 'vitest';
import { proseValue } from '../../src/lib/prose-values.ts';

// Printed to two decimals in the course outline, computed there independently.
const TWO_DECIMALS = 2;

describe('a number of a lesson', () => {
  it.each([
    ['interval', { current: 2.5 }, undefined, 34.19, 'ms'],
    ['rate', { current: 2.5 }, undefined, 29.25, 'Hz'],
    ['interval', { current: 2.5, neuron: { V_reset: -65 } }, undefined, 29.73, 'ms'],
    ['rate', { current: 2.5, neuron: { V_reset: -65 } }, undefined, 33.64, 'Hz'],
    ['firstSpike', { current: 2.5 }, undefined, 32.19, 'ms'],
    ['firstSpike', { current: 1, neuron: { leak: false } }, undefined, 40, 'ms'],
    ['potential', { current: 1.5, neuron: { threshold: false } }, 20, -60.52, 'mV'],
    ['timeTo', { current: 1.5 }, -60, 21.97, 'ms'],
    ['uInf', { current: 1.5 }, undefined, -55, 'mV'],
    ['uInf', { current: 1.5, neuron: { R_m: 20 } }, undefined, -40, 'mV'],
    ['tau', { neuron: { R_m: 20 } }, undefined, 40, 'ms'],
    ['slope', { current: 1.5 }, undefined, 0.75, 'mV/ms'],
    ['slope', { current: 1.5, neuron: { R_m: 20 } }, undefined, 0.75, 'mV/ms'],
    ['slope', { current: 2 }, -60, 0.5, 'mV/ms'],
    ['leakCurrent', { current: 2 }, -60, 1, 'nA'],
    ['leakCurrent', { current: 0 }, -80, -1, 'nA'],
    ['capacitorCurrent', { current: 2 }, -60, 1, 'nA'],
    ['cutoff', {}, undefined, 7.96, 'Hz'],
    ['rheobase', {}, undefined, 2, 'nA'],
    [
      'psp',
      { experiment: { inputs: [{ type: 'spikes', times: [10], weight: 0.5, tau_syn: 5 }] } },
      undefined,
      0.787,
      'mV',
    ],
    [
      'pspTime',
      { experiment: { inputs: [{ type: 'spikes', times: [10], weight: 0.5, tau_syn: 5 }] } },
      undefined,
      9.24,
      'ms',
    ],
    [
      'psp',
      { experiment: { inputs: [{ type: 'spikes', synapse: 'alpha', times: [1], weight: 0.5, tau_syn: 5 }] } },
      undefined,
      1.878,
      'mV',
    ],
    [
      'pspTime',
      { experiment: { inputs: [{ type: 'spikes', synapse: 'alpha', times: [1], weight: 0.5, tau_syn: 5 }] } },
      undefined,
      15.58,
      'ms',
    ],
    [
      'trainPeak',
      { experiment: { inputs: [{ type: 'spikes', synapse: 'delta', times: [1], weight: 1 }] } },
      10,
      2.54,
      'mV',
    ],
    ['trainWeight', {}, 10, 7.87, 'mV'],
    ['toThreshold', {}, undefined, 20, 'mV'],
    ['openPotential', { synapses: [{ conductance: 0.05, reversal: 0 }] }, undefined, -46.67, 'mV'],
    ['openTau', { synapses: [{ conductance: 0.05, reversal: 0 }] }, undefined, 13.33, 'ms'],
    ['chronaxie', {}, undefined, 13.86, 'ms'],
    ['pulseCurrent', {}, 5, 9.04, 'nA'],
    ['pulseCharge', {}, 5, 45.21, 'pC'],
    ['briefCharge', {}, undefined, 40, 'pC'],
    ['neuron.V_th', {}, undefined, -50, 'mV'],
    [
      'spikes',
      { experiment: { inputs: [{ type: 'step', amplitude: 2 }], duration: 10_000 } },
      undefined,
      0,
      '1',
    ],
    ['rate', { current: 2 }, undefined, 0, 'Hz'],
  ] as const)('%s of %j at %s is %d %s', (is, given, at, value, unit) => {
    const found = proseValue(is, given, at);
    expect(found.value).toBeCloseTo(value, TWO_DECIMALS);
    expect(found.unit).toBe(unit);
  });

  it('keeps 1/√2 of a sine at the cut-off', () => {
    expect(proseValue('gain', {}, proseValue('cutoff', {}).value).value).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it.each([
    ['interval', { current: 2 }, undefined, 'Value of interval must be a finite number, got Infinity ms'],
    ['uInf', {}, undefined, 'Value of uInf must be a finite number, got NaN mV'],
    ['potential', { current: 1 }, 0.05, 'Value of potential must be a finite number, got NaN mV'],
    ['speed', {}, undefined, /Value must be one of rheobase, .* got "speed"/],
    ['neuron.C_m', { neuron: { C_m: -2 } }, undefined, 'neuron.C_m'],
    ['tau', { experiment: {}, current: 1 }, undefined, 'must have an experiment, or current and neuron'],
  ] as const)('%s of %j at %s is refused', (is, given, at, message) => {
    expect(() => proseValue(is, given, at)).toThrow(message);
    expect(() => proseValue(is, given, at)).toThrow(RangeError);
  });
});
