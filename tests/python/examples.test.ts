/** Programs that lessons hand out as files. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from './pages.ts';
import { pythonWith, titled } from './system-python.ts';

const FOLDER = `${ROOT}public/examples`;
const python = pythonWith('numpy');

it('there is one', () => {
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.py'))).toEqual(['train-a-neuron.py']);
});

it.skipIf(!python)(`the neuron that is trained fires as often as wanted (${titled(python, 'numpy')})`, () => {
  const { status, stdout, stderr } = spawnSync(python!, [`${FOLDER}/train-a-neuron.py`], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^10 spikes after \d+ rounds\n$/);
});
