import { describe, expect, it } from 'vitest';
import { axisOver } from '../../src/figures/axis.ts';
import { plotsAsCsv } from '../../src/figures/csv.ts';
import type { Plot } from '../../src/figures/plot.ts';
import { plotTables } from '../../src/figures/table.ts';

const curve: Plot = {
  title: 'Firing rate over current',
  narrow: false,
  x: axisOver([0, 4], 4, { unit: 'nA', label: 'current, constant', quantity: 'input' }),
  panels: [
    { id: 'rate', weight: 1, axis: axisOver([0, 100], 4, { unit: 'Hz', label: 'rate', quantity: 'fire' }) },
    {
      id: 'gain',
      weight: 1,
      axis: { ...axisOver([-2, 2], 4, { unit: '', label: 'gain', quantity: 'axis' }), log: true },
    },
  ],
  marks: [
    {
      kind: 'line',
      id: 'f-I curve',
      panel: 'rate',
      quantity: 'fire',
      points: [
        { x: 0, y: 0 },
        { x: 1, y: NaN },
        { x: 2.5, y: 29.25 },
        { x: 4, y: 62.5 },
      ],
    },
    {
      kind: 'line',
      id: 'limit',
      panel: 'rate',
      quantity: 'axis',
      points: [
        { x: 0, y: 500 },
        { x: 4, y: 500 },
      ],
    },
    { kind: 'bars', id: 'bars', panel: 'gain', quantity: 'fire', bars: [{ from: 0, to: 2, y: -1 }] },
  ],
  labels: [],
};

describe('plotsAsCsv', () => {
  it('has a block for each panel under a header with units, and every point but gaps', () => {
    expect(plotsAsCsv([curve]).split('\n')).toEqual([
      'mark,"current, constant (nA)",rate (Hz)',
      'f-I curve,0,0',
      'f-I curve,2.5,29.25',
      'f-I curve,4,62.5',
      'limit,0,500',
      'limit,4,500',
      '',
      'mark,"current, constant (nA)",gain',
      // The axis holds the logarithm: 10^−1.
      'bars,1,0.1',
      '',
    ]);
  });
});

describe('plotTables', () => {
  it('has a table for each line that is no level, with a row for each point', () => {
    const [table, ...rest] = plotTables(curve);
    expect(rest).toEqual([]);
    expect(table?.title).toBe('Firing rate over current: f-I curve');
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      [0, 0],
      [2.5, 29.25],
      [4, 62.5],
    ]);
  });
  it('leaves rows out at regular distances where there are hundreds, but never the last', () => {
    const points = Array.from({ length: 601 }, (_, k) => ({ x: k, y: k }));
    const many: Plot = {
      ...curve,
      marks: [{ kind: 'line', id: 'line', panel: 'rate', quantity: 'fire', points }],
    };
    const rows = plotTables(many)[0]?.rows ?? [];
    expect(rows.length).toBeLessThanOrEqual(62);
    expect(rows[0]?.cells[0]).toBe(0);
    expect(rows.at(-1)?.cells[0]).toBe(600);
  });
});
