/** A nonlinear neuron on the grid t_k = k·dt, with a one-step method of fixed width. A step that holds an edge
 *  of the input or an arriving spike is cut there.
 *  With a reset rule V is compared with V_fire at the samples, and the spike is stamped as in lif-grid.ts: at the
 *  end of its step ("nest"), or at its start with one clamped step fewer ("brian2"). Without one, the crossing
 *  is placed between samples by the cubic through the two potentials and slopes, which is of order 4. */
import { columnsFor, type Excitable } from './excitable.ts';
import type { Experiment, Neuron } from './experiment.ts';
import { stepperOf, type Stepper, type StepMethod } from './ode.ts';
import { isReported, type Progress } from './progress.ts';
import type { Recording } from './recording.ts';
import { stepsIn } from './time-grid.ts';

/** Where in a step of width w a cubic rises through `level`, as a part of the step: halved to the last bit.
 *  @param a, b potentials at its ends, a < level ≤ b; da, db slopes there */
function hermiteCrossing(a: number, b: number, da: number, db: number, w: number, level: number): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const x = low + (high - low) / 2;
    if (x === low || x === high) return high;
    const z = 1 - x;
    const value = z * z * ((1 + 2 * x) * a + x * w * da) + x * x * ((1 + 2 * z) * b - z * w * db);
    if (value < level) low = x;
    else high = x;
  }
}

class GridRun {
  readonly spikes: number[] = [];
  readonly #neuron: Excitable;
  readonly #dt: number;
  readonly #step: Stepper;
  readonly #y: Float64Array;
  readonly #before: Float64Array;
  readonly #slopeBefore: Float64Array;
  readonly #slopeAfter: Float64Array;
  /** Time of the last event, and time now. */
  #anchor = 0;
  #time = 0;

  constructor(neuron: Excitable, method: StepMethod, dt: number) {
    this.#dt = dt;
    this.#neuron = neuron;
    this.#step = stepperOf(method, neuron);
    this.#y = Float64Array.from(neuron.start);
    this.#before = new Float64Array(neuron.size);
    this.#slopeBefore = new Float64Array(neuron.size);
    this.#slopeAfter = new Float64Array(neuron.size);
  }

  get y(): Float64Array {
    return this.#y;
  }

  /** Lets what is due until `time` happen. */
  meet(time: number): void {
    const { stimulus, held, V_fire, reset } = this.#neuron;
    const jump = stimulus.meet(time);
    this.#anchor = this.#time = time;
    if (jump === 0 || held) return;
    const before = this.#y[0] as number;
    this.#y[0] = before + jump;
    if (!reset && before < V_fire && before + jump >= V_fire) this.spikes.push(time);
    this.#project();
  }

  /** Integrates to sample k, from event to event. */
  advance(k: number): void {
    const dt = this.#dt;
    const end = k * dt;
    const { stimulus } = this.#neuron;
    // An edge within 1e-9 of a step of a sample is on it: 3·0.1 and 0.3 are the same time.
    const slack = 1e-9 * dt;
    if (stimulus.next > end + slack) {
      const width = end - this.#time;
      this.#move(Math.abs(width - dt) < slack ? dt : width);
      this.#time = end;
      return;
    }
    while (stimulus.next <= end + slack) {
      const time = Math.max(this.#time, stimulus.next);
      if (time > this.#time) this.#move(time - this.#time);
      this.meet(time);
    }
    if (end - this.#time > slack) this.#move(end - this.#time);
    this.#time = Math.max(this.#time, end);
  }

  #move(width: number): void {
    const neuron = this.#neuron;
    const { reset, V_fire } = neuron;
    const y = this.#y;
    const h = this.#time - this.#anchor;
    neuron.h = h;
    if (reset) {
      this.#step(y, width);
      this.#project();
      return;
    }
    this.#before.set(y);
    this.#step(y, width);
    this.#project();
    const from = this.#before[0] as number;
    const to = y[0] as number;
    if (!(from < V_fire && to >= V_fire)) return;
    neuron.h = h;
    neuron.slope(this.#before, this.#slopeBefore);
    neuron.h = h + width;
    neuron.slope(y, this.#slopeAfter);
    const [rise, fall] = [this.#slopeBefore[0] as number, this.#slopeAfter[0] as number];
    this.spikes.push(this.#time + width * hermiteCrossing(from, to, rise, fall, width, V_fire));
  }

  #project(): void {
    const { low, high } = this.#neuron;
    const y = this.#y;
    for (let i = 0; i < y.length; i++) {
      const value = y[i] as number;
      if (value < (low[i] as number)) y[i] = low[i] as number;
      else if (value > (high[i] as number)) y[i] = high[i] as number;
    }
  }
}

/** Runs an experiment with method euler, rk2 or rk4. */
export function simulateOnGrid(
  neuron: Excitable,
  experiment: Experiment<Neuron>,
  method: StepMethod,
  reuse?: Recording,
  progress?: Progress,
): Recording {
  const { dt, grid } = experiment;
  const { t, states, signals } = columnsFor(neuron, experiment, reuse);
  const run = new GridRun(neuron, method, dt);
  const { y, spikes } = run;
  const early = grid === 'brian2' ? 1 : 0;
  const clampSteps = Math.max(0, stepsIn(neuron.t_ref, dt) - early);
  let held = -1;
  run.meet(0);
  for (let k = 0; ; k++) {
    if (neuron.reset && !neuron.held && (y[0] as number) >= neuron.V_fire) {
      spikes.push(Math.max(0, k - early) * dt);
      neuron.reset(y);
      held = k + clampSteps;
    }
    for (let i = 0; i < states.length; i++) (states[i] as Float64Array)[k] = y[i] as number;
    if (isReported(k)) progress?.(k);
    if (k + 1 >= t.length) break;
    neuron.held = k < held;
    run.advance(k + 1);
  }
  return { t, V_m: states[0] as Float64Array, spikes: Float64Array.from(spikes), signals };
}
