/** The command line of the simulator: `npm run --silent sim -- run FILE.json`. */
import { experimentJsonSchema } from '../sim/experiment-json-schema.ts';
import { isNetwork } from '../sim/any-experiment.ts';
import { simulateNetwork } from '../sim/network-simulate.ts';
import { simulate } from '../sim/simulate.ts';
import { readArguments } from './args.ts';
import { describe } from './describe.ts';
import { readExperiment, UserError } from './files.ts';
import { modelOf } from '../sim/models.ts';
import { networkAsCsv, networkAsJson } from './network-output.ts';
import { recordingAsCsv, recordingAsJson } from '../export/recording-text.ts';
import { write } from './write.ts';
import { sweep } from './sweep.ts';

const USAGE = `usage: npm run --silent sim -- COMMAND

  run FILE [--csv]       simulates an experiment and prints its recording as JSON, or as CSV
  sweep FILE --from A --to B --steps N [--path inputs.0.amplitude]
                         runs it for N values of one number (the f-I curve) and prints a row of CSV for each
  describe NAME          prints the parameters of a model, an input, a run or a network
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

type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['run', run],
  ['sweep', runSweep],
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
