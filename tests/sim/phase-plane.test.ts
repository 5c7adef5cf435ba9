/** Phase planes against closed forms, against runs of the models, and the reduced axon against the full one. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adexHopfNa, adexPlane, adexSaddleNodeNa } from '../../src/sim/adex-plane.ts';
import type { AdexNeuron, HodgkinHuxleyNeuron, IzhikevichNeuron, Neuron } from '../../src/sim/experiment.ts';
import { hodgkinHuxleyPlane } from '../../src/sim/hodgkin-huxley-plane.ts';
import { izhikevichPlane } from '../../src/sim/izhikevich-plane.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const neuronOf = <N extends Neuron>(neuron: object) => parseExperiment({ version: 1, neuron }).neuron as N;
const adex = (fields: object = {}) => neuronOf<AdexNeuron>({ model: 'adex', ...fields });
const izhikevich = neuronOf<IzhikevichNeuron>({ model: 'izhikevich' });
const squid = neuronOf<HodgkinHuxleyNeuron>({ model: 'hodgkin_huxley' });

const spikeCount = (neuron: Neuron, amplitude: number, duration = 3000) =>
  simulate(
    parseExperiment({
      version: 1,
      neuron,
      inputs: [{ type: 'ramp', from: 0, to: amplitude }],
      duration,
      dt: 1,
    }),
  ).spikes.length;

describe.each([
  ['AdEx', adexPlane(adex(), 0.3)],
  ['Izhikevich', izhikevichPlane(izhikevich, 2)],
  ['Hodgkin–Huxley, reduced', hodgkinHuxleyPlane(squid, 2)],
])('%s', (_, plane) => {
  test('the field vanishes in one direction on each nullcline, in both at a fixed point', () => {
    for (const V of [-75, -65, -60, -55]) {
      const y = plane.voltageNullcline(V);
      if (y !== null) expect(Math.abs(plane.field(V, y)[0])).toBeLessThan(1e-11);
      expect(Math.abs(plane.field(V, plane.recoveryNullcline(V))[1])).toBeLessThan(1e-12);
    }
    expect(plane.fixedPoints.length).toBeGreaterThan(0);
    for (const { V, y } of plane.fixedPoints) {
      plane.field(V, y).forEach((change) => expect(Math.abs(change)).toBeLessThan(1e-10));
    }
  });

  test('the lowest fixed point is stable under a weak current', () => {
    expect(plane.fixedPoints[0]?.stability).toMatch(/^stable/);
  });
});

describe('AdEx', () => {
  test('has two fixed points below the saddle-node current and none above', () => {
    const critical = adexSaddleNodeNa(adex());
    expect(adexPlane(adex(), critical - 1e-6).fixedPoints.map(({ stability }) => stability)[1]).toBe(
      'saddle',
    );
    expect(adexPlane(adex(), critical + 1e-6).fixedPoints).toHaveLength(0);
  });

  test('without adaptation it fires above g_L(V_T − E_L − Δ_T), and not below', () => {
    const neuron = adex({ a: 0, b: 0 });
    const critical = adexSaddleNodeNa(neuron);
    // 0.03 µS · (20.2 − 2) mV
    expect(critical).toBeCloseTo(0.546, 12);
    expect(adexHopfNa(neuron)).toBeNull();
    expect(spikeCount(neuron, critical)).toBe(0);
    expect(spikeCount(neuron, critical * 1.05)).toBeGreaterThan(0);
  });

  test('strong slow adaptation: rest turns from stable to unstable at the Hopf current, below the saddle-node', () => {
    const hopf = adexHopfNa(adex()) ?? NaN;
    expect(hopf).toBeLessThan(adexSaddleNodeNa(adex()));
    expect(adexPlane(adex(), hopf - 1e-5).fixedPoints[0]?.stability).toBe('stable focus');
    expect(adexPlane(adex(), hopf + 1e-5).fixedPoints[0]?.stability).toBe('unstable focus');
    expect(Math.abs(adexPlane(adex(), hopf).fixedPoints[0]?.trace ?? NaN)).toBeLessThan(1e-7);
  });

  test('its linear flow at rest is the one of the textbook', () => {
    const { C_m, g_L, a, tau_w, V_th, Delta_T } = adex();
    const { V, trace, determinant } = adexPlane(adex(), 0.3).fixedPoints[0] ?? {
      V: NaN,
      trace: NaN,
      determinant: NaN,
    };
    const own = (g_L * Math.expm1((V - V_th) / Delta_T)) / C_m;
    // Central differences of 1e-4 mV: 1e-9 of the third derivative, and rounding.
    expect(trace).toBeCloseTo(own - 1 / tau_w, 8);
    expect(determinant).toBeCloseTo((a / C_m - own) / tau_w, 8);
  });
});

describe('Izhikevich', () => {
  test('its fixed points are the roots of 0.04V² + (5 − b)V + 140 + I', () => {
    const [rest, saddle] = izhikevichPlane(izhikevich, 0).fixedPoints;
    expect(rest?.V).toBeCloseTo(-70, 10);
    expect(saddle?.V).toBeCloseTo(-50, 10);
    expect([rest?.stability, saddle?.stability]).toEqual(['stable node', 'saddle']);
  });

  test('they meet at (5 − b)²/0.16 − 140 = 4 mV/ms', () => {
    expect(izhikevichPlane(izhikevich, 4 - 1e-9).fixedPoints).toHaveLength(2);
    expect(izhikevichPlane(izhikevich, 4 + 1e-9).fixedPoints).toHaveLength(0);
  });
});

describe('the axon reduced to V and n', () => {
  test('h + n of the full axon keep to the line within 0.1, from rest through every spike of the reference', () => {
    const { cases } = JSON.parse(
      readFileSync(new URL('../reference/hh_squid.json', import.meta.url), 'utf8'),
    ) as { cases: { h: number[]; n: number[] }[] };
    let compared = 0;
    for (const { h, n } of cases) {
      h.forEach((value, k) => {
        expect(Math.abs(value - (0.89 - 1.1 * (n[k] ?? NaN)))).toBeLessThan(0.1);
        compared++;
      });
    }
    expect(compared).toBe(1800);
  });

  test('rests within 2 mV of the full axon, and only there', () => {
    const { fixedPoints } = hodgkinHuxleyPlane(squid, 0);
    expect(fixedPoints).toHaveLength(1);
    expect(Math.abs((fixedPoints[0]?.V ?? NaN) + 65)).toBeLessThan(2);
  });

  test('its rest becomes unstable as the current grows', () => {
    expect(hodgkinHuxleyPlane(squid, 20).fixedPoints[0]?.stability).toMatch(/^unstable/);
  });
});
