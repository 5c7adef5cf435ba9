/** The table of names against the files themselves. */
import { describe, expect, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { LIF_NAMES } from '../../src/export/names.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';

const EXPERIMENT = parseExperiment({
  version: 1,
  method: 'exact',
  neuron: { C_m: 3, V_reset: -65 },
  inputs: [{ type: 'spikes', times: [10], tau_syn: 4 }],
});
const text = (target: 'python' | 'brian2' | 'nest' | 'pynn') =>
  exportTo(target, EXPERIMENT).files[0]?.text ?? '';

describe('each name of the table stands in the file of its tool', () => {
  test.each(LIF_NAMES.map((row) => [row.meaning, row] as const))('%s', (_, { brian2, nest, pynn }) => {
    expect(text('nest')).toContain(`'${nest}':`);
    expect(text('pynn')).toMatch(new RegExp(`\\b${pynn}=`));
    expect(text('brian2')).toMatch(new RegExp(`\\b${brian2}\\s*=`));
  });

  test('a capacitance of 3 nF is 3000 pF in NEST and 3 in PyNN', () => {
    const [, value = ''] = /'C_m': ([\d.* ]+)/.exec(text('nest')) ?? [];
    expect(value.split('*').reduce((product, factor) => product * Number(factor), 1)).toBe(3000);
    expect(text('pynn')).toMatch(/cm=3,/);
  });
});
