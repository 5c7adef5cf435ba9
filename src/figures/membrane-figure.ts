/** Experiment and Recording → everything a figure shows: lines, axes, labels, spike marks. Plain data, no
 *  canvas: the still of the build and the live chart are two drawings of this one description. */
import type { LifExperiment } from '../sim/experiment.ts';
import { STEP_PARAMS } from '../sim/experiment-params.ts';
import { LIF } from '../sim/lif.ts';
import { paramSpecIn, valueAt } from '../sim/param-path.ts';
import type { Recording } from '../sim/recording.ts';
import { steadyStateMv } from '../sim/theory.ts';
import { digitsOf, niceStep, rangeOf, ticksIn, widen, type Range } from './axis.ts';
import { closedFormPoints } from './closed-form.ts';
import { decimate } from './decimate.ts';
import { driveKind } from './drive-kind.ts';
import { LENS_LABELS, SHORT_LABELS, type FigureLens } from './lens-labels.ts';
import { currentPoints, membranePoints, type Point } from './points.ts';
import { straighten, straightenStretches } from './straighten.ts';
import { sliderRange } from './slider-range.ts';
import type { QuantityName } from './quantity-style.ts';

/** Below this width in px a figure labels its lines by symbols alone. */
export const NARROW = 520;

/** The panel of the current is a third as high as that of the potential (straighten.ts). */
const CURRENT_TOLERANCE = 1 / 600;

export type AxisName = 't' | 'u' | 'I';

export interface FigureAxis {
  readonly range: Range;
  readonly ticks: readonly number[];
  /** Decimals of the tick labels. */
  readonly digits: number;
  readonly unit: string;
  readonly label: string;
  readonly quantity: QuantityName;
}

export interface FigureLine {
  readonly id: string;
  readonly axis: 'u' | 'I';
  readonly quantity: QuantityName;
  readonly points: readonly Point[];
}

/** A label at the right edge, at the height of the value it names. */
export interface EdgeLabel {
  readonly text: string;
  readonly value: number;
  readonly quantity: QuantityName;
}

export interface MembraneFigure {
  readonly narrow: boolean;
  readonly axes: Readonly<Record<AxisName, FigureAxis>>;
  /** In the order of drawing; the first lies lowest. */
  readonly lines: readonly FigureLine[];
  readonly edgeLabels: readonly EdgeLabel[];
  /** Spikes are events: marks above the threshold, never part of the potential. */
  readonly spikes: { readonly times: readonly number[]; readonly at: number };
}

/** The ranges a figure keeps while its sliders move. */
export interface Frame {
  readonly u: Range;
  readonly I: Range;
}

export interface FigureOptions {
  readonly frame: Frame;
  /** Width of the drawing in px. */
  readonly width: number;
  readonly lens: FigureLens;
  /** Lay the closed form over the simulation, where there is one. */
  readonly formula: boolean;
}

const CURRENTS = new Set(['amplitude', 'offset', 'from', 'to']);
const POTENTIALS = ['E_L', 'V_th', 'V_reset', 'V_m'] as const;

/** How far a slider of a potential is given room from the start, mV. All of its range would press the
 *  trace flat; beyond, the axis widens. */
const POTENTIAL_ROOM = 10;

/** Where the sliders among `paths` can take a current or a potential. */
function reachOf(
  experiment: LifExperiment,
  paths: readonly string[],
): { currents: number[]; potentials: number[] } {
  const currents: number[] = [];
  const potentials: number[] = [];
  for (const path of paths) {
    const name = path.split('.').at(-1) ?? '';
    const isCurrent = CURRENTS.has(name);
    if (!isCurrent && !POTENTIALS.some((known) => known === name)) continue;
    const value = Number(valueAt(path, experiment));
    const [low, high] = sliderRange(paramSpecIn(path, experiment, LIF), value);
    if (isCurrent) currents.push(low, high);
    else potentials.push(Math.max(low, value - POTENTIAL_ROOM), Math.min(high, value + POTENTIAL_ROOM));
  }
  return { currents, potentials };
}

/** Ranges for an experiment and the sliders beside it: what the run shows at first, and where a slider can
 *  take a current or a potential.
 *  @param controls paths of the sliders */
export function frameOf(experiment: LifExperiment, recording: Recording, controls: readonly string[]): Frame {
  const { neuron } = experiment;
  const potentials: number[] = [...recording.V_m];
  for (const name of POTENTIALS) {
    if (neuron.threshold || (name !== 'V_th' && name !== 'V_reset')) potentials.push(neuron[name]);
  }
  const drive = driveKind(experiment);
  if (drive.kind === 'constant' && neuron.leak && neuron.threshold) {
    // Room for u∞ above the threshold, up to half the way from rest again.
    const room = neuron.V_th + (neuron.V_th - neuron.E_L) / 2;
    const steady = steadyStateMv(neuron, drive.amplitude);
    if (steady < room) potentials.push(steady);
  }
  const reach = reachOf(experiment, controls);
  potentials.push(...reach.potentials);

  const currents = [0, ...currentPoints(LIF.realise(experiment)).map(({ y }) => y), ...reach.currents];
  // A sine swings to both sides.
  if (experiment.inputs.some(({ type }) => type === 'sine'))
    currents.push(...reach.currents.map((end) => -end));
  return { u: rangeOf(potentials, [-70, -50]), I: roundRange(rangeOf(currents, [0, 1])) };
}

/** Outwards to a round number; where no current flows, the axis of a slider of one. */
function roundRange([low, high]: Range): Range {
  if (low === high) return STEP_PARAMS.amplitude.slider;
  const step = niceStep(high - low, 10);
  return [Math.floor(low / step + 1e-9) * step + 0, Math.ceil(high / step - 1e-9) * step + 0];
}

function axis(range: Range, count: number, rest: Omit<FigureAxis, 'range' | 'ticks' | 'digits'>): FigureAxis {
  const step = niceStep(range[1] - range[0], count);
  return { range, ticks: ticksIn(range, step), digits: digitsOf(step), ...rest };
}

/** Lowest and highest y; points at a gap count for nothing. */
function extent(points: readonly Point[]): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const { y } of points) {
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return [low, high];
}

export function membraneFigure(
  experiment: LifExperiment,
  recording: Recording,
  { frame, width, lens, formula }: FigureOptions,
): MembraneFigure {
  const { neuron, duration } = experiment;
  const narrow = width < NARROW;
  const words = LENS_LABELS[lens];
  const labels = narrow ? SHORT_LABELS : words;

  const potential = membranePoints(experiment, recording);
  const current = currentPoints(LIF.realise(experiment));
  const closed = formula ? closedFormPoints(experiment, width / 2) : undefined;
  const shown: number[] = neuron.threshold ? [neuron.V_th, neuron.V_reset] : [];
  const data = rangeOf([...extent(potential), ...extent(closed ?? potential), ...shown], frame.u);
  const u = widen(frame.u, data);
  const I = widen(frame.I, extent(current));

  const lines: FigureLine[] = [];
  const edgeLabels: EdgeLabel[] = [];
  const level = (id: string, quantity: QuantityName, value: number, text: string) => {
    lines.push({
      id,
      axis: 'u',
      quantity,
      points: [
        { x: 0, y: value },
        { x: duration, y: value },
      ],
    });
    edgeLabels.push({ text, value, quantity });
  };

  const drive = driveKind(experiment);
  if (drive.kind === 'constant' && neuron.leak) {
    const steady = steadyStateMv(neuron, drive.amplitude);
    if (steady >= u[0] && steady <= u[1]) level('steady', 'leak', steady, labels.steady);
  }
  if (neuron.threshold) {
    level('threshold', 'fire', neuron.V_th, labels.threshold);
    level(
      'reset',
      'fire',
      neuron.V_reset,
      neuron.V_reset === neuron.E_L ? labels.restAndReset : labels.reset,
    );
  }
  lines.push({
    id: 'potential',
    axis: 'u',
    quantity: 'integrate',
    points: straighten(decimate(potential, width)),
  });
  if (closed)
    lines.push({ id: 'formula', axis: 'u', quantity: 'formula', points: straightenStretches(closed) });
  lines.push({
    id: 'current',
    axis: 'I',
    quantity: 'input',
    points: straighten(decimate(current, width), CURRENT_TOLERANCE),
  });

  return {
    narrow,
    axes: {
      t: axis([0, duration], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
      u: axis(u, 4, { unit: 'mV', label: words.potential, quantity: 'integrate' }),
      I: axis(I, 2, { unit: 'nA', label: words.current, quantity: 'input' }),
    },
    lines,
    edgeLabels,
    spikes: { times: Array.from(recording.spikes), at: neuron.V_th },
  };
}
