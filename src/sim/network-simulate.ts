/** The network, step by step: what a faster kernel has to reproduce, spike for spike.
 *
 *  A step of length dt takes every neuron from t_k to t_{k+1} in five acts (network-step.ts):
 *    advance  the exact propagator; in a clamped (refractory) neuron for the currents only
 *    deliver  weights due at t_{k+1} join the currents, or the potential unless it is clamped; then the drive
 *    fire     V ≥ V_th: spike, V = V_reset, clamp
 *    send     each spike puts its weights into the ring buffers, to be delivered `delay` later
 *  in the order of the simulator whose convention `grid` names:
 *    "nest"    advance, deliver, fire, send: a spike is stamped t_{k+1} and clamps t_ref/dt steps; a delay is
 *              at least one step (Morrison et al. 2005; Plesser & Diesmann 2009)
 *    "brian2"  advance, fire, send, deliver: a spike is stamped t_k and clamps t_ref/dt − 1 further steps; a
 *              delay may be 0; a jump of the potential is tested for threshold one step later (Brian2's
 *              schedule: groups, thresholds, synapses, resets; Stimberg et al. 2019)
 *
 *  Where rounding could tell: what arrives at one neuron and receptor in one step is summed in the ring buffer
 *  in the order in which it was sent: by step, projection, source. Then it is added to the state.
 *  Where randomness could tell: every projection, every population's start and every drive has its own stream
 *  (network-streams.ts); a drive takes one number per neuron and step, clamped or not.
 *
 *  Left out: delays within a step, plasticity, conductances, any other neuron.
 *  Cost: neurons × steps + spikes × out-degree. */
import type { NetworkExperiment, NetworkRecording } from './network.ts';
import { buildNetwork } from './network-build.ts';
import { advance, deliver, fire, send, type Group, type Wiring } from './network-step.ts';
import { stepCount, timeGrid } from './time-grid.ts';

/** Spikes as they come, in arrays that double. */
class SpikeList {
  steps = new Uint32Array(1024);
  senders = new Uint32Array(1024);
  count = 0;

  add(step: number, { first, fired }: Group): void {
    if (this.count + fired.count > this.steps.length) this.#grow(this.count + fired.count);
    for (let s = 0; s < fired.count; s++) {
      this.steps[this.count] = step;
      this.senders[this.count++] = first + fired.list[s]!;
    }
  }

  #grow(least: number): void {
    const length = Math.max(2 * this.steps.length, least);
    const [steps, senders] = [this.steps, this.senders];
    this.steps = new Uint32Array(length);
    this.senders = new Uint32Array(length);
    this.steps.set(steps);
    this.senders.set(senders);
  }
}

/** A network under way: for a worker that shows progress. */
export class NetworkRun {
  /** Steps of the whole run, and steps done. */
  readonly steps: number;
  step = 0;
  readonly #experiment: NetworkExperiment;
  readonly #groups: readonly Group[];
  readonly #wirings: readonly Wiring[];
  readonly #spikes = new SpikeList();
  readonly #probes: readonly {
    readonly V: Float64Array;
    readonly index: number;
    readonly trace: Float64Array;
  }[];

  /** Draws synapses and start values. @param experiment as `parseNetworkExperiment` returns it */
  constructor(experiment: NetworkExperiment) {
    const { network, duration, dt, record } = experiment;
    this.#experiment = experiment;
    this.steps = stepCount(duration, dt);
    const { groups, wirings } = buildNetwork(experiment);
    this.#groups = groups;
    this.#wirings = wirings;
    this.#probes = record.V_m.flatMap(({ population, index }) => {
      const group = groups[network.populations.findIndex(({ name }) => name === population)];
      return group ? [{ V: group.V, index, trace: new Float64Array(this.steps + 1) }] : [];
    });
    this.#probe();
  }

  /** Runs up to `count` further steps, not past the end. */
  advance(count: number): void {
    const last = Math.min(this.steps, this.step + count);
    const nest = this.#experiment.grid === 'nest';
    while (this.step < last) {
      for (const group of this.#groups) advance(group);
      if (nest) for (const group of this.#groups) deliver(group, this.step);
      for (const group of this.#groups) {
        fire(group);
        this.#spikes.add(nest ? this.step + 1 : this.step, group);
      }
      for (const wiring of this.#wirings) send(wiring, this.step);
      if (!nest) for (const group of this.#groups) deliver(group, this.step);
      this.step++;
      this.#probe();
    }
  }

  /** What has happened so far; times in ms, potentials in mV. */
  recording(): NetworkRecording {
    const { network, dt } = this.#experiment;
    const { count, steps, senders } = this.#spikes;
    return {
      t: this.#probes.length > 0 ? timeGrid(this.step, dt) : new Float64Array(0),
      V_m: this.#probes.map(({ trace }) => trace.slice(0, this.step + 1)),
      spikes: Float64Array.from(steps.subarray(0, count), (step) => step * dt),
      senders: senders.slice(0, count),
      populations: network.populations.map(({ name, size }, p) => ({
        name,
        first: this.#groups[p]?.first ?? 0,
        size,
      })),
      synapses: this.#wirings.reduce((sum, { csr }) => sum + csr.targets.length, 0),
    };
  }

  #probe(): void {
    for (const { V, index, trace } of this.#probes) trace[this.step] = V[index]!;
  }
}

/** Runs a network experiment. Pure: the same experiment gives the same recording.
 *  @param experiment as `parseNetworkExperiment` returns it */
export function simulateNetwork(experiment: NetworkExperiment): NetworkRecording {
  const run = new NetworkRun(experiment);
  run.advance(run.steps);
  return run.recording();
}
