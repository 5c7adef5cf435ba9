/** The lesson's formula as a line, independent of the simulation: between spikes
 *    u(t) = u∞ + (u₀ − u∞)e^{−t/τ},
 *  first spike and interval from their closed forms (Gerstner et al. 2014, §1.3; src/sim/theory.ts). */
import type { Experiment } from '../sim/experiment.ts';
import { stepResponseMv, timeToReachMs } from '../sim/theory.ts';
import { driveKind } from './drive-kind.ts';
import type { Point } from './points.ts';

/** Most spikes the line is worked out for; more would be a solid block. */
const MOST_SPIKES = 2000;

/** Where the line breaks off: a jump is no part of the formula. */
const GAP = NaN;

/** @param pieces straight pieces a line over the whole run is drawn with
 *  @returns points in time order, y in mV, NaN at a jump; undefined where there is no such formula: an input that is not
 *    constant, or a neuron that fires without input */
export function closedFormPoints(experiment: Experiment, pieces = 400): Point[] | undefined {
  const { neuron, duration } = experiment;
  const drive = driveKind(experiment);
  if (drive.kind === 'other') return undefined;
  const start = drive.kind === 'constant' ? drive.start : duration;
  const stop = drive.kind === 'constant' ? drive.stop : duration;
  const current = drive.kind === 'constant' ? drive.amplitude : 0;
  const { V_th, V_reset, t_ref } = neuron;
  const reach = (currentNa: number, from: number) =>
    !neuron.threshold ? Infinity : from >= V_th ? 0 : timeToReachMs(neuron, currentNa, from, V_th);
  if (reach(0, neuron.V_m) !== Infinity || reach(0, V_reset) !== Infinity) return undefined;

  const points: Point[] = [];
  /** Draws from `from` mV at `begin` to `end`; returns the potential there. */
  const draw = (begin: number, end: number, from: number, currentNa: number): number => {
    const parts = Math.max(2, Math.ceil(((end - begin) / duration) * pieces));
    for (let k = 0; k <= parts; k++) {
      const h = ((end - begin) * k) / parts;
      points.push({ x: begin + h, y: stepResponseMv(neuron, currentNa, h, from) });
    }
    return stepResponseMv(neuron, currentNa, end - begin, from);
  };

  let u = start > 0 ? draw(0, start, neuron.V_m, 0) : neuron.V_m;
  let now = start;
  for (let count = 0; now < stop; count++) {
    const spike = now + reach(current, u);
    if (spike > stop) {
      u = draw(now, stop, u, current);
      now = stop;
      break;
    }
    if (count === MOST_SPIKES) return undefined;
    draw(now, spike, u, current);
    now = Math.min(duration, spike + t_ref);
    u = V_reset;
    points.push({ x: spike, y: GAP }, { x: spike, y: V_reset }, { x: now, y: V_reset });
  }
  if (now < duration) draw(now, duration, u, 0);
  return points;
}
