import { describe, expect, it } from 'vitest';
import { drawStill } from '../../src/components/charts/still.ts';
import { niceStep, ticksIn, widen } from '../../src/figures/axis.ts';
import { labelRuns, LENS_LABELS, lensOf } from '../../src/figures/lens-labels.ts';
import { membraneFrame, membranePlot, type MembraneView } from '../../src/figures/membrane-plot.ts';
import type { Plot, PlotAxis } from '../../src/figures/plot.ts';
import { sliderRange } from '../../src/figures/slider-range.ts';
import { STEP_PARAMS } from '../../src/sim/experiment-params.ts';
import { LIF } from '../../src/sim/lif.ts';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const CONTROLS = ['inputs.0.amplitude', 'neuron.leak', 'neuron.threshold'];

function experimentAt(amplitude: number, neuron: object = {}) {
  return parseLifExperiment({ version: 1, neuron, inputs: [{ type: 'step', amplitude }] });
}
const first = experimentAt(2.5);
const frame = membraneFrame(first, simulate(first), CONTROLS, LIF);

function plotOf(experiment = first, view: Partial<MembraneView> = {}): Plot {
  return membranePlot(
    experiment,
    simulate(experiment),
    { frame, width: 720, lens: 'plain', formula: false, ...view },
    LIF,
  );
}
/** What is to be seen: a line without points is not. */
const ids = ({ marks }: Plot) =>
  marks.filter((mark) => !('points' in mark) || mark.points.length > 0).map(({ id }) => id);
const texts = ({ labels }: Plot) => labels.map(({ text }) => text);
const spikesOf = ({ marks }: Plot) => marks.find((mark) => mark.kind === 'events')?.times;
const linesOf = ({ marks }: Plot) => marks.filter((mark) => mark.kind === 'line');
/** The axes of a plot by panel, and that of time. */
const axesOf = ({ x, panels }: Plot): Record<string, PlotAxis> => ({
  x,
  ...Object.fromEntries(panels.map(({ id, axis }) => [id, axis])),
});
const rangeOf = (plot: Plot, name: string) => axesOf(plot)[name]!.range;

describe('a plot of a membrane', () => {
  it('keeps its axes while the current is dragged from one end of its slider to the other', () => {
    const axes = axesOf(plotOf());
    for (let amplitude = 0; amplitude <= 5; amplitude += 0.25) {
      expect(axesOf(plotOf(experimentAt(amplitude)))).toEqual(axes);
    }
    expect(axes).toMatchObject({
      x: { range: [0, 200], unit: 'ms' },
      u: { unit: 'mV' },
      I: { range: [0, 5], unit: 'nA' },
    });
  });
  it('has an axis as long as its slider, and its slider reaches the value an author starts from', () => {
    const strong = experimentAt(10);
    expect(membraneFrame(strong, simulate(strong), CONTROLS, LIF).I).toEqual([0, 10]);
    expect(sliderRange(STEP_PARAMS.amplitude, 10)).toEqual([0, 10]);
    expect(sliderRange(STEP_PARAMS.amplitude, 2)).toEqual([0, 5]);
    const none = parseLifExperiment({ version: 1 });
    expect(membraneFrame(none, simulate(none), [], LIF).I).toEqual([0, 5]);
  });
  it('widens an axis that the data would leave, to a round value', () => {
    const [, high] = rangeOf(plotOf(experimentAt(5, { threshold: false })), 'u');
    // u∞ = −70 + 10·5 = −20 mV.
    expect(high).toBeGreaterThanOrEqual(-20);
    expect(high % 5).toBeCloseTo(0);
    expect(rangeOf(plotOf(experimentAt(-3)), 'I')[0]).toBeLessThanOrEqual(-3);
  });
  it('shows u∞ where the axis holds it, and only with a leak', () => {
    expect(ids(plotOf())).toContain('steady');
    expect(ids(plotOf(experimentAt(5)))).not.toContain('steady');
    expect(ids(plotOf(experimentAt(2.5, { leak: false })))).not.toContain('steady');
    const steady = plotOf(experimentAt(1.5)).labels.find(({ quantity }) => quantity === 'leak');
    expect(steady?.value).toBe(-55);
  });
  it('has neither threshold, reset nor spikes when the threshold is off', () => {
    const plot = plotOf(experimentAt(2.5, { threshold: false }));
    expect(linesOf(plot).map(({ id }) => id)).toEqual(['steady', 'potential', 'current']);
    expect(spikesOf(plot)).toEqual([]);
  });
  it('marks every spike as an event and draws none into the potential', () => {
    const plot = plotOf();
    expect(spikesOf(plot)).toHaveLength(5);
    const potential = linesOf(plot).find(({ id }) => id === 'potential');
    expect(Math.max(...(potential?.points ?? []).map(({ y }) => y))).toBe(-50);
  });
  it('draws at most about two points for a pixel column', () => {
    const long = parseLifExperiment({
      version: 1,
      inputs: [{ type: 'step', amplitude: 3 }],
      duration: 20_000,
    });
    const lines = linesOf(plotOf(long, { width: 300 }));
    expect(lines).not.toEqual([]);
    for (const { points } of lines) expect(points.length).toBeLessThanOrEqual(2 * 300 + 4);
  });
  it('lays the closed form over the simulation on demand', () => {
    expect(ids(plotOf())).not.toContain('formula');
    expect(ids(plotOf(first, { formula: true }))).toContain('formula');
  });
  it('speaks the language of its lens, and in symbols alone where it is narrow', () => {
    expect(texts(plotOf(first, { lens: 'biology' }))).toContain('firing threshold ϑ');
    expect(texts(plotOf(first, { lens: 'computation' }))).toContain('if u ≥ ϑ : spike');
    expect(texts(plotOf(first, { lens: 'electricity' }))).toContain('ϑ : no part, a rule');
    expect(texts(plotOf(first, { lens: 'biology', width: 360 }))).toEqual(['u_∞', 'ϑ', 'u_r']);
  });
});

describe('axes', () => {
  it('step by 1, 2 or 5 times a power of ten', () => {
    expect([10, 25, 200, 1, 0.07].map((span) => niceStep(span, 4))).toEqual([5, 10, 50, 0.5, 0.02]);
  });
  it('have their ticks inside their range, 0 without a sign', () => {
    expect(ticksIn([-70, -45], 10)).toEqual([-70, -60, -50]);
    expect(ticksIn([-1, 1], 1)).toEqual([-1, 0, 1]);
    expect(Object.is(ticksIn([-1, 1], 1)[1], 0)).toBe(true);
  });
  it('stay where the data fits', () => {
    expect(widen([-70, -45], [-70, -50])).toEqual([-70, -45]);
  });
});

describe('labels', () => {
  it('are cut into words, symbols and subscripts', () => {
    expect(labelRuns('then u ← u_r')).toEqual([
      { text: 'then ', face: 'word' },
      { text: 'u', face: 'symbol' },
      { text: ' ← ', face: 'word' },
      { text: 'u', face: 'symbol' },
      { text: 'r', face: 'subscript' },
    ]);
    expect(labelRuns('input current I').map(({ text }) => text)).toEqual(['input current ', 'I']);
  });
  it('exist in every lens', () => {
    for (const words of Object.values(LENS_LABELS)) {
      for (const text of Object.values(words)) expect(text).not.toBe('');
    }
    expect([null, 'biology', 'poetry'].map(lensOf)).toEqual(['plain', 'biology', 'plain']);
  });
});

describe('a still', () => {
  const svg = drawStill(plotOf(first, { formula: true }), 720, 'wide');
  it('has its text as text and its colours as variables of the page', () => {
    expect(svg).toMatch(
      /^<svg class="wide" viewBox="0 0 720 340" preserveAspectRatio="xMinYMin" aria-hidden="true">.*<\/svg>$/,
    );
    for (const tick of ['−70', '−60', '−50', '200']) expect(svg).toContain(`>${tick}</text>`);
    expect(svg).toContain('membrane potential ');
    expect(svg).toContain('stroke="var(--q-integrate)"');
    expect(svg).not.toMatch(/#[0-9a-f]{3}|rgb|NaN|undefined/i);
  });
  it('draws every line of its figure and every spike', () => {
    const paths = [...svg.matchAll(/<path [^>]*stroke="var\((--[\w-]+)\)"[^>]* d="([^"]*)"/g)];
    const drawn = paths.map(([, colour]) => colour);
    for (const name of ['--q-leak', '--q-fire', '--q-integrate', '--ink-strong', '--q-input']) {
      expect(drawn).toContain(name);
    }
    const ticks = paths.filter(([, colour]) => colour === '--q-fire').at(-1)?.[2] ?? '';
    expect(ticks.match(/M/g)).toHaveLength(5);
  });
  it('draws curves and not a staircase of pixel columns', () => {
    const potential = /stroke="var\(--q-integrate\)"[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '';
    const numbers = (potential.split('l')[1] ?? '').match(/-?[\d.]+/g) ?? [];
    const steps = numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1]]] : []));
    const level = steps.filter(([, y]) => y === '0');
    const upright = steps.filter(([x]) => x === '0');
    // The 5 refractory periods are the only level stretches, the 5 resets the only upright ones.
    expect([level.length, upright.length]).toEqual([5, 5]);
  });
  it('is small', () => {
    // 1.3 KB gzipped; a page holds two widths of each of its figures.
    expect(svg.length).toBeLessThan(9_000);
  });
});
