/** What a network costs: ns per neuron and step, per synaptic event and per synapse made. */
import { BRUNEL_SMALL, BRUNEL_STATES, brunelExperiment } from '../src/sim/brunel.ts';
import { cubaNetwork } from '../src/sim/cuba.ts';
import { connect } from '../src/sim/connectivity.ts';
import { parseNetworkExperiment } from '../src/sim/network-parse.ts';
import { simulateNetwork } from '../src/sim/network-simulate.ts';
import { networkStreams } from '../src/sim/network-streams.ts';
import type { ConnectionRule, NetworkExperiment } from '../src/sim/network.ts';
import type { Case } from './bench.ts';

/** @param steps what one call is divided by */
function networkCase(name: string, experiment: NetworkExperiment, steps: number): Case {
  return {
    name: `network, ${name}`,
    steps,
    run() {
      const { spikes, synapses } = simulateNetwork(experiment);
      return spikes.length + synapses;
    },
  };
}

const neuronSteps = ({ network, duration, dt }: NetworkExperiment): number =>
  (network.populations.reduce((sum, { size }) => sum + size, 0) * duration) / dt;

const cuba = parseNetworkExperiment({ version: 1, network: cubaNetwork(1.5), duration: 500 });
const brunel = parseNetworkExperiment(brunelExperiment({ ...BRUNEL_SMALL, ...BRUNEL_STATES.AI }, 100, 1));

/** 4000 neurons that never fire, with both synaptic currents. */
const silent = parseNetworkExperiment({
  version: 1,
  network: {
    populations: [{ name: 'E', size: 4000 }],
    projections: [1, -1].map((weight) => ({ from: 'E', to: 'E', rule: { p: 0 }, synapse: 'exp', weight })),
  },
  duration: 200,
});

/** 1000 neurons that fire every 2.1 ms, or a little later, each to all others: synapses and little else. */
const dense = parseNetworkExperiment({
  version: 1,
  network: {
    populations: [{ name: 'E', size: 1000, neuron: { I_e: 1000 } }],
    projections: [{ from: 'E', to: 'E', rule: { p: 1 }, weight: 1e-9 }],
  },
  duration: 200,
});

function wiringCase(rule: ConnectionRule): Case {
  const [sources, size] = [4000, 1000];
  const make = () => connect(rule, sources, size, false, networkStreams(1).projection(0)).targets;
  return {
    name: `network, wiring a synapse, ${rule.type}`,
    steps: make().length,
    run: () => make()[7] ?? NaN,
  };
}

export const NETWORK_CASES: readonly Case[] = [
  networkCase('neuron and step, CUBA 0.5 s with wiring', cuba, neuronSteps(cuba)),
  networkCase('neuron and step, Brunel AI 0.1 s with wiring', brunel, neuronSteps(brunel)),
  networkCase('neuron and step, silent', silent, neuronSteps(silent)),
  networkCase('synaptic event', dense, simulateNetwork(dense).spikes.length * 999),
  wiringCase({ type: 'fixed_probability', p: 0.1 }),
  wiringCase({ type: 'fixed_indegree', k: 400 }),
];
