/** The outside of a run as a neuron that is integrated numerically meets it: injected and synaptic current as a
 *  function of the time since the last event, and the events themselves, edges of the current and arriving
 *  spikes. Methods step from event to event, so that an edge costs no order. */
import { compileArrivals, sampleArrivals, type Arrivals } from './arrivals.ts';
import { compileDrive, sampleDrive, type Drive, type SineTerm } from './drive.ts';
import type { Input } from './experiment.ts';
import { arrivalsOf } from './inputs.ts';
import { column } from './recording.ts';

export class Stimulus {
  /** Time of the next event in ms; Infinity when none is left. */
  next = 0;
  readonly #drive: Drive;
  readonly #arrivals: Arrivals;
  #segment = 0;
  #arrival = 0;
  #time = 0;
  /** The current at the last event: value + slope·h + Σ sines + Σ (p + q·h)e^{−kh}. */
  #value = 0;
  #slope = 0;
  #sines: readonly SineTerm[] = [];
  /** Time since the segment began; the phases of its sines are those of its start. */
  #since = 0;
  readonly #p: Float64Array;
  readonly #q: Float64Array;

  /** @param duration length of the run in ms */
  constructor(inputs: readonly Input[], duration: number) {
    this.#drive = compileDrive(inputs, duration);
    this.#arrivals = compileArrivals(inputs.flatMap(arrivalsOf), duration);
    this.#p = new Float64Array(this.#arrivals.rates.length);
    this.#q = new Float64Array(this.#arrivals.rates.length);
  }

  /** Makes `time` the last event, and lets everything due until then happen.
   *  @returns the jump of the potential in mV, 0 without a delta synapse */
  meet(time: number): number {
    this.#decay(time - this.#time);
    this.#time = time;
    const { starts, value, slope, sines } = this.#drive;
    while ((starts[this.#segment + 1] ?? Infinity) <= time) this.#segment++;
    const i = this.#segment;
    this.#since = time - (starts[i] ?? 0);
    this.#slope = slope[i] ?? 0;
    this.#value = (value[i] ?? 0) + this.#slope * this.#since;
    this.#sines = sines[i] ?? [];
    const jump = this.#receive(time);
    this.next = Math.min(starts[i + 1] ?? Infinity, this.#arrivals.times[this.#arrival] ?? Infinity);
    return jump;
  }

  /** Current h ms after the last event, in the model's unit of current. */
  at(h: number): number {
    let current = this.#value + this.#slope * h;
    for (let j = 0; j < this.#sines.length; j++) {
      const { size, omega, phase } = this.#sines[j] as SineTerm;
      current += size * Math.sin(phase + omega * (this.#since + h));
    }
    const { rates } = this.#arrivals;
    for (let j = 0; j < rates.length; j++) {
      const level = (this.#p[j] as number) + (this.#q[j] as number) * h;
      if (level !== 0) current += level * Math.exp(-(rates[j] as number) * h);
    }
    return current;
  }

  /** Injected and, where there are synapses, synaptic current at the samples k·dt. */
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

  #decay(h: number): void {
    const { rates } = this.#arrivals;
    for (let j = 0; j < rates.length; j++) {
      const kept = Math.exp(-(rates[j] as number) * h);
      this.#p[j] = ((this.#p[j] as number) + (this.#q[j] as number) * h) * kept;
      this.#q[j] = (this.#q[j] as number) * kept;
    }
  }

  #receive(time: number): number {
    const { times, jump, p, q, group } = this.#arrivals;
    let total = 0;
    for (; (times[this.#arrival] ?? Infinity) <= time; this.#arrival++) {
      const i = this.#arrival;
      const synapse = group[i] ?? -1;
      total += jump[i] ?? 0;
      if (synapse < 0) continue;
      this.#p[synapse] = (this.#p[synapse] as number) + (p[i] ?? 0);
      this.#q[synapse] = (this.#q[synapse] as number) + (q[i] ?? 0);
    }
    return total;
  }
}
