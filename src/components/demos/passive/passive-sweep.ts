/** What a sweep of frequency alone does to the membrane. While its frequency changes little in a time constant, u
 *  swings around E_L + R·offset by what a sine of the present frequency would: R·Î/√(1 + (ωτ)²). Every turning point
 *  of u is so a measurement of the gain. */
import type { PlotLabel, PlotMark, Point } from '../../../figures/plot.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import type { ChirpInput, LifNeuron } from '../../../sim/experiment.ts';
import type { Recording } from '../../../sim/recording.ts';
import { cutoffHz, sineGain, steadyStateMv } from '../../../sim/theory.ts';

export interface TurningPoint {
  readonly frequencyHz: number;
  /** Swing of the potential over R·Î. */
  readonly gain: number;
}

/** Straight pieces the envelope is drawn with. */
const PIECES = 100;

const fullSwing = ({ R_m }: LifNeuron, { amplitude }: ChirpInput) => R_m * Math.abs(amplitude);

/** Frequency that has been reached at a time in ms, Hz. */
function frequencyAt({ from, to, start, stop }: ChirpInput, time: number): number {
  return from + ((to - from) * (time - start)) / (stop - start);
}

/** The turning points of u while the sweep lasts, in order of time; none where it does not flow. */
export function turningPoints(neuron: LifNeuron, sweep: ChirpInput, { t, V_m }: Recording): TurningPoint[] {
  const full = fullSwing(neuron, sweep);
  const middle = steadyStateMv(neuron, sweep.offset);
  const found: TurningPoint[] = [];
  for (let k = 1; full > 0 && k < V_m.length - 1; k++) {
    const time = t[k]!;
    if (time <= sweep.start || time >= sweep.stop) continue;
    const [before, here, after] = [V_m[k - 1]! - V_m[k]!, V_m[k]! - middle, V_m[k + 1]! - V_m[k]!];
    // Above the middle where it turns down, below where it turns up: the beginning may turn elsewhere.
    if (before * after <= 0 || before * here > 0) continue;
    // The top of the parabola through three samples.
    const top = here - (before - after) ** 2 / (8 * (before + after));
    found.push({ frequencyHz: frequencyAt(sweep, time), gain: Math.abs(top) / full });
  }
  return found;
}

/** The envelope over the trace, and when the sweep passes the cut-off. The same marks whatever flows; without a
 *  sweep they have no points. */
export function sweepMarks(
  neuron: LifNeuron,
  sweep: ChirpInput | undefined,
  duration: number,
): { marks: PlotMark[]; labels: PlotLabel[] } {
  const labels: PlotLabel[] = [];
  const [upper, lower, cutoff]: [Point[], Point[], Point[]] = [[], [], []];
  if (sweep) {
    const [begin, end] = [sweep.start, Math.min(sweep.stop, duration)];
    const middle = steadyStateMv(neuron, sweep.offset);
    const swing = (x: number) => fullSwing(neuron, sweep) * sineGain(neuron, frequencyAt(sweep, x));
    for (let k = 0; k <= PIECES; k++) {
      const x = begin + ((end - begin) * k) / PIECES;
      upper.push({ x, y: middle + swing(x) });
      lower.push({ x, y: middle - swing(x) });
    }
    const share = (cutoffHz(neuron) - sweep.from) / (sweep.to - sweep.from);
    const x = begin + share * (sweep.stop - begin);
    if (x > begin && x < end) {
      const [low, high] = [middle - swing(x), middle + swing(x)];
      cutoff.push({ x, y: low }, { x, y: high });
      const text = formatQuantity(cutoffHz(neuron), 'Hz', 2);
      labels.push({ panel: 'u', text, value: high + 0.15 * (high - middle), quantity: 'leak', x });
    }
  }
  const line = (id: string, quantity: 'formula' | 'leak', points: Point[]): PlotMark => ({
    kind: 'line',
    id,
    panel: 'u',
    quantity,
    points,
  });
  return {
    marks: [line('upper', 'formula', upper), line('lower', 'formula', lower), line('passed', 'leak', cutoff)],
    labels,
  };
}
