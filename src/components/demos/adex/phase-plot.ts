/** The plane of potential and adaptation current: the nullclines, the fixed points where they cross and the course of
 *  the run, which breaks off at every spike and goes on from the reset. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import { straightenStretches } from '../../../figures/straighten.ts';
import type { AdexNeuron } from '../../../sim/experiment.ts';
import type { PhasePlane } from '../../../sim/phase-plane.ts';
import type { Recording } from '../../../sim/recording.ts';

export interface PhaseData {
  readonly neuron: AdexNeuron;
  readonly recording: Recording;
  /** Under the current of the step. */
  readonly plane: PhasePlane;
}

export interface PhaseFrame {
  /** mV */
  readonly V: Range;
  /** nA */
  readonly w: Range;
}

/** Points of a nullcline. */
const CURVE = 200;
/** A point of the course nearer to the last than this part of both axes is left out. */
const THIN = 1 / 250;
/** Room for V before the run, mV. */
const ROOM = 5;
/** Room for the name of a nullcline behind the run, as a part of its width. */
const NAME_ROOM = 0.16;
/** How much of the walls of the valley du/dt = 0 is shown above its bottom, nA. */
const WALLS = 0.1;
/** Where the words of a label are this part of the axis long. */
const WORD = 0.16;

const isStable = (stability: string) => stability.startsWith('stable');

/** Ranges that hold the run, the fixed points as far as they lie beside it, and the bottom of the valley du/dt = 0 where
 *  it is not so far above the run that the run would be flat. */
export function phaseFrame({ neuron, recording, plane }: PhaseData): PhaseFrame {
  const potentials = [...recording.V_m, neuron.V_peak, neuron.V_reset];
  const [low, high] = rangeOf(potentials, [neuron.E_L, neuron.V_peak]);
  const V: Range = [Math.floor((low - ROOM) / 10) * 10, Math.ceil((high + (high - low) * NAME_ROOM) / 5) * 5];
  const fixed = plane.fixedPoints.filter((point) => point.V >= V[0] && point.V <= V[1]);
  const currents = [0, 0.1, ...(recording.signals['w'] ?? []), ...fixed.map(({ y }) => y)];
  const run = rangeOf(currents, [0, 0.1]);
  const walls = (plane.voltageNullcline(neuron.V_th) ?? 0) + WALLS;
  return { V, w: widen([-0.05, walls < 2 * run[1] ? Math.max(0.1, walls) : 0.1], run) };
}

/** The course, thinned; a gap at every spike. */
function courseOf({ neuron, recording }: PhaseData, { V, w }: PhaseFrame): Point[] {
  const { t, V_m, spikes, signals } = recording;
  const adaptation = signals['w'] ?? new Float64Array(0);
  const points: Point[] = [];
  const far = [(V[1] - V[0]) * THIN, (w[1] - w[0]) * THIN] as const;
  let next = 0;
  let last: Point = { x: Infinity, y: Infinity };
  for (let k = 0; k < t.length; k++) {
    for (; (spikes[next] ?? Infinity) <= (t[k] ?? 0); next++) {
      const before = adaptation[k - 1] ?? 0;
      last = { x: neuron.V_reset, y: before + neuron.b };
      points.push({ x: neuron.V_peak, y: before }, { x: neuron.V_peak, y: NaN }, last);
    }
    const point = { x: V_m[k] ?? 0, y: adaptation[k] ?? 0 };
    if (Math.abs(point.x - last.x) < far[0] && Math.abs(point.y - last.y) < far[1]) continue;
    points.push(point);
    last = point;
  }
  return points;
}

/** The course in fewer points. Where it goes back to the left, as after a high reset, it stays as it is: chords are made
 *  for curves that go to the right. */
function chords(course: readonly Point[]): readonly Point[] {
  const back = course.some(({ x, y }, i) => {
    const before = course[i - 1];
    // A break, with a y that is no number, is no way back.
    return before && x < before.x && Number.isFinite(y + before.y);
  });
  return back ? course : straightenStretches(course);
}

/** @param width px */
export function phasePlot(data: PhaseData, frame: PhaseFrame, width: number): Plot {
  const { neuron, plane } = data;
  const now = phaseFrame(data);
  const V = widen(frame.V, now.V);
  const w = widen(frame.w, now.w);
  const inside = (y: number) => y >= w[0] && y <= w[1];
  const nullcline = (of: (V: number) => number | null): Point[] =>
    Array.from({ length: CURVE + 1 }, (_, k) => {
      const x = V[0] + ((V[1] - V[0]) * k) / CURVE;
      const y = of(x) ?? NaN;
      return { x, y: inside(y) ? y : NaN };
    });
  const voltage = nullcline(plane.voltageNullcline);
  const recovery = nullcline(plane.recoveryNullcline);
  const fixed = plane.fixedPoints.filter((point) => point.V >= V[0] && point.V <= V[1] && inside(point.y));
  const dots = (stable: boolean) =>
    fixed
      .filter(({ stability }) => isStable(stability) === stable)
      .map((point) => ({ x: point.V, y: point.y }));

  const panel = 'w';
  const marks: PlotMark[] = [
    {
      kind: 'line',
      id: 'reset',
      panel,
      quantity: 'fire',
      points: w.map((y) => ({ x: neuron.V_reset, y })),
    },
    {
      kind: 'line',
      id: 'voltage-nullcline',
      panel,
      quantity: 'formula',
      points: straightenStretches(voltage),
    },
    {
      kind: 'line',
      id: 'recovery-nullcline',
      panel,
      quantity: 'adapt',
      points: straightenStretches(recovery),
    },
    { kind: 'line', id: 'course', panel, quantity: 'integrate', points: chords(courseOf(data, { V, w })) },
    { kind: 'dots', id: 'stable', panel, quantity: 'leak', points: dots(true), radius: 5 },
    { kind: 'dots', id: 'unstable', panel, quantity: 'leak', points: dots(false), radius: 5, hollow: true },
  ];
  const labels: PlotLabel[] = [];
  const height = w[1] - w[0];
  labels.push({
    panel,
    text: 'reset',
    value: w[1] - height * 0.03,
    quantity: 'fire',
    // A high reset lies at the right branch of the nullcline.
    x: neuron.V_reset > neuron.V_th ? neuron.V_reset - WORD * (V[1] - V[0]) : neuron.V_reset,
  });
  const seen = voltage.findLast(({ y }) => !Number.isNaN(y));
  if (seen)
    labels.push({ panel, text: 'du/dt = 0', value: w[1] - height * 0.12, quantity: 'axis', x: seen.x });
  // Behind the run, where nothing else is.
  const end = recovery.findLast(({ x, y }) => x <= neuron.V_peak && !Number.isNaN(y));
  if (end)
    labels.push({
      panel,
      text: 'dw/dt = 0',
      value: end.y - height * 0.06,
      quantity: 'adapt',
      x: end.x,
    });
  return {
    title: 'Adaptation current over membrane potential, with both nullclines',
    narrow: width < NARROW,
    x: axisOver(V, 5, { unit: 'mV', label: 'membrane potential', quantity: 'integrate' }),
    panels: [
      {
        id: panel,
        axis: axisOver(w, 4, { unit: 'nA', label: 'adaptation w', quantity: 'adapt' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}
