/** Programs that go wrong, each in one way: a loop whose parts can be exchanged. With none exchanged it does what the
 *  simulator does by Euler's method; a test holds it to that. */
import type { Numbers } from './answers.ts';
import type { Part, Run } from './truth.ts';

export interface Way {
  /** The next potential.
   *  @param k number of the step, from 1
   *  @param first potential at time 0 */
  readonly step?: (u: number, numbers: Numbers, k: number, first: number) => number;
  readonly fires?: (next: number, before: number, numbers: Numbers) => boolean;
  /** What the potential is put to at a spike. */
  readonly reset?: (next: number, numbers: Numbers) => number;
  /** What is noted down for a spike in step k. */
  readonly note?: (k: number, numbers: Numbers, next: number) => number;
  /** Steps for which it is held after the one with the spike. */
  readonly hold?: (numbers: Numbers) => number;
  /** The potential while it is held. */
  readonly held?: (before: number, numbers: Numbers) => number;
  /** While it waits the potential goes on as always. */
  readonly climbs?: boolean;
  /** Only the first spike is noted down. */
  readonly once?: boolean;
  /** It begins with a wait. */
  readonly waitsFirst?: boolean;
}

export const stepsOf = ({ duration, dt }: Numbers): number => Math.round(duration / dt);

export const eulerStep = (u: number, { R, C, u_rest, I, dt }: Numbers): number =>
  u + (dt / (R * C)) * (-(u - u_rest) + R * I);

export const exactStep = (u: number, { R, C, u_rest, I, dt }: Numbers): number => {
  const end = u_rest + R * I;
  return end + (u - end) * Math.exp(-dt / (R * C));
};

/** @param from potential at time 0, mV */
export function gone(way: Way, numbers: Numbers, part: Part, from = numbers.u_rest): Run {
  const { theta, u_reset, t_ref, dt } = numbers;
  const step = way.step ?? eulerStep;
  const fires = way.fires ?? ((next) => next >= theta);
  const wait = part === 'refractoriness' ? (way.hold?.(numbers) ?? Math.round(t_ref / dt)) : 0;
  const u = [from];
  const spikes: number[] = [];
  const fired: number[] = [];
  let waits = way.waitsFirst ? wait : 0;
  for (let k = 1; k <= stepsOf(numbers); k++) {
    const before = u[k - 1]!;
    if (waits > 0) {
      waits--;
      u.push(way.climbs ? step(before, numbers, k, from) : (way.held?.(before, numbers) ?? u_reset));
      continue;
    }
    let next = step(before, numbers, k, from);
    if (part !== 'membrane' && fires(next, before, numbers)) {
      if (!way.once || spikes.length === 0) spikes.push(way.note ? way.note(k, numbers, next) : k * dt);
      fired.push(k);
      next = way.reset ? way.reset(next, numbers) : u_reset;
      waits = wait;
    }
    u.push(next);
  }
  return { u, spikes, fired };
}
