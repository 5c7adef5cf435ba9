/** The outside of a run as the membrane meets it: the next edge of the injected current or arriving spike,
 *  and what it does. Every method walks along the same course. */
import { compileArrivals, sampleArrivals, type Arrivals } from './arrivals.ts';
import { compileDrive, sampleDrive, type Drive } from './drive.ts';
import type { Experiment, MembraneNeuron } from './experiment.ts';
import { arrivalsOf } from './inputs.ts';
import { Membrane } from './membrane.ts';
import { column } from './recording.ts';

/** A current that opposes firing: −w, which decays with tau_w and grows by b with every spike. */
export interface Adaptation {
  readonly w: number;
  readonly b: number;
  readonly tau_w: number;
}

export class Course {
  readonly membrane: Membrane;
  readonly #drive: Drive;
  readonly #arrivals: Arrivals;
  #segment = 0;
  #arrival = 0;

  /** Adaptation is one more decaying current, in a group of its own behind those of the synapses. */
  readonly #adaptation: Adaptation | undefined;
  readonly #resets: number[] = [];

  constructor({ neuron, inputs, duration }: Experiment<MembraneNeuron>) {
    this.#drive = compileDrive(inputs, duration);
    this.#arrivals = compileArrivals(inputs.flatMap(arrivalsOf), duration, neuron.model === 'lif_cond');
    this.#adaptation = neuron.model === 'alif' ? neuron : undefined;
    const { rates } = this.#arrivals;
    if (this.#adaptation) {
      const { w, tau_w } = this.#adaptation;
      this.membrane = new Membrane(neuron, this.#drive, Float64Array.of(...rates, 1 / tau_w));
      this.membrane.receive(rates.length, -w, 0);
    } else {
      this.membrane = new Membrane(neuron, this.#drive, rates);
    }
  }

  /** The synapses of this run; their groups are the membrane's first. */
  get arrivals(): Arrivals {
    return this.#arrivals;
  }

  /** Nothing but a constant current flows until the next event: what starts at the reset goes the same way. */
  get steady(): boolean {
    return this.membrane.constant && this.#arrivals.times.length === 0 && !this.#adaptation;
  }

  /** The neuron fires and is reset at `time`, ms. */
  reset(time: number): void {
    const { membrane } = this;
    membrane.put(membrane.reset);
    if (!this.#adaptation) return;
    this.#resets.push(time);
    membrane.receive(this.#arrivals.rates.length, -this.#adaptation.b, 0);
  }

  /** Time of the next event in ms; Infinity when none is left. */
  get next(): number {
    const edge = this.#drive.starts[this.#segment + 1] ?? Infinity;
    const arrival = this.#arrivals.times[this.#arrival] ?? Infinity;
    return Math.min(edge, arrival);
  }

  /** Lets everything due at `time` happen to the currents.
   *  @returns the jump of the potential in mV, 0 without a delta synapse */
  meet(time: number): number {
    while ((this.#drive.starts[this.#segment + 1] ?? Infinity) <= time) this.#segment++;
    const { times, jump, p, q, group } = this.#arrivals;
    let total = 0;
    for (; (times[this.#arrival] ?? Infinity) <= time; this.#arrival++) {
      const i = this.#arrival;
      total += jump[i] ?? 0;
      this.membrane.receive(group[i] ?? -1, p[i] ?? 0, q[i] ?? 0);
    }
    return total;
  }

  /** Anchors the membrane's injected current at `time` + `low`, ms. */
  anchor(time: number, low = 0): void {
    this.membrane.enter(this.#segment, time - (this.#drive.starts[this.#segment] ?? 0) + low);
  }

  /** What is recorded beside V at the samples k·dt, after the run: injected current and, where there are
   *  any, synaptic and adaptation current in nA.
   *  @param samples how many */
  signals(
    dt: number,
    samples: number,
    reuse?: Readonly<Record<string, Float64Array>>,
  ): Record<string, Float64Array> {
    const I_e = column(samples, reuse?.['I_e']);
    sampleDrive(this.#drive, dt, I_e);
    const signals: Record<string, Float64Array> = { I_e };
    if (this.#arrivals.rates.length > 0) {
      signals['I_syn'] = column(samples, reuse?.['I_syn']);
      sampleArrivals(this.#arrivals, dt, signals['I_syn']);
    }
    if (this.#adaptation) {
      signals['w'] = column(samples, reuse?.['w']);
      sampleAdaptation(this.#adaptation, this.#resets, dt, signals['w']);
    }
    return signals;
  }
}

function sampleAdaptation(
  { w, b, tau_w }: Adaptation,
  resets: readonly number[],
  dt: number,
  out: Float64Array,
): void {
  let level = w;
  let since = 0;
  let next = 0;
  for (let k = 0; k < out.length; k++) {
    for (; (resets[next] ?? Infinity) <= k * dt; next++) {
      const time = resets[next] ?? 0;
      level = level * Math.exp(-(time - since) / tau_w) + b;
      since = time;
    }
    out[k] = level * Math.exp(-(k * dt - since) / tau_w);
  }
}
