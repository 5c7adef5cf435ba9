/** The f–I curve: simulated rates over the closed form, and what lies between the two. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import { formatChosen, formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { firingRateHz, rheobaseNa } from '../../../sim/theory.ts';
import { formulaPoints } from './fi-formula.ts';
import type { RatePoint } from './fi-sweep.ts';

export interface FiCurve {
  readonly neuron: LifNeuron;
  readonly sweep: readonly RatePoint[];
  /** The run that is shown beside the curve. */
  readonly here: RatePoint;
  /** Where the curve ends, nA. */
  readonly to: number;
}

export interface FiFrame {
  readonly rate: Range;
  readonly residual: Range;
}

const residuals = ({ neuron, sweep, here }: FiCurve): Point[] =>
  [...sweep, here].map(({ currentNa, rateHz }) => ({
    x: currentNa,
    y: rateHz - firingRateHz(neuron, currentNa),
  }));

export function fiFrame(curve: FiCurve): FiFrame {
  return {
    rate: widen([0, 50], [0, firingRateHz(curve.neuron, curve.to)]),
    residual: widen([-1, 1], rangeOf(heightsOf(residuals(curve)), [0, 0])),
  };
}

function heightsOf(points: readonly Point[]): number[] {
  return points.map(({ y }) => y).filter((y) => !Number.isNaN(y));
}

/** @param width px */
export function fiPlot(curve: FiCurve, frame: FiFrame, width: number): Plot {
  const { neuron, sweep, here, to } = curve;
  const narrow = width < NARROW;
  const formula = formulaPoints(neuron, to);
  const dots = sweep.map(({ currentNa, rateHz }) => ({ x: currentNa, y: rateHz }));
  const apart = residuals(curve);
  const rate = widen(
    frame.rate,
    rangeOf(heightsOf([...dots, ...formula, { x: 0, y: here.rateHz }]), [0, 50]),
  );
  const residual = widen(frame.residual, rangeOf(heightsOf(apart), [0, 0]));
  const at = here.currentNa;
  const shown = at >= 0 && at <= to;
  const rheobase = rheobaseNa(neuron);

  const marks: PlotMark[] = [
    {
      kind: 'line',
      id: 'zero',
      panel: 'residual',
      quantity: 'axis',
      points: [0, to].map((x) => ({ x, y: 0 })),
    },
    { kind: 'line', id: 'formula', panel: 'rate', quantity: 'formula', points: formula },
    { kind: 'dots', id: 'runs', panel: 'rate', quantity: 'integrate', points: dots, radius: 2.5 },
    {
      kind: 'dots',
      id: 'residuals',
      panel: 'residual',
      quantity: 'integrate',
      points: apart.slice(0, -1),
      radius: 2.5,
    },
  ];
  const labels: PlotLabel[] = [];
  if (rheobase > 0 && rheobase < to) {
    const points = rate.map((y) => ({ x: rheobase, y }));
    marks.push({ kind: 'line', id: 'rheobase', panel: 'rate', quantity: 'leak', points });
    const text = narrow ? 'rheobase' : `rheobase ${formatChosen(Number(rheobase.toFixed(2)), 'nA')}`;
    labels.push({ panel: 'rate', text, value: rate[1] * 0.97, quantity: 'leak', x: rheobase });
  }
  if (shown && !Number.isNaN(here.rateHz)) {
    const foot = [0, here.rateHz].map((y) => ({ x: at, y }));
    marks.push(
      { kind: 'line', id: 'current', panel: 'rate', quantity: 'input', points: foot },
      { kind: 'dots', id: 'here', panel: 'rate', quantity: 'input', points: foot.slice(1), radius: 5 },
      {
        kind: 'dots',
        id: 'here-residual',
        panel: 'residual',
        quantity: 'input',
        points: apart.slice(-1),
        radius: 5,
      },
    );
    // Below the curve, where nothing else is: right of the line, or left of it where it would be cut off.
    const text = formatQuantity(here.rateHz, 'Hz', 1);
    const x = at > to * 0.8 ? at - to * (narrow ? 0.3 : 0.22) : at;
    labels.push({ panel: 'rate', text, value: here.rateHz * 0.5 + rate[1] * 0.03, quantity: 'input', x });
  }
  return {
    title: 'Firing rate over current, and simulation minus formula',
    narrow,
    x: axisOver([0, to], narrow ? 4 : 6, { unit: 'nA', label: 'current I', quantity: 'input' }),
    panels: [
      {
        id: 'rate',
        axis: axisOver(rate, 4, { unit: 'Hz', label: 'firing rate', quantity: 'fire' }),
        weight: 2.4,
      },
      {
        id: 'residual',
        axis: axisOver(residual, 2, { unit: 'Hz', label: 'simulation − formula', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}
