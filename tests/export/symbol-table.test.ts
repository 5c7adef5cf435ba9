/** The table of symbols against the records, the names of the exported files, and the tools' own documentation. */
import { describe, expect, test } from 'vitest';
import { foundName } from '../../src/export/found-names.ts';
import { LIF_NAMES } from '../../src/export/names.ts';
import { neuronSymbols, otherSymbols } from '../../src/export/symbol-table.ts';
import { formulaHtml } from '../../src/lib/formula.ts';
import { MODELS } from '../../src/sim/models.ts';

const sections = [...neuronSymbols(), ...otherSymbols()];
const rows = sections.flatMap((section) => section.rows.map((row) => ({ ...row, where: section.where })));
const names = (model: string, parameter: string) => {
  const { elsewhere = {} } = rows.find(({ where, name }) => where === model && name === parameter)!;
  return Object.values(elsewhere).map((found) => found && `${found.name} ${found.unit}`);
};

test('each parameter of each model is in the table, with the symbol of its record', () => {
  for (const [model, { params }] of Object.entries(MODELS)) {
    for (const [name, { symbol, unit }] of Object.entries(params)) {
      const named = (where: string) => rows.find((each) => each.where === where && each.name === name);
      const row = named(model) ?? named('lif');
      expect(row, `${model}.${name}`).toMatchObject({ symbol, unit });
    }
  }
});

test.each(rows)('$where: $name has a symbol that KaTeX draws', ({ symbol, meaning }) => {
  expect(formulaHtml(symbol)).toContain('class="katex"');
  expect(meaning).toMatch(/^[\p{L}–-]/u);
});

test('the leaky integrate-and-fire neuron has the names of the page on export', () => {
  for (const { name, brian2, nest, nestUnit, pynn, pynnUnit } of LIF_NAMES) {
    const [ofBrian2, ofNest, ofPynn] = names('lif', name);
    expect(ofBrian2?.split(' ')[0]).toBe(brian2);
    expect([ofNest, ofPynn]).toEqual([`${nest} ${nestUnit}`, `${pynn} ${pynnUnit}`]);
  }
});

describe('names are those of the tools’ documentation', () => {
  // NEST: aeif_psc_exp, iaf_cond_exp, izhikevich, hh_psc_alpha. PyNN: EIF_cond_exp_isfa_ista, IF_cond_exp.
  test.each([
    ['adex', 'C_m', 'C_m pF', 'cm nF'],
    ['adex', 'g_L', 'g_L nS', undefined],
    ['adex', 'Delta_T', 'Delta_T mV', 'delta_T mV'],
    ['adex', 'V_peak', 'V_peak mV', 'v_spike mV'],
    ['adex', 'a', 'a nS', 'a nS'],
    ['adex', 'b', 'b pA', 'b nA'],
    ['adex', 't_ref', 't_ref ms', 'tau_refrac ms'],
    ['lif_cond', 'E_ex', 'E_ex mV', 'e_rev_E mV'],
    ['izhikevich', 'V_peak', 'V_th mV', undefined],
    ['izhikevich', 'u', 'U_m mV/ms', undefined],
    ['hodgkin_huxley', 'g_Na', 'g_Na nS', undefined],
    ['alif', 'tau_w', undefined, undefined],
  ])('%s: %s', (model, parameter, nest, pynn) => {
    expect(names(model, parameter).slice(1)).toEqual([nest, pynn]);
  });
});

test('a parameter that a tool has in no form, or that there is not, has no name', () => {
  expect(foundName('lif', 'R_m', 'nest')).toBeUndefined();
  expect(foundName('adex', 'V_x', 'nest')).toBeUndefined();
  expect(foundName('adex', 't_ref', 'brian2')).toEqual({ name: 'refractory', unit: 'ms' });
});
