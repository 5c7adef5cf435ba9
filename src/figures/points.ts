/** Recording → the points of a line. */
import { compileDrive } from '../sim/drive.ts';
import type { Experiment, Neuron } from '../sim/experiment.ts';
import type { RealisedExperiment } from '../sim/input-kinds.ts';
import type { Recording } from '../sim/recording.ts';
import type { Point } from './plot.ts';

/** From where to where a spike takes the potential in mV, and for how long it is held there in ms; undefined
 *  where a spike is a stretch of the potential itself. */
export function spikeJump(neuron: Neuron): { top: number; reset: number; hold: number } | undefined {
  if (neuron.model === 'hodgkin_huxley') return undefined;
  if (neuron.model === 'izhikevich') return { top: neuron.V_peak, reset: neuron.c, hold: 0 };
  const top = neuron.model === 'adex' ? neuron.V_peak : neuron.V_th;
  return { top, reset: neuron.V_reset, hold: neuron.t_ref };
}

/** Of every stretch of so many samples the lowest and the highest, and the last of all.
 *  @returns their indices, ascending */
function telling(values: Float64Array, stretch: number): number[] {
  const kept: number[] = [];
  for (let begin = 0; begin < values.length; begin += stretch) {
    const end = Math.min(begin + stretch, values.length);
    let [low, high] = [begin, begin];
    for (let k = begin + 1; k < end; k++) {
      if (values[k]! < values[low]!) low = k;
      if (values[k]! > values[high]!) high = k;
    }
    kept.push(Math.min(low, high));
    if (low !== high) kept.push(Math.max(low, high));
  }
  if (kept[kept.length - 1] !== values.length - 1) kept.push(values.length - 1);
  return kept;
}

/** Stretches of samples that a pixel column holds at least, when some samples are left out. */
const STRETCHES = 4;

/** The membrane potential with its jumps: at every spike the point where it fires and the point on the
 *  reset stand at the spike's own time, so that the reset is vertical wherever it falls on the grid; so
 *  does, where spikes are not on the grid, the end of the refractory period.
 *  @param columns pixels it will be drawn on: of a run of millions of samples only those are looked at that stand
 *    out there; all unless given
 *  @returns points in time order, y in mV */
export function membranePoints(
  { neuron, method }: Experiment,
  recording: Recording,
  columns = Infinity,
): Point[] {
  const { t, V_m, spikes } = recording;
  const stretch = Math.floor(t.length / (STRETCHES * columns));
  const samples = stretch > 1 ? telling(V_m, stretch) : V_m.keys();
  const jump = spikeJump(neuron);
  const offGrid = method === 'precise' || method === 'adaptive';
  const points: Point[] = [];
  let next = 0;
  let release = Infinity;
  for (const k of samples) {
    const time = t[k] ?? 0;
    if (jump && release <= time) {
      points.push({ x: release, y: jump.reset });
      release = Infinity;
    }
    for (; jump && (spikes[next] ?? Infinity) <= time; next++) {
      const spike = spikes[next] ?? 0;
      points.push({ x: spike, y: jump.top }, { x: spike, y: jump.reset });
      release = offGrid && jump.hold > 0 ? spike + jump.hold : Infinity;
    }
    points.push({ x: time, y: V_m[k] ?? 0 });
  }
  return points;
}

/** Points of a sine in one cycle: a chord is then at most 0.05 % of the amplitude away from the curve. */
const POINTS_PER_CYCLE = 96;
/** Most points of one stretch of sine: two for each pixel column of a wide figure. */
const MOST_POINTS = 2000;

/** The injected current, with its edges where they are and not on the grid.
 *  @returns points in time order from 0 to the end of the run, y in nA */
export function currentPoints({
  inputs,
  duration,
}: Pick<RealisedExperiment, 'inputs' | 'duration'>): Point[] {
  const drive = compileDrive(inputs, duration);
  const points: Point[] = [];
  drive.starts.forEach((start, i) => {
    const span = Math.min(duration, drive.starts[i + 1] ?? duration) - start;
    const sines = drive.sines[i] ?? [];
    const cycles = sines.reduce((most, sine) => Math.max(most, (sine.omega * span) / (2 * Math.PI)), 0);
    const parts = sines.length === 0 ? 1 : Math.min(MOST_POINTS, Math.ceil(cycles * POINTS_PER_CYCLE) + 1);
    for (let k = 0; k <= parts; k++) {
      const h = (span * k) / parts;
      const sine = sines.reduce((sum, { size, omega, phase }) => sum + size * Math.sin(omega * h + phase), 0);
      points.push({ x: start + h, y: (drive.value[i] ?? 0) + (drive.slope[i] ?? 0) * h + sine });
    }
  });
  return points;
}
