/** The plane of potential and n: the course of the run, and the nullclines of the membrane reduced to these two
 *  (hodgkin-huxley-plane.ts), which shows why the course bends and not exactly where. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import type { HodgkinHuxleyNeuron, StepInput } from '../../../sim/experiment.ts';
import { hodgkinHuxleyPlane } from '../../../sim/hodgkin-huxley-plane.ts';
import type { PhasePlane } from '../../../sim/phase-plane.ts';
import type { Recording } from '../../../sim/recording.ts';
import { HEIGHT } from './hh-trace.ts';

/** mV; it widens where the run leaves it. */
const V_RANGE: Range = [-90, 50];
const N_RANGE: Range = [0, 1];
const CURVE = 140;
/** Where the reduced h = 0.89 − 1.1·n comes to 0: above it there is nothing to reduce to. */
const N_MOST = 0.89 / 1.1;
/** A point of the course nearer to the last than this part of both axes is left out. */
const THIN = 1 / 250;

function courseOf({ V_m, signals }: Recording, V: Range): Point[] {
  const n = signals['n'] ?? new Float64Array(0);
  const points: Point[] = [];
  let last: Point = { x: Infinity, y: Infinity };
  for (let k = 0; k < V_m.length; k++) {
    const point = { x: V_m[k] ?? 0, y: n[k] ?? 0 };
    if (Math.abs(point.x - last.x) < (V[1] - V[0]) * THIN && Math.abs(point.y - last.y) < THIN) continue;
    points.push(point);
    last = point;
  }
  return points;
}

/** Names of the nullclines of u: the one that counts at the end below its right end; during a pulse the other one
 *  inside the loop of a spike, or below the dip where a pulse holds it down. */
function nullclineLabels(voltage: readonly Point[], released: readonly Point[], down: boolean) {
  const seen = (points: readonly Point[]) => points.filter(({ y }) => !Number.isNaN(y));
  const ends = released.length > 0;
  const last = seen(ends ? released : voltage).at(-1);
  const labels: Omit<PlotLabel, 'panel'>[] = [];
  if (last)
    labels.push({
      text: ends ? 'du/dt = 0 after the pulse' : 'du/dt = 0',
      value: Math.max(0.04, last.y - 0.07),
      quantity: ends ? 'compared' : 'formula',
      x: last.x - (ends ? 92 : 34),
    });
  if (!ends) return labels;
  const inside = seen(voltage).filter(({ x }) => x < 0);
  const dip = inside.reduce((a, b) => (b.y < a.y ? b : a), { x: 0, y: 1 });
  const top = inside.filter(({ x }) => x > -40).reduce((a, b) => (b.y > a.y ? b : a), { x: -25, y: 0 });
  const at = down ? { x: dip.x, y: dip.y - 0.05 } : { x: top.x - 12, y: top.y - 0.09 };
  labels.push({ text: 'during it', value: Math.max(0.04, at.y), quantity: 'formula', x: at.x });
  return labels;
}

/** @param width px */
export function hhPlane(
  neuron: HodgkinHuxleyNeuron,
  { amplitude, stop }: StepInput,
  duration: number,
  recording: Recording,
  width: number,
): Plot {
  const V = widen(V_RANGE, rangeOf(recording.V_m, V_RANGE));
  const panel = 'n';
  const nullcline = (of: PhasePlane['voltageNullcline'], most: number): Point[] =>
    Array.from({ length: CURVE + 1 }, (_, k) => {
      const x = V[0] + ((V[1] - V[0]) * k) / CURVE;
      const y = of(x) ?? NaN;
      return { x, y: y > 0.001 && y < most ? y : NaN };
    });
  const plane = hodgkinHuxleyPlane(neuron, amplitude);
  const voltage = nullcline(plane.voltageNullcline, N_MOST - 0.01);
  const recovery = nullcline(plane.recoveryNullcline, 1);
  // A current that ends leaves the potential to another nullcline.
  const ends = stop < duration && amplitude !== 0;
  const released = ends ? nullcline(hodgkinHuxleyPlane(neuron, 0).voltageNullcline, N_MOST - 0.01) : [];
  const course = courseOf(recording, V);

  const line = (id: string, quantity: 'compared' | 'formula' | 'adapt' | 'integrate', points: Point[]) =>
    ({ kind: 'line', id, panel, quantity, points }) as const;
  const marks: PlotMark[] = [
    line('released', 'compared', released),
    line('voltage-nullcline', 'formula', voltage),
    line('recovery-nullcline', 'adapt', recovery),
    line('course', 'integrate', course),
    {
      kind: 'dots',
      id: 'crossings',
      panel,
      quantity: 'leak',
      points: plane.fixedPoints
        .filter(({ V: at, y }) => at <= V[1] && at >= V[0] && y < N_MOST)
        .map((point) => ({ x: point.V, y: point.y })),
      radius: 4,
    },
  ];
  const labels: PlotLabel[] = [
    { panel, text: 'dn/dt = 0', value: plane.recoveryNullcline(0) - 0.05, quantity: 'adapt', x: 6 },
  ];
  labels.push(...nullclineLabels(voltage, released, amplitude < 0).map((label) => ({ ...label, panel })));
  return {
    title: 'Open potassium gates n over membrane potential, with the nullclines of the reduced membrane',
    narrow: width < NARROW,
    height: HEIGHT,
    x: axisOver(V, 5, { unit: 'mV', label: 'membrane potential u', quantity: 'integrate' }),
    panels: [
      {
        id: panel,
        axis: axisOver(N_RANGE, 4, { unit: '', label: 'potassium gates n', quantity: 'adapt' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}
