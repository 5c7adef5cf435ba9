import { describe, expect, it } from 'vitest';
import { decayPlot } from '../../src/figures/decay-plot.ts';

describe('the plot of a decay', () => {
  it('halves every τ ln 2, and says what is left after one and three time constants', () => {
    const { marks, labels } = decayPlot(688);
    const [line] = marks;
    const points = line?.kind === 'line' ? line.points : [];
    const at = (x: number) => points.find((point) => Math.abs(point.x - x) < 1e-9)?.y ?? NaN;
    expect(at(0)).toBe(1);
    for (const x of [0, 1, 2.5]) expect(at(x + 1.5) / at(x)).toBeCloseTo(2 ** (-1.5 / Math.LN2), 12);
    // 1/e and 1/e³.
    expect(labels.map(({ text }) => text)).toEqual(['37\u00a0%', '5\u00a0%']);
  });
});
