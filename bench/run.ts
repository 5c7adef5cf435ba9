/** `npm run bench`: one interleaved run of all cases, printed as a table; `-- --write` also keeps it in
 *  bench/results.md with machine, Node version and date. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { againstPeers } from './against-peers.ts';
import { measure } from './bench.ts';
import { LIF_CASES } from './lif.ts';
import { NETWORK_CASES } from './network.ts';
import { NONLINEAR_CASES } from './nonlinear.ts';
import { RANDOM_CASES } from './random.ts';

const results = measure([...LIF_CASES, ...NETWORK_CASES, ...NONLINEAR_CASES, ...RANDOM_CASES]);
const rows = results.map(
  ({ name, steps, cold, median, fastest }) =>
    `| ${name} | ${steps} | ${median.toFixed(2)} | ${fastest.toFixed(2)} | ${cold.toFixed(1)} |`,
);
const table = [
  '| case | steps | ns/step, median | fastest | first call |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows,
].join('\n');
console.log(table);
const peers = await againstPeers();
console.log(`\n${peers}`);

if (process.argv.includes('--write')) {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    new URL('results.md', import.meta.url),
    `# Measured\n\n${machine}, Node ${process.version}, ${date}. Nanoseconds per step of one neuron, medians of 9\n` +
      `interleaved rounds after a first call that is given apart. Step 0.1 ms.\n\n${table}\n\n` +
      `Against what a reader would otherwise run: the same neuron, step and update, in turn with ours, medians\n` +
      `of 7 rounds; the first run, compilation included, apart.\n\n${peers}\n`,
  );
}
