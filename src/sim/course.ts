/** The outside of a run as the membrane meets it: the next edge of the injected current or arriving spike,
 *  and what it does. Every method walks along the same course. */
import { compileArrivals, sampleArrivals, type Arrivals } from './arrivals.ts';
import { compileDrive, sampleDrive, type Drive } from './drive.ts';
import type { Experiment, LifNeuron } from './experiment.ts';
import { arrivalsOf } from './inputs.ts';
import { Membrane } from './membrane.ts';
import { column } from './recording.ts';

export class Course {
  readonly membrane: Membrane;
  readonly #drive: Drive;
  readonly #arrivals: Arrivals;
  #segment = 0;
  #arrival = 0;

  constructor({ neuron, inputs, duration }: Experiment<LifNeuron>) {
    this.#drive = compileDrive(inputs, duration);
    this.#arrivals = compileArrivals(inputs.flatMap(arrivalsOf), duration);
    this.membrane = new Membrane(neuron, this.#drive, this.#arrivals.rates);
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

  /** Injected and, where there are synapses, synaptic current in nA at the samples k·dt.
   *  @param samples how many */
  signals(
    dt: number,
    samples: number,
    reuse?: Readonly<Record<string, Float64Array>>,
  ): Record<string, Float64Array> {
    const I_e = column(samples, reuse?.['I_e']);
    sampleDrive(this.#drive, dt, I_e);
    if (this.#arrivals.rates.length === 0) return { I_e };
    const I_syn = column(samples, reuse?.['I_syn']);
    sampleArrivals(this.#arrivals, dt, I_syn);
    return { I_e, I_syn };
  }
}
