/** Threshold current over pulse width, both logarithmic: brief pulses lie on a straight line of one charge, long
 *  ones on the rheobase, and the chronaxie is where the two hand over. */
import { rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotAxis, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import { formatChosen, formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { rheobaseNa } from '../../../sim/theory.ts';
import { thresholdChargePc, chronaxieMs, strengthDurationNa } from '../../../sim/strength-duration.ts';

export interface ThresholdPoint {
  readonly widthMs: number;
  readonly currentNa: number;
}

export interface StrengthDuration {
  readonly neuron: LifNeuron;
  /** Found by simulation. */
  readonly thresholds: readonly ThresholdPoint[];
  /** The reader's own pulse. */
  readonly pulse: ThresholdPoint;
  readonly fires: boolean;
}

/** Pulse widths of the axis, decimal logarithms of ms. */
const WIDTHS: Range = [Math.log10(0.5), 2];
/** Currents of the axis, decimal logarithms of nA. */
const CURRENTS: Range = [0, 2];
const DOTS = 12;
const CURVE = 120;

const along = (k: number, count: number) => WIDTHS[0] + ((WIDTHS[1] - WIDTHS[0]) * k) / count;

/** The pulse widths whose thresholds are looked for, ms: evenly along the axis. */
export const WIDTHS_MS: readonly number[] = Array.from({ length: DOTS }, (_, k) => 10 ** along(k, DOTS - 1));

/** An axis of decimal logarithms with ticks from its first power of ten on. */
function logAxis(
  range: Range,
  leads: readonly number[],
  rest: Pick<PlotAxis, 'unit' | 'label' | 'quantity'>,
): PlotAxis {
  const ticks: number[] = [];
  for (let power = Math.ceil(range[0]); power <= range[1]; power++)
    ticks.push(...leads.map((lead) => power + Math.log10(lead)));
  const inside = ticks.filter((tick) => tick >= range[0] - 1e-9 && tick <= range[1] + 1e-9);
  const digits = Math.max(0, -Math.floor((inside[0] ?? 0) + 1e-9));
  return { range, ticks: inside, digits, log: true, ...rest };
}

/** The currents of a curve, as decimal logarithms. */
export function thresholdFrame({ thresholds }: StrengthDuration): Range {
  return widen(
    CURRENTS,
    rangeOf(
      thresholds.map(({ currentNa }) => Math.log10(currentNa)),
      CURRENTS,
    ),
  );
}

/** @param width px */
export function thresholdPlot(data: StrengthDuration, frame: Range, width: number): Plot {
  const { neuron, thresholds, pulse } = data;
  const narrow = width < NARROW;
  const dots = thresholds.map(({ widthMs, currentNa }) => ({
    x: Math.log10(widthMs),
    y: Math.log10(currentNa),
  }));
  const heights = dots.map(({ y }) => y);
  const rheobase = Math.log10(rheobaseNa(neuron));
  if (rheobase > -Infinity) heights.push(rheobase);
  const currents = widen(frame, rangeOf(heights, CURRENTS));
  const inside = ([low, high]: Range, value: number) => value >= low && value <= high;

  const formula = Array.from({ length: CURVE + 1 }, (_, k) => {
    const x = along(k, CURVE);
    return { x, y: Math.log10(strengthDurationNa(neuron, 10 ** x)) };
  });
  // log I = log Q − log d, cut off where it leaves the axes.
  const charge = Math.log10(thresholdChargePc(neuron));
  const brief = [Math.max(WIDTHS[0], charge - currents[1]), Math.min(WIDTHS[1], charge - currents[0])].map(
    (x) => ({
      x,
      y: charge - x,
    }),
  );

  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const line = (
    id: string,
    quantity: 'leak' | 'integrate' | 'axis',
    points: readonly { x: number; y: number }[],
  ) => marks.push({ kind: 'line', id, panel: 'I', quantity, points });
  line('charge', 'axis', brief);
  const end = brief[1];
  if (end && end.x < WIDTHS[1] - 0.1) {
    const text = narrow
      ? `${formatQuantity(10 ** charge, 'pC', 0)}`
      : `charge ${formatQuantity(10 ** charge, 'pC', 0)}`;
    labels.push({ panel: 'I', text, value: end.y + 0.06, quantity: 'axis', x: end.x });
  }
  if (inside(currents, rheobase)) {
    line(
      'rheobase',
      'leak',
      WIDTHS.map((x) => ({ x, y: rheobase })),
    );
    const text = `rheobase ${formatChosen(Number((10 ** rheobase).toFixed(2)), 'nA')}`;
    labels.push({ panel: 'I', text, value: rheobase - 0.09, quantity: 'leak', x: WIDTHS[0] });
  }
  const chronaxie = Math.log10(chronaxieMs(neuron));
  const twice = rheobase + Math.log10(2);
  if (inside(WIDTHS, chronaxie) && inside(currents, twice)) {
    line(
      'chronaxie',
      'leak',
      [currents[0], twice].map((y) => ({ x: chronaxie, y })),
    );
    const text = `chronaxie ${formatQuantity(chronaxieMs(neuron), 'ms', 1)}`;
    labels.push({
      panel: 'I',
      text,
      value: twice + 0.16,
      quantity: 'leak',
      x: chronaxie - 0.05,
    });
  }
  marks.push(
    { kind: 'line', id: 'formula', panel: 'I', quantity: 'formula', points: formula },
    { kind: 'dots', id: 'thresholds', panel: 'I', quantity: 'integrate', points: dots, radius: 2.5 },
  );
  const own = { x: Math.log10(pulse.widthMs), y: Math.log10(pulse.currentNa) };
  if (inside(WIDTHS, own.x) && inside(currents, own.y)) {
    const state = data.fires
      ? ({ quantity: 'fire' } as const)
      : ({ quantity: 'input', hollow: true } as const);
    marks.push({ kind: 'dots', id: 'pulse', panel: 'I', points: [own], radius: 5, ...state });
    const text = data.fires ? 'fires' : 'does not fire';
    labels.push({
      panel: 'I',
      text,
      value: own.y + (data.fires ? 0.09 : -0.09),
      quantity: state.quantity,
      x: own.x,
    });
  }
  return {
    title: 'Weakest current that fires, over the width of the pulse',
    narrow,
    x: logAxis(WIDTHS, [1, 2, 5], { unit: 'ms', label: 'pulse width d', quantity: 'axis' }),
    panels: [
      {
        id: 'I',
        axis: logAxis(currents, currents[1] - currents[0] > 3 ? [1] : [1, 2, 5], {
          unit: 'nA',
          label: 'threshold current',
          quantity: 'input',
        }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}
