import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FixedInput } from '../../src/sim/experiment.ts';
import { fitLif, type Estimate, type Fitted } from '../../src/sim/fit-lif.ts';
import { normal } from '../../src/sim/normal.ts';
import { Random } from '../../src/sim/random.ts';
import { closedLif, type ClosedNeuron, type ClosedStep } from './closed-lif.ts';

const NEURON: ClosedNeuron = {
  R: 10,
  C: 1,
  rest: -65,
  threshold: -50,
  reset: -72,
  refractory: 2,
  first: -65,
};
const STEP: ClosedStep = { amplitude: 2, on: 20, off: 150 };
const inputOf = ({ amplitude, on, off }: ClosedStep): FixedInput[] => [
  { type: 'step', amplitude, start: on, stop: off },
];
const fit = (neuron: ClosedNeuron, step = STEP, dt = 0.1, end = 200) => {
  const { t, V, spikes } = closedLif(neuron, step, dt, end);
  return { ...fitLif(t, V, inputOf(step)), truth: spikes };
};
const within = (estimate: Estimate | undefined, truth: number, part: number) =>
  expect(Math.abs((estimate?.value ?? NaN) - truth)).toBeLessThanOrEqual(part * Math.abs(truth));

interface Brian2Run {
  name: string;
  params: Record<string, number>;
  dt_ms: number;
  spike_times_ms: number[];
  V_end_of_step_mV: number[];
}
const BRIAN2 = (
  JSON.parse(readFileSync(new URL('../reference/brian2_lif.json', import.meta.url), 'utf8')) as Brian2Run[]
).filter(({ spike_times_ms }) => spike_times_ms.length > 0);

describe('fitLif', () => {
  it.each([
    ['of the course', NEURON],
    ['that is quick', { ...NEURON, C: 0.4, refractory: 4.3 }],
    ['that is slow', { ...NEURON, C: 2.5, rest: -60, first: -68, reset: -60 }],
    ['of high resistance', { ...NEURON, R: 40, C: 0.5 }],
  ])('finds every number of a neuron %s in its trace', (_, neuron) => {
    const { values, rms, untold, spikes, truth } = fit(neuron);
    // What six digits of rounding leave; the fit is of the formula that made the trace.
    within(values.tau, neuron.R * neuron.C, 1e-6);
    within(values.R_m, neuron.R, 1e-6);
    within(values.C_m, neuron.C, 1e-6);
    within(values.E_L, neuron.rest, 1e-6);
    within(values.V_m, neuron.first, 1e-6);
    within(values.V_reset, neuron.reset, 1e-6);
    // Threshold is passed between two samples.
    within(values.V_th, neuron.threshold, 1e-3);
    within(values.t_ref, neuron.refractory, 0.02);
    expect(spikes.length).toBe(truth.length);
    spikes.forEach((time, i) => expect(Math.abs(time - (truth[i] as number))).toBeLessThan(0.05));
    expect(rms).toBeLessThan(1e-6);
    expect(untold).toEqual([]);
  });
  it('finds them in samples a millisecond apart', () => {
    const { values } = fit(NEURON, STEP, 1);
    within(values.tau, 10, 1e-6);
    within(values.R_m, 10, 1e-6);
    within(values.V_th, -50, 2e-3);
    within(values.t_ref, 2, 0.05);
  });
  it.each(BRIAN2.map((run) => [`${run.name} in steps of ${run.dt_ms} ms`, run] as const))(
    'finds what Brian2 was given for %s, from its trace on a grid',
    (_, { params: p, dt_ms, spike_times_ms, V_end_of_step_mV }) => {
      const V = Float64Array.of(p['V_m_init_mV'] as number, ...V_end_of_step_mV);
      const amplitude = (p['I_e_pA'] as number) / 1000;
      const { values, spikes } = fitLif(
        V.map((_v, k) => k * dt_ms),
        V,
        inputOf({ amplitude, on: 0, off: 1e4 }),
      );
      const tau = p['tau_m_ms'] as number;
      within(values.tau, tau, 1e-4);
      within(
        values.steady,
        (p['E_L_mV'] as number) + (tau / (p['C_m_pF'] as number)) * amplitude * 1000,
        1e-4,
      );
      // On a grid every spike waits for the end of its step.
      const { V_th, V_reset, t_ref } = values as Record<Fitted, Estimate>;
      expect(Math.abs(V_th.value - (p['V_th_mV'] as number))).toBeLessThan(3 * V_th.error + 1e-6);
      expect(Math.abs(V_reset.value - (p['V_reset_mV'] as number))).toBeLessThan(3 * V_reset.error + 1e-6);
      expect(Math.abs(t_ref.value - (p['t_ref_ms'] as number))).toBeLessThan(1.5 * dt_ms);
      expect(spikes.length).toBe(spike_times_ms.length);
      spikes.forEach((time, i) =>
        expect(Math.abs(time - (spike_times_ms[i] as number))).toBeLessThanOrEqual(1.01 * dt_ms),
      );
    },
  );
  it('takes a spike without refractory period for one shorter than the samples show', () => {
    const { values } = fit({ ...NEURON, refractory: 0 });
    expect(values.t_ref?.value).toBe(0);
    within(values.V_reset, -72, 1e-3);
  });
  it('states errors that hold the truth: under noise nine of ten values lie within two of them', () => {
    const truth: Partial<Record<Fitted, number>> = {
      tau: 10,
      R_m: 10,
      C_m: 1,
      E_L: -65,
      V_m: -65,
      V_reset: -72,
      V_th: -50,
      t_ref: 2,
    };
    const { t, V } = closedLif(NEURON, STEP, 0.2, 200);
    const off = Array.from({ length: 20 }, (_, seed) => {
      const random = new Random(seed);
      const { values } = fitLif(
        t,
        V.map((v) => v + 0.3 * normal(random)),
        inputOf(STEP),
      );
      return Object.entries(truth).map(([name, true_]) => {
        const { value, error } = values[name as Fitted] as Estimate;
        return Math.abs(value - true_) / error;
      });
    }).flat();
    expect(off).toHaveLength(160);
    expect(off.filter((by) => by < 2).length / off.length).toBeGreaterThan(0.9);
    // And are not so wide that they say nothing.
    expect(off.filter((by) => by > 0.5).length / off.length).toBeGreaterThan(0.3);
  });

  it('of a recording, in which spikes are drawn out, the stretches between them are fitted', () => {
    const { t, V, spikes: truth } = closedLif(NEURON, STEP, 0.05, 200);
    // Up to 30 mV in 0.4 ms, and down to reset by the end of the refractory period.
    const recorded = V.map((v, k) => {
      const since = (t[k] as number) - (truth.findLast((time) => time <= (t[k] as number)) ?? -Infinity);
      if (since < 0.4) return -50 + 200 * since;
      return since < 2 ? 30 - (102 * (since - 0.4)) / 1.6 : v;
    });
    const { values, spikes } = fitLif(t, recorded, inputOf(STEP));
    within(values.tau, 10, 0.01);
    within(values.R_m, 10, 0.01);
    within(values.E_L, -65, 0.01);
    within(values.V_reset, -72, 0.01);
    within(values.V_th, -50, 0.01);
    within(values.t_ref, 2, 0.06);
    expect(spikes.length).toBe(truth.length);
    spikes.forEach((time, i) => expect(Math.abs(time - (truth[i] as number))).toBeLessThan(0.1));
  });
  it('under a current that never changes, resistance and rest are those of a neuron that began at rest', () => {
    const { values, untold } = fit(NEURON, { amplitude: 2, on: 0, off: 500 });
    within(values.tau, 10, 1e-6);
    within(values.steady, -45, 1e-6);
    within(values.E_L, -65, 1e-6);
    within(values.R_m, 10, 1e-6);
    within(values.C_m, 1, 1e-6);
    expect(untold).toEqual([
      'The current never changes: it tells resting potential and R·I only together. They are given for a neuron that began at rest.',
    ]);
  });
  it('of a trace that begins under a current that stays, only the potential it leads to is told', () => {
    const step = { amplitude: 1, on: 0, off: 500 };
    const { t, V } = closedLif(NEURON, step, 0.1, 200);
    const { values, untold } = fitLif(t.subarray(50), V.subarray(50), inputOf(step));
    within(values.tau, 10, 1e-5);
    within(values.steady, -55, 1e-6);
    for (const name of ['R_m', 'C_m', 'E_L', 'V_m']) expect(values).not.toHaveProperty(name);
    expect(untold[0]).toMatch(/^The current does not tell resting potential and resistance apart/);
  });
  it('without a spike nothing is said of threshold, reset and refractory period', () => {
    const { values, untold } = fit(NEURON, { ...STEP, amplitude: 1 });
    within(values.R_m, 10, 1e-6);
    for (const name of ['V_th', 'V_reset', 't_ref']) expect(values).not.toHaveProperty(name);
    expect(untold).toEqual([
      'There is no spike: threshold, reset potential and refractory period cannot be told.',
    ]);
  });
  it('a neuron that stays at rest tells no time constant', () => {
    const { values, untold } = fit(NEURON, { ...STEP, amplitude: 0 });
    expect(values).toEqual({});
    expect(untold[0]).toMatch(/^The potential settles too little/);
  });
  it('refuses jumps, and fewer than ten samples', () => {
    const { t, V } = closedLif(NEURON, STEP, 0.1, 200);
    const jumps = [{ type: 'spikes', synapse: 'delta', times: [5], weight: 1 }] as unknown as FixedInput[];
    expect(() => fitLif(t, V, jumps)).toThrow(
      new RangeError('inputs.0.synapse must be "exp" or "alpha" to be fitted, got "delta": it is no current'),
    );
    expect(() => fitLif(t.subarray(0, 9), V.subarray(0, 9), [])).toThrow(
      new RangeError('a fit must have at least 10 samples, got 9'),
    );
  });
});
