/** The work and memory a network experiment asks for, bounded from above before it runs, so that nothing
 *  validated hangs. Bounds assume the worst: every neuron fires whenever its refractoriness lets it. */
import { MAX_STEPS } from './experiment-params.ts';
import type { Network, NetworkExperiment, Population, Projection } from './network.ts';
import { clampSteps } from './network-build.ts';
import {
  MAX_DRIVE_PER_STEP,
  MAX_NETWORK_SPIKES,
  MAX_NEURON_STEPS,
  MAX_NEURONS,
  MAX_RING_CELLS,
  MAX_SAMPLES,
  MAX_SYNAPSES,
  MAX_SYNAPTIC_EVENTS,
} from './network-params.ts';
import { spikesPerStep } from './network-poisson.ts';
import { stepCount, stepsIn } from './time-grid.ts';

/** @throws RangeError unless the delay is a whole number of steps that the grid allows */
export function assertDelay(projection: Projection, { dt, grid }: NetworkExperiment, field: string): void {
  const { delay } = projection;
  const least = grid === 'nest' ? 1 : 0;
  const steps = stepsIn(delay, dt);
  // 1e-6 of a step: 1.5/0.1 is 15.000000000000002.
  if (Math.abs(delay / dt - steps) < 1e-6 && steps >= least) return;
  throw new RangeError(
    `${field}.delay (delay) must be a whole number of steps of dt (${dt} ms), at least ${least} under grid "${grid}", got ${delay} ms`,
  );
}

function refuseAbove(limit: number, amount: number, what: string, remedy: string): void {
  if (amount <= limit) return;
  const shown = amount < 1e6 ? String(amount) : amount.toExponential(2);
  throw new RangeError(`${what} ${shown}; the most is ${limit}: ${remedy}`);
}

/** Synapses a projection makes; of a random number of them six standard deviations above the mean. */
function synapseBound({ rule }: Projection, from: Population, to: Population): number {
  if (rule.type === 'csr') return rule.targets.length;
  if (rule.type === 'fixed_indegree') return rule.k * to.size;
  const mean = from.size * to.size * rule.p;
  return Math.ceil(mean + 6 * Math.sqrt(mean * (1 - rule.p)));
}

function assertSize(network: Network, synapses: number): void {
  const neurons = network.populations.reduce((sum, { size }) => sum + size, 0);
  refuseAbove(MAX_NEURONS, neurons, 'the sizes of network.populations add up to', 'take fewer neurons');
  refuseAbove(
    MAX_SYNAPSES,
    synapses,
    'network.projections can make this many synapses:',
    'lower p or k, or take fewer neurons',
  );
}

/** @throws RangeError naming what is too much, how much it is and the limit */
export function assertNetworkFinite({ network, duration, dt, grid, record }: NetworkExperiment): void {
  const { populations, projections, drive } = network;
  const find = (name: string): Population => populations.find((population) => population.name === name)!;
  const synapses = projections.map((x) => synapseBound(x, find(x.from), find(x.to)));
  assertSize(
    network,
    synapses.reduce((sum, count) => sum + count, 0),
  );
  drive.forEach(({ rate }, d) =>
    refuseAbove(
      MAX_DRIVE_PER_STEP,
      spikesPerStep(rate, dt),
      `network.drive.${d}.rate ${rate} Hz at dt ${dt} ms makes this many spikes per step:`,
      'lower the rate and raise the weight, or lower dt',
    ),
  );

  const steps = stepCount(duration, dt);
  const run = `duration ${duration} ms at dt ${dt} ms makes this many`;
  refuseAbove(MAX_STEPS, steps, `${run} steps:`, 'shorten duration or raise dt');
  const updates = [...populations.map(({ size }) => size), ...drive.map(({ to }) => find(to).size)];
  const work = steps * updates.reduce((sum, size) => sum + size, 0);
  refuseAbove(
    MAX_NEURON_STEPS,
    work,
    `${run} updates of neurons and their drive:`,
    'shorten duration, raise dt or take fewer neurons',
  );
  refuseAbove(
    MAX_SAMPLES,
    record.V_m.length * (steps + 1),
    `${run} samples of record.V_m:`,
    'record fewer neurons or shorten duration',
  );

  const neurons = populations.reduce((sum, { size }) => sum + size, 0);
  const slots = 1 + projections.reduce((longest, { delay }) => Math.max(longest, stepsIn(delay, dt)), 0);
  refuseAbove(
    MAX_RING_CELLS,
    slots * neurons,
    `the longest delay of network.projections, ${slots - 1} steps of dt ${dt} ms, makes this many buffer cells:`,
    'shorten the delay, raise dt or take fewer neurons',
  );

  const mostSpikes = ({ neuron }: Population) => Math.ceil(steps / clampSteps(neuron.t_ref, dt, grid));
  refuseAbove(
    MAX_NETWORK_SPIKES,
    populations.reduce((sum, population) => sum + population.size * mostSpikes(population), 0),
    `${run} spikes if every neuron fires whenever t_ref lets it:`,
    'shorten duration, raise t_ref or take fewer neurons',
  );
  refuseAbove(
    MAX_SYNAPTIC_EVENTS,
    projections.reduce((sum, { from }, p) => sum + (synapses[p] ?? 0) * mostSpikes(find(from)), 0),
    `${run} synaptic events if every neuron fires whenever t_ref lets it:`,
    'shorten duration, raise t_ref, or lower p or k',
  );
}
