/** One neuron here against the peers, in one interleaved run: ratios of medians. */
import { parseExperiment } from '../src/sim/parse-experiment.ts';
import type { Recording } from '../src/sim/recording.ts';
import { simulate } from '../src/sim/simulate.ts';
import { startPeers } from './peers.ts';

const ROUNDS = 7;
/** One second, as a figure runs it, and how often in one round: some 10 ms, as long as a round of the peers. */
const STEPS = 10_000;
const RUNS = 1000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Runs ours and every installed peer in turn and prints a table of ns per step and ratios.
 *  @returns Markdown, with a sentence for each peer that is not installed */
export async function againstPeers(): Promise<string> {
  const experiment = parseExperiment({
    version: 1,
    inputs: [{ type: 'step', amplitude: 2.5 }],
    duration: STEPS * 0.1,
    method: 'exact',
    grid: 'nest',
  });
  let last: Recording | undefined;
  const ours = () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < RUNS; i++) last = simulate(experiment, last);
    return Number(process.hrtime.bigint() - start) / (STEPS * RUNS);
  };
  const { peers, missing } = startPeers();
  const contestants = [
    { title: 'src/sim, exact', run: async () => ours() },
    ...peers.map((peer) => ({ title: peer.title, run: async () => (await peer.run()).ns })),
  ];
  const first: number[] = [];
  for (const { run } of contestants) first.push(await run());
  const times = contestants.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { run }] of contestants.entries()) times[i]?.push(await run());
  }
  for (const peer of peers) peer.close();

  const base = median(times[0] ?? []);
  const rows = contestants.map(({ title }, i) => {
    const ns = median(times[i] ?? []);
    return `| ${title} | ${ns.toFixed(1)} | ${(first[i] ?? NaN).toFixed(1)} | ${(ns / base).toFixed(1)} |`;
  });
  return [
    '| one LIF neuron, V recorded | ns/step, median | first run | times ours |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    ...missing.map((sentence) => `\n${sentence}`),
  ].join('\n');
}
