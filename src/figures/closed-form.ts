/** The lesson's formula as a line, independent of the simulation: between two events
 *    u(t) = u∞ + (u₀ − u∞)e^{−t/τ},
 *  and the time to the next spike from its closed form (Gerstner et al. 2014, §1.3; src/sim/theory.ts). */
import { compileDrive } from '../sim/drive.ts';
import type { LifExperiment } from '../sim/experiment.ts';
import { PLAIN_INPUTS } from '../sim/plain-inputs.ts';
import { stepResponseMv, timeToReachMs } from '../sim/theory.ts';
import type { Point } from './plot.ts';

/** Most spikes the line is worked out for; more would be a solid block. */
const MOST_SPIKES = 2000;
/** Where the line breaks off: a jump is no part of the formula. */
const GAP = NaN;

/** @param pieces straight pieces a line over the whole run is drawn with
 *  @returns points in time order, y in mV, NaN at a jump; undefined where there is no such formula: the
 *    current is not constant between its edges */
export function closedFormPoints(experiment: LifExperiment, pieces = 400): Point[] | undefined {
  const { neuron, duration, inputs } = experiment;
  const { V_th, V_reset, t_ref } = neuron;
  if (!inputs.every(({ type }) => type !== 'spikes' && type in PLAIN_INPUTS)) return undefined;
  const drive = compileDrive(inputs, duration);
  if (drive.slope.some((slope) => slope !== 0) || drive.sines.some((sines) => sines.length > 0)) {
    return undefined;
  }

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

  let u = neuron.V_m;
  let now = 0;
  let spikes = 0;
  for (const [i, current] of drive.value.entries()) {
    const end = drive.starts[i + 1] ?? duration;
    while (now < end) {
      const toThreshold = u >= V_th ? 0 : timeToReachMs(neuron, current, u, V_th);
      const spike = neuron.threshold ? now + toThreshold : Infinity;
      if (spike > end) {
        u = draw(now, end, u, current);
        now = end;
        continue;
      }
      if (++spikes > MOST_SPIKES) return undefined;
      if (spike > now) draw(now, spike, u, current);
      u = V_reset;
      now = spike + t_ref;
      points.push({ x: spike, y: GAP }, { x: spike, y: u }, { x: Math.min(now, duration), y: u });
    }
  }
  return points;
}
