/** The command line of the simulator: `npm run --silent sim -- run FILE.json`. */
import { experimentJsonSchema } from '../sim/experiment-json-schema.ts';
import { isNetwork } from '../sim/any-experiment.ts';
import { simulateNetwork } from '../sim/network-simulate.ts';
import { simulate } from '../sim/simulate.ts';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { EXPORT_TARGETS, type ExportTarget } from '../export/targets.ts';
import { exportTo, onGrid, type ExportedFile } from '../export/index.ts';
import { readArguments } from './args.ts';
import { compare, fit } from './bring.ts';
import { describe } from './describe.ts';
import { readExperiment, UserError } from './files.ts';
import { modelOf } from '../sim/models.ts';
import { networkAsCsv, networkAsJson } from '../export/network-recording-text.ts';
import { recordingAsCsv, recordingAsJson } from '../export/recording-text.ts';
import { write } from './write.ts';
import { sweep } from './sweep.ts';

const USAGE = `usage: npm run --silent sim -- COMMAND

  run FILE [--csv]       simulates an experiment and prints its recording as JSON, or as CSV
  sweep FILE --from A --to B --steps N [--path inputs.0.amplitude]
                         runs it for N values of one number (the f-I curve) and prints a row of CSV for each
  compare FILE DATA.csv  says how far spike times, or a trace of the potential, are from the run
  fit FILE DATA.csv      prints the neuron that gives this trace under the currents of the experiment, as JSON
  describe NAME          prints the parameters of a model, an input, a run or a network
  export FILE --to TARGET [--on-grid] [--into FOLDER]
                         prints the experiment as a file of another tool: ${Object.keys(EXPORT_TARGETS).join(', ')}
                         --on-grid: for tools that look at threshold once a step, a run with method precise or
                         adaptive becomes one with exact or rk4, spikes up to dt later
                         --into: writes the files into a folder that exists
  schema                 prints the JSON Schema of an experiment

--samples CURRENT.csv  with run and sweep: a recorded current that flows in too, rows of ms and nA

FILE is an experiment in JSON, or - for standard input. Units: ms, mV, nA, nF, MΩ, µS, Hz.
`;

/** The one file of a command.
 *  @throws UserError when there is none, or more */
function oneFile(command: string, words: readonly string[]): string {
  const [file] = words;
  if (file === undefined || words.length > 1) throw new UserError(`${command} needs one file\n${USAGE}`);
  return file;
}

async function run(args: readonly string[]): Promise<void> {
  const { words, has, text } = readArguments(args, ['--csv'], ['--samples']);
  const experiment = readExperiment(oneFile('run', words), text('--samples'));
  if (isNetwork(experiment)) {
    const recording = simulateNetwork(experiment);
    await write(has('--csv') ? networkAsCsv(recording) : networkAsJson(recording));
    return;
  }
  const recording = simulate(experiment);
  await write(
    has('--csv') ? recordingAsCsv(recording, modelOf(experiment.neuron)) : recordingAsJson(recording),
  );
}

async function runSweep(args: readonly string[]): Promise<void> {
  const { words, number, text } = readArguments(
    args,
    [],
    ['--from', '--to', '--steps', '--path', '--samples'],
  );
  const experiment = readExperiment(oneFile('sweep', words), text('--samples'));
  if (isNetwork(experiment)) throw new UserError('sweep takes an experiment with one neuron, not a network');
  const plan = {
    path: text('--path') ?? 'inputs.0.amplitude',
    from: number('--from'),
    to: number('--to'),
    steps: number('--steps'),
  };
  await write(
    sweep(experiment, plan, (done, of) => {
      process.stderr.write(`${done}/${of}\n`);
    }),
  );
}

/** @throws UserError in the words of the export where the tool cannot do it */
function exportFiles(args: readonly string[]): { files: readonly ExportedFile[]; into: string | undefined } {
  const { words, has, text } = readArguments(args, ['--on-grid'], ['--to', '--into', '--samples']);
  const file = oneFile('export', words);
  const target = text('--to') ?? '';
  if (!Object.hasOwn(EXPORT_TARGETS, target)) {
    const names = Object.keys(EXPORT_TARGETS).join(', ');
    throw new UserError(
      target === ''
        ? `--to is missing: it takes one of ${names}`
        : `--to takes one of ${names}, got "${target}"`,
    );
  }
  const experiment = readExperiment(file, text('--samples'));
  try {
    const { files } = exportTo(target as ExportTarget, has('--on-grid') ? onGrid(experiment) : experiment);
    return { files, into: text('--into') };
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message);
    throw error;
  }
}

async function runExport(args: readonly string[]): Promise<void> {
  const { files, into } = exportFiles(args);
  if (into === undefined) {
    if (files.length > 1) {
      const names = files.map(({ name }) => name).join(' and ');
      throw new UserError(
        `the export has ${files.length} files, ${names}: say with --into FOLDER where they go`,
      );
    }
    await write(files.map(({ text }) => text));
    return;
  }
  for (const { name, text } of files) {
    try {
      writeFileSync(join(into, name), text);
    } catch (error) {
      throw new UserError(`cannot write ${join(into, name)}: ${(error as Error).message}`);
    }
  }
}

type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['run', run],
  ['sweep', runSweep],
  ['export', runExport],
  ['compare', (args) => write([compare(readArguments(args).words)])],
  ['fit', (args) => write([fit(readArguments(args).words)])],
  ['describe', (args) => write([describe(readArguments(args).words[0])])],
  ['schema', () => write([`${JSON.stringify(experimentJsonSchema(), null, 2)}\n`])],
]);

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === '--help' || name === 'help') {
    await write([USAGE]);
    return;
  }
  const command = COMMANDS.get(name ?? '');
  if (!command) throw new UserError(name === undefined ? USAGE : `unknown command ${name}\n${USAGE}`);
  await command(args);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 2;
});
