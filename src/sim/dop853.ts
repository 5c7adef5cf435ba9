/** Adaptive integration of dy/dt = f(t, y) with DOP853 (Dormand & Prince; Hairer, Nørsett & Wanner 1993,
 *  §II.5–6, §II.10): order 8, step width chosen from the errors of embedded methods of order 5 and 3,
 *  continuous output of order 7 within every step. The object is reused from step to step and from event to
 *  event; it makes no array or object after it is made. Explicit: for problems whose stiffness is bounded. */
import { DENSE, ERROR_3, ERROR_5, NODES, STAGES, type Row } from './dop853-tableau.ts';
import type { OdeSystem } from './ode.ts';

/** Index of the slope at the end of a step. */
const END = 12;
/** A step is at most this much wider than the one before, and shrinks at most to this part of it. */
const [GROW, SHRINK, SAFETY] = [10, 0.2, 0.9];

export class Dop853 {
  /** Start of the last step in ms since the event; the step ends at `h + width`. */
  h = 0;
  width = 0;
  /** State at the start and at the end of the last step. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly #system: OdeSystem;
  readonly #relative: number;
  readonly #absolute: Float64Array;
  readonly #timing: number;
  readonly #k: readonly Float64Array[];
  readonly #stage: Float64Array;
  readonly #dense: readonly Float64Array[];
  #time = 0;
  #proposed = 0;
  #denseReady = false;

  /** @param relative tolerance per step, relative to the size of each variable
   *  @param absolute tolerance per step in the unit of each variable
   *  @param timing tolerance per step in ms: where a variable moves fast, an error is one of when and not of how
   *    much, and an upstroke without bound takes few steps. The three are added. */
  constructor(system: OdeSystem, relative: number, absolute: Float64Array, timing: number) {
    const vectors = (count: number) => Array.from({ length: count }, () => new Float64Array(system.size));
    this.#system = system;
    this.#relative = relative;
    this.#absolute = absolute;
    this.#timing = timing;
    this.#k = vectors(NODES.length);
    this.#dense = vectors(3 + DENSE.length);
    this.#stage = new Float64Array(system.size);
    this.from = new Float64Array(system.size);
    this.to = new Float64Array(system.size);
  }

  /** Slopes at the start and at the end of the last step. */
  get slopeFrom(): Float64Array {
    return this.#k[0] as Float64Array;
  }
  get slopeTo(): Float64Array {
    return this.#k[END] as Float64Array;
  }

  /** Starts anew at an event, h = 0.
   *  @param time of the event in ms, whose rounding limits how narrow a step can be */
  begin(y: Float64Array, time: number): void {
    this.#time = time;
    this.h = 0;
    this.width = 0;
    this.to.set(y);
    this.#system.h = 0;
    this.#system.slope(y, this.slopeTo);
    // Hairer et al. 1993, §II.4: a first step in which an Euler step would change y by a hundredth.
    const size = this.#norm(this.to);
    const speed = this.#norm(this.slopeTo);
    this.#proposed = size > 1e-5 && speed > 1e-5 ? (0.01 * size) / speed : 1e-6;
  }

  /** One step on, to `limit` at most. When it returns, `from`, `to`, `h` and `width` are those of the step.
   *  @param limit ms since the event, beyond the end of the last step
   *  @returns false when the step the tolerance asks for is narrower than the rounding of time; the narrowest
   *    step there is has then been taken */
  advance(limit: number): boolean {
    const start = this.h + this.width;
    this.from.set(this.to);
    this.slopeFrom.set(this.slopeTo);
    const least = 2 * Number.EPSILON * (this.#time + start);
    let rejected = false;
    for (;;) {
      // A remainder that is nearly a step is taken in one; two halves serve better than a step and a crumb.
      const left = limit - start;
      let width = this.#proposed;
      if (width >= left) width = left;
      else if (width > left / 2) width = left / 2;
      const narrowest = width <= least && width < left;
      if (narrowest) width = Math.max(least, Number.MIN_VALUE);
      this.h = start;
      this.retry(width);
      if (narrowest) return false;
      const error = this.#error();
      if (error <= 1) {
        const factor = Math.min(rejected ? 1 : GROW, SAFETY * error ** -0.125);
        // A step cut short by the limit says nothing against the width proposed before.
        this.#proposed = Math.max(width * factor, width < this.#proposed && !rejected ? this.#proposed : 0);
        return true;
      }
      rejected = true;
      this.#proposed = width * (error < Infinity ? Math.max(SHRINK, SAFETY * error ** -0.125) : SHRINK);
    }
  }

  /** The last step again with another width, whatever its error: how an event is put on the end of a step. */
  retry(width: number): void {
    this.width = width;
    this.#denseReady = false;
    const { h } = this;
    const stage = this.#stage;
    for (let s = 1; s < END; s++) {
      this.#sum(STAGES[s] as Row, width, stage);
      this.#system.h = h + (NODES[s] as number) * width;
      this.#system.slope(stage, this.#k[s] as Float64Array);
    }
    this.#sum(STAGES[END] as Row, width, this.to);
    this.#system.h = h + width;
    this.#system.slope(this.to, this.slopeTo);
  }

  /** y_i anywhere in the last step: x = 0 is its start, x = 1 its end. */
  at(i: number, x: number): number {
    if (!this.#denseReady) this.#prepareDense();
    // Nested as c0 + z(c1 + x(c2 + z(c3 + …))), z = 1 − x.
    let sum = 0;
    for (let j = this.#dense.length - 1; j >= 0; j--) {
      sum = ((this.#dense[j] as Float64Array)[i] as number) + (j % 2 === 0 ? 1 - x : x) * sum;
    }
    return (this.from[i] as number) + x * sum;
  }

  #prepareDense(): void {
    const { h, width, from, to } = this;
    const k = this.#k;
    const dense = this.#dense;
    for (let s = END + 1; s < NODES.length; s++) {
      this.#sum(STAGES[s] as Row, width, this.#stage);
      this.#system.h = h + (NODES[s] as number) * width;
      this.#system.slope(this.#stage, k[s] as Float64Array);
    }
    for (let i = 0; i < from.length; i++) {
      const change = (to[i] as number) - (from[i] as number);
      const first = width * (this.slopeFrom[i] as number);
      const last = width * (this.slopeTo[i] as number);
      (dense[0] as Float64Array)[i] = change;
      (dense[1] as Float64Array)[i] = first - change;
      (dense[2] as Float64Array)[i] = 2 * change - (last + first);
      for (let j = 0; j < DENSE.length; j++) {
        (dense[3 + j] as Float64Array)[i] = width * this.#weighted(DENSE[j] as Row, i);
      }
    }
    this.#denseReady = true;
  }

  #weighted({ stages, weights }: Row, i: number): number {
    let sum = 0;
    for (let j = 0; j < stages.length; j++) {
      sum += (weights[j] as number) * ((this.#k[stages[j] as number] as Float64Array)[i] as number);
    }
    return sum;
  }

  /** out ← from + width·Σ weights·slopes */
  #sum(row: Row, width: number, out: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = (this.from[i] as number) + width * this.#weighted(row, i);
  }

  #norm(vector: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < vector.length; i++) {
      const scale = (this.#absolute[i] as number) + this.#relative * Math.abs(this.to[i] as number);
      sum += ((vector[i] as number) / scale) ** 2;
    }
    return Math.sqrt(sum / vector.length);
  }

  /** Error of the last step in units of the tolerance; Infinity where the step left the numbers. */
  #error(): number {
    let five = 0;
    let three = 0;
    for (let i = 0; i < this.to.length; i++) {
      const size = Math.max(Math.abs(this.from[i] as number), Math.abs(this.to[i] as number));
      const speed = Math.abs(this.slopeFrom[i] as number);
      const scale = (this.#absolute[i] as number) + this.#relative * size + this.#timing * speed;
      five += (this.#weighted(ERROR_5, i) / scale) ** 2;
      three += (this.#weighted(ERROR_3, i) / scale) ** 2;
    }
    if (five === 0) return 0;
    const error = (this.width * five) / Math.sqrt((five + 0.01 * three) * this.to.length);
    return Number.isFinite(error) ? error : Infinity;
  }
}
