/** Makes the populations and synapses of an experiment ready to run. */
import { connect, type Uniform } from './connectivity.ts';
import type { Grid } from './experiment.ts';
import type { NetworkExperiment, NetworkNeuron, NetworkSynapse } from './network.ts';
import { poissonTable, spikesPerStep } from './network-poisson.ts';
import { networkPropagator } from './network-propagator.ts';
import type { Drive, Group, Receptor, Wiring } from './network-step.ts';
import { networkStreams, type NetworkStreams } from './network-streams.ts';
import { stepsIn } from './time-grid.ts';

/** Where a weight lands; its sign chooses the current, as in NEST's iaf_psc_exp. */
function receptorOf(synapse: NetworkSynapse, weight: number): Receptor {
  if (synapse === 'delta') return 'delta';
  return weight < 0 ? 'in' : 'ex';
}

/** What a spike sets `Group.clamped` to: NEST then clamps t_ref/dt steps, Brian2 one step fewer. No run is
 *  as long as 2³¹ − 2 steps, the most a 32-bit count can wait. */
export function clampSteps(t_ref: number, dt: number, grid: Grid): number {
  const steps = Math.min(stepsIn(t_ref, dt), 2 ** 31 - 2);
  return grid === 'nest' ? steps + 1 : Math.max(steps, 1);
}

function startPotentials({ V_m }: NetworkNeuron, size: number, uniform: Uniform): Float64Array {
  if (typeof V_m === 'number') return new Float64Array(size).fill(V_m);
  if (!('distribution' in V_m)) return Float64Array.from(V_m);
  const { low, high } = V_m;
  return Float64Array.from({ length: size }, () => low + (high - low) * uniform());
}

function buildDrives(
  { network, dt }: NetworkExperiment,
  population: string,
  streams: NetworkStreams,
): Drive[] {
  const drives: Drive[] = [];
  network.drive.forEach(({ to, rate, synapse, weight }, d) => {
    if (to !== population) return;
    const table = poissonTable(spikesPerStep(rate, dt));
    drives.push({ receptor: receptorOf(synapse, weight), weight, table, uniform: streams.drive(d) });
  });
  return drives;
}

function buildGroups(experiment: NetworkExperiment, streams: NetworkStreams, slots: number): Group[] {
  const { network, dt, grid } = experiment;
  let first = 0;
  return network.populations.map(({ name, size, neuron }, p) => {
    const drives = buildDrives(experiment, name, streams);
    const wired = new Set(
      network.projections.filter(({ to }) => to === name).map((x) => receptorOf(x.synapse, x.weight)),
    );
    const used = new Set([...wired, ...drives.map(({ receptor }) => receptor)]);
    const ring = (receptor: Receptor) => (wired.has(receptor) ? new Float64Array(slots * size) : null);
    const flows = used.has('ex') || used.has('in');
    const group: Group = {
      first,
      size,
      V_th: neuron.V_th,
      V_reset: neuron.V_reset,
      propagator: networkPropagator(neuron, dt),
      V: startPotentials(neuron, size, streams.start(p)),
      currents: flows ? { ex: new Float64Array(size), in: new Float64Array(size) } : null,
      clamped: new Int32Array(size),
      clampSteps: clampSteps(neuron.t_ref, dt, grid),
      rings: { delta: ring('delta'), ex: ring('ex'), in: ring('in') },
      drives,
      fired: { list: new Uint32Array(size), count: 0 },
    };
    first += size;
    return group;
  });
}

/** @returns populations and projections in the order of the experiment */
export function buildNetwork(experiment: NetworkExperiment): { groups: Group[]; wirings: Wiring[] } {
  const { network, dt, seed } = experiment;
  const streams = networkStreams(seed);
  const delays = network.projections.map(({ delay }) => stepsIn(delay, dt));
  const slots = 1 + delays.reduce((longest, delay) => Math.max(longest, delay), 0);
  const groups = buildGroups(experiment, streams, slots);
  const byName = new Map(network.populations.map(({ name }, p) => [name, groups[p]]));

  const wirings = network.projections.flatMap(({ from, to, rule, synapse, weight }, p): Wiring[] => {
    const [source, target] = [byName.get(from), byName.get(to)];
    const ring = target?.rings[receptorOf(synapse, weight)];
    // Validation has found both ends, and every receptor that is wired has its ring.
    if (source === undefined || target === undefined || ring == null) return [];
    const csr = connect(rule, source.size, target.size, source === target, streams.projection(p));
    return [{ from: source, size: target.size, ring, csr, weight, delaySteps: delays[p] ?? 0 }];
  });
  return { groups, wirings };
}
