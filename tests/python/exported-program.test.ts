/** The plain Python that a figure writes runs in the Python of the page, too, with the same spikes. */
import { expect, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { startPython } from './pyodide.ts';

const STEP = { type: 'step', amplitude: 2.5 };
const TRAIN = { type: 'spikes', times: [10, 30, 31, 90], weight: 4, tau_syn: 5 };

/** Times on a grid are its own numbers; between the samples both solve the same equation to rounding. */
const SAME_MS = 1e-9;

const python = await startPython();

test.each([
  ['a step, by the event-driven method', { inputs: [STEP], method: 'precise' }, 5],
  [
    'a reset above rest, by Euler’s method',
    { inputs: [STEP], neuron: { V_reset: -65 }, method: 'euler', dt: 0.5 },
    5,
  ],
  ['synapses on the exact grid', { inputs: [{ ...STEP, amplitude: 1.9 }, TRAIN], method: 'exact' }, 1],
  [
    'adaptation',
    {
      neuron: { model: 'alif', b: 0.3 },
      inputs: [{ ...STEP, amplitude: 3 }],
      method: 'exact',
      duration: 400,
    },
    5,
  ],
] as const)('%s: the exported program prints the spikes of the simulator', (_, data, least) => {
  const experiment = parseExperiment({ version: 1, duration: 200, ...data });
  const program = exportTo('python', experiment).files[0]?.text ?? '';
  python.fresh();
  const { output } = python.expectRun(program);
  const line = output.split('\n').find((each) => each.startsWith('spikes (ms):')) ?? '';
  const theirs = JSON.parse(line.replace('spikes (ms):', '')) as number[];
  const ours = Array.from(simulate(experiment).spikes);
  expect(ours.length).toBeGreaterThanOrEqual(least);
  expect(theirs).toHaveLength(ours.length);
  theirs.forEach((time, k) => expect(Math.abs(time - (ours[k] ?? NaN))).toBeLessThan(SAME_MS));
});
