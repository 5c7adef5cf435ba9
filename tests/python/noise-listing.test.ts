/** The program of the lesson on noise, in NumPy: it fires as theory says. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { listings } from '../../src/lib/notebook/python-cells.ts';
import type { LifNeuron } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { gridShiftMv, siegertCv, siegertRateHz } from '../../src/sim/siegert.ts';
import { readPage } from './pages.ts';
import { pythonWith, titled } from './system-python.ts';

const { code } = listings(readPage('src/content/docs/lessons/08-noise.mdx')).find(
  ({ language }) => language === 'python',
)!;
const python = pythonWith('numpy');

/** As in the program: step and length of the run, ms. */
const DT = 0.05;
const DURATION = 100_000;
/** Standard errors. One run in 15 000 would be further off, and the seed is fixed. */
const ERRORS = 4;

function runWith(mu: number, sigma: number): { rateHz: number; cv: number } {
  const here = code.replace('20.0, -55.0, 5.0', `20.0, ${mu}, ${sigma}`);
  expect(here).toContain(`tau, mu, sigma = 20.0, ${mu}, ${sigma}`);
  const { status, stdout, stderr } = spawnSync(python!, ['-c', `${here}\nprint(rate, cv)`], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const [, numbers = ''] = stdout.trim().split('\n');
  const [rateHz = NaN, cv = NaN] = numbers.split(' ').map(Number);
  return { rateHz, cv };
}

describe('the program of the lesson on noise', () => {
  it('takes the step and the length that the text speaks of', () => {
    expect(code).toContain('dt, duration = 0.05, 100_000.0');
  });

  it.skipIf(!python).each([
    [-55, 5],
    [-50, 4],
    [-45, 4],
  ])(
    `fires within four standard errors of Siegert’s rate: mean %d mV, σ %d mV, ${titled(python, 'NumPy')}`,
    (mu, sigma) => {
      const neuron = parseExperiment({ version: 1 }).neuron as LifNeuron;
      // Threshold is looked at once a step: theory for the grid (siegert.ts).
      const onGrid = { ...neuron, V_th: neuron.V_th + gridShiftMv(neuron, sigma, DT) };
      const [rateHz, cv] = [siegertRateHz(onGrid, mu, sigma), siegertCv(onGrid, mu, sigma) ?? NaN];
      const count = (rateHz * DURATION) / 1000;
      const run = runWith(mu, sigma);
      expect(Math.abs(run.rateHz / rateHz - 1)).toBeLessThan((ERRORS * cv) / Math.sqrt(count));
      // Of a CV the error is near cv·√(1/2 + cv²)/√n, where the intervals are spread as here.
      expect(Math.abs(run.cv / cv - 1)).toBeLessThan(ERRORS * Math.sqrt((0.5 + cv ** 2) / count));
    },
  );
});
