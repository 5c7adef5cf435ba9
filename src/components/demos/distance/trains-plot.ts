/** Train A above train B: what Victor and Purpura's cheapest way moves, adds and takes away; or each train with the
 *  decaying traces that van Rossum compares. */
import { axisOver, widen } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { straighten } from '../../../figures/straighten.ts';
import type { DemoRun } from '../definition.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { isVanRossum, type DistanceRecording } from './distance-run.ts';
import type { DistanceSetting } from './distance-settings.ts';

export type DistanceRun = DemoRun<LifNeuron, DistanceRecording, DistanceSetting>;

/** Heights in the panel of the trains: the strokes of A and B, and the ends of what joins them. */
const A = { low: 2, high: 3, end: 1.85 };
const B = { low: 0, high: 1, end: 1.15 };

/** Upright strokes in one line, a gap between each two. */
function strokes(times: ArrayLike<number>, { low, high }: { low: number; high: number }): Point[] {
  return Array.from(times).flatMap((x) => [
    { x, y: low },
    { x, y: high },
    { x, y: NaN },
  ]);
}

/** Each spike a jump by 1 that decays with tau: f(t) of van Rossum, up to the end of the run. */
function filtered(times: ArrayLike<number>, tau: number, duration: number): Point[] {
  const points: Point[] = [{ x: 0, y: 0 }];
  let [now, height] = [0, 0];
  const decayTo = (time: number) => {
    const STEPS = 24;
    for (let k = 1; k <= STEPS; k++) {
      const x = now + ((time - now) * k) / STEPS;
      points.push({ x, y: height * Math.exp((now - x) / tau) });
    }
    height *= Math.exp((now - time) / tau);
    now = time;
  };
  for (const time of Array.from(times).filter((time) => time >= 0 && time <= duration)) {
    decayTo(time);
    height += 1;
    points.push({ x: time, y: height });
  }
  decayTo(duration);
  return points;
}

/** @param width px */
export function trainsPlot({ experiment, settings, recording }: DistanceRun, width: number): Plot {
  const { duration } = experiment;
  const { spikes, other, pairs } = recording;
  const narrow = width < NARROW;
  const marks: PlotMark[] = [];
  const line = (id: string, panel: string, quantity: QuantityName, points: readonly Point[]) =>
    marks.push({ kind: 'line', id, panel, quantity, points });

  // A shift may take train B out of the picture.
  const seen = (time: number) => time >= 0 && time <= duration;
  const moved = pairs.flatMap(([i, j]) => {
    const [from, to] = [spikes[i] ?? NaN, other[j] ?? NaN];
    const end = Math.min(duration, Math.max(0, to));
    const part = to === from ? 1 : (end - from) / (to - from);
    return [
      { x: from, y: A.end },
      { x: end, y: A.end + (B.end - A.end) * part },
      { x: end, y: NaN },
    ];
  });
  const kept = { a: new Set(pairs.map(([i]) => i)), b: new Set(pairs.map(([, j]) => j)) };
  const left = (times: Float64Array, kept: ReadonlySet<number>, y: number): Point[] =>
    isVanRossum(settings)
      ? []
      : Array.from(times, (x) => ({ x, y })).filter(({ x }, k) => seen(x) && !kept.has(k));
  line('moved', 'trains', 'leak', moved);
  line('train A', 'trains', 'integrate', strokes(spikes, A));
  line('train B', 'trains', 'input', strokes(other.filter(seen), B));
  const alone = [...left(spikes, kept.a, A.end), ...left(other, kept.b, B.end)];
  marks.push({
    kind: 'dots',
    id: 'added or taken away',
    panel: 'trains',
    quantity: 'fire',
    points: alone,
    radius: 4,
    hollow: true,
  });

  const labels: PlotLabel[] = [
    { panel: 'trains', text: 'A', value: (A.low + A.high) / 2, quantity: 'integrate' },
    { panel: 'trains', text: 'B', value: (B.low + B.high) / 2, quantity: 'input' },
  ];
  const panels: Plot['panels'][number][] = [
    {
      id: 'trains',
      axis: {
        range: [B.low, A.high],
        ticks: [],
        digits: 0,
        unit: '',
        label: 'spikes of A and B',
        quantity: 'axis',
      },
      weight: 1,
      margin: { below: 8, above: 14 },
    },
  ];
  if (isVanRossum(settings)) {
    const [f, g] = [spikes, other].map((times) => filtered(times, settings.tau, duration)) as [
      Point[],
      Point[],
    ];
    const high = Math.max(1, ...f.map(({ y }) => y), ...g.map(({ y }) => y));
    line('filtered B', 'filtered', 'input', straighten(g));
    line('filtered A', 'filtered', 'integrate', straighten(f));
    panels.push({
      id: 'filtered',
      axis: axisOver(widen([0, 2], [0, high]), 2, { unit: '', label: 'their traces', quantity: 'axis' }),
      weight: 1,
    });
  }
  return {
    title: 'Two spike trains, one above the other, and what the distance compares',
    narrow,
    x: axisOver([0, duration], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels,
    marks,
    labels,
  };
}
