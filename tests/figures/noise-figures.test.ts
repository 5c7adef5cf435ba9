import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freePathsPlot } from '../../src/figures/free-paths-plot.ts';
import { noisyFiPlot } from '../../src/figures/noisy-fi-plot.ts';
import type { Plot } from '../../src/figures/plot.ts';

const lineOf = ({ marks }: Plot, id: string) => {
  const mark = marks.find((one) => one.id === id);
  return mark?.kind === 'line' ? mark.points : [];
};
const at = (points: readonly { x: number; y: number }[], x: number) =>
  points.find((point) => Math.abs(point.x - x) < 1e-9)?.y ?? NaN;

describe.each([688, 328])('the plot of the free potential, %d px wide', (width) => {
  const plot = freePathsPlot(width);

  it('has a mean that is a part 1/e short of −55 mV after τ, and a band that is nothing at the start and σ/√2 at the end', () => {
    const [band] = plot.marks;
    const points = band?.kind === 'band' ? band.points : [];
    expect(points[0]).toMatchObject({ low: -70, high: -70 });
    expect(at(lineOf(plot, 'mean'), 20)).toBeCloseTo(-55 - 15 / Math.E, 12);
    const last = points.at(-1)!;
    // Five time constants: e^−10 of the variance is missing.
    expect(last.high - last.low).toBeCloseTo(2 * (5 / Math.SQRT2), 3);
  });

  it('shows three different runs from rest that stay within four standard deviations', () => {
    const runs = [1, 2, 3].map((k) => lineOf(plot, `run ${k}`));
    expect(new Set(runs.map((points) => points.at(-1)?.y)).size).toBe(3);
    for (const points of runs) {
      expect(points[0]).toEqual({ x: 0, y: -70 });
      expect(points.at(-1)?.x).toBe(100);
      for (const { x, y } of points.slice(1)) {
        const sd = 5 * Math.sqrt((1 - Math.exp(-x / 10)) / 2);
        expect(Math.abs(y - (-55 - 15 * Math.exp(-x / 20))) / sd).toBeLessThan(4);
      }
    }
  });
});

describe('the plot of the rate over the mean', () => {
  const plot = noisyFiPlot(688);

  it('has no rate below threshold without noise, and above it the rate of a steady current', () => {
    const silent = lineOf(plot, 'σ 0');
    for (const { x, y } of silent) if (x <= -50) expect(y).toBe(0);
    // It rises upright: a thousandth of a millivolt above, by hand, t_ref 2 ms and τ ln(20.001/0.001).
    expect(at(silent, -49.999)).toBeCloseTo(1000 / (2 + 20 * Math.log(20_001)), 6);
    // 2.5 nA, by hand: t_ref 2 ms, τ ln 5.
    expect(at(silent, -45)).toBeCloseTo(1000 / (2 + 20 * Math.log(5)), 9);
  });

  it.each([
    ['σ 4', -50],
    ['σ 4', -45],
    ['σ 8', -60],
  ])('agrees with mpmath: %s mV at a mean of %d mV', (id, mean) => {
    const rows = JSON.parse(readFileSync('tests/reference/mpmath_cv.json', 'utf8')) as {
      mu: number;
      sigma: number;
      rate_hz: string;
    }[];
    const row = rows.find(({ mu, sigma }) => mu === mean && `σ ${sigma}` === id);
    expect(at(lineOf(plot, id), mean)).toBeCloseTo(Number(row?.rate_hz), 9);
  });

  it('rises with the noise wherever the mean is below threshold', () => {
    const [none, some, much] = ['σ 0', 'σ 4', 'σ 8'].map((id) => lineOf(plot, id));
    const below = none!.filter(({ x }) => x <= -50);
    expect(below.length).toBeGreaterThan(20);
    for (const { x, y } of below) {
      expect(at(some!, x)).toBeGreaterThan(y);
      expect(at(much!, x)).toBeGreaterThan(at(some!, x));
    }
  });
});
