/** The page about Python cells: tau = RC, and a step of current by Euler's method. */
import { expect } from 'vitest';
import { parseLifExperiment } from '../../../src/sim/parse-experiment.ts';
import { simulate } from '../../../src/sim/simulate.ts';
import { rheobaseNa, steadyStateMv, timeConstantMs } from '../../../src/sim/theory.ts';
import type { Twins } from './twin.ts';

/** nA. */
const CURRENT = 1.5;
const twin = parseLifExperiment({
  version: 1,
  neuron: { threshold: false },
  inputs: [{ type: 'step', amplitude: CURRENT }],
  duration: 100,
  dt: 0.1,
  method: 'euler',
});
const { t, V_m } = simulate(twin);
const tau = timeConstantMs(twin.neuron);
const end = steadyStateMv(twin.neuron, CURRENT);

export const twins: Twins = {
  'time-constant'(run) {
    expect(Number(run.value)).toBe(tau);
  },

  'step-response'({ output, lines }, python) {
    // The neuron would need more to fire, so that a run without threshold is the same.
    expect(CURRENT).toBeLessThan(rheobaseNa(twin.neuron));
    const u = python.read<number[]>('u');
    expect(u).toHaveLength(V_m.length);
    u.forEach((value, k) => {
      expect(value).toBeCloseTo(V_m[k]!, 9);
      // Of one step of Euler's the distance from the end keeps 1 − dt/tau.
      expect(value).toBeCloseTo(end + (twin.neuron.E_L - end) * (1 - twin.dt / tau) ** k, 9);
    });
    expect(Array.from(lines[0]!.y)).toEqual(u);
    Array.from(lines[0]!.x).forEach((time, k) => expect(time).toBeCloseTo(t[k]!, 9));
    expect(output).toBe(`u ends at ${Math.round(100 * V_m.at(-1)!) / 100} mV\n`);
  },

  'step-response solution'({ output }) {
    const rows = output.trim().split('\n');
    expect(rows).toHaveLength(5);
    rows.forEach((row, k) => {
      const [time, error] = row.split(' ').map(Number);
      expect(time).toBeCloseTo(25 * k, 9);
      const exact = end + (twin.neuron.E_L - end) * Math.exp((-25 * k) / tau);
      expect(error).toBeCloseTo(V_m[250 * k]! - exact, 9);
    });
  },

  slips({ error }) {
    expect(error!.frames.at(-1)).toMatchObject({ line: 2, name: 'mean' });
  },
};
