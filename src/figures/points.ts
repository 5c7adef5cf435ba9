/** Recording → the points of a line. */
import { compileDrive } from '../sim/drive.ts';
import type { LifExperiment } from '../sim/experiment.ts';
import type { RealisedExperiment } from '../sim/input-kinds.ts';
import type { Recording } from '../sim/recording.ts';

/** A point of a line: x in ms, y in the unit of its axis. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The membrane potential with its jumps: at every spike the point on the threshold and the point on the
 *  reset stand at the spike's own time, so that the reset is vertical wherever it falls on the grid; so
 *  does, in a precise run, the end of the refractory period.
 *  @returns points in time order, y in mV */
export function membranePoints(experiment: LifExperiment, recording: Recording): Point[] {
  const { t, V_m, spikes } = recording;
  const { V_th, V_reset, t_ref } = experiment.neuron;
  const wait = experiment.method === 'precise' && t_ref > 0 ? t_ref : Infinity;
  const points: Point[] = [];
  let next = 0;
  let release = Infinity;
  for (let k = 0; k < t.length; k++) {
    const time = t[k] ?? 0;
    if (release <= time) {
      points.push({ x: release, y: V_reset });
      release = Infinity;
    }
    for (; next < spikes.length && (spikes[next] ?? 0) <= time; next++) {
      const spike = spikes[next] ?? 0;
      points.push({ x: spike, y: V_th }, { x: spike, y: V_reset });
      release = spike + wait;
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
