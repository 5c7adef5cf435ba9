/** The command line of the simulator: `npm run --silent sim -- run FILE.json`. */
import { isNetwork } from '../sim/any-experiment.ts';
import { simulateNetwork } from '../sim/network-simulate.ts';
import { simulate } from '../sim/simulate.ts';
import { readExperiment, UserError } from './files.ts';
import { networkAsCsv, networkAsJson } from './network-output.ts';
import { recordingAsCsv, recordingAsJson, write } from './output.ts';

const USAGE = `usage: npm run --silent sim -- run FILE.json [--csv]

  run FILE    simulates an experiment and prints its recording: JSON, or CSV with --csv

FILE is an experiment in JSON, or - for standard input. Units: ms, mV, nA, nF, MΩ, µS, Hz.
`;

/** Arguments in order and options, told apart.
 *  @throws UserError naming an option that the command does not have */
function split(args: readonly string[], options: readonly string[]) {
  const given = args.filter((arg) => arg.startsWith('--'));
  const unknown = given.find((arg) => !options.includes(arg));
  if (unknown !== undefined) throw new UserError(`unknown option ${unknown}\n${USAGE}`);
  return {
    files: args.filter((arg) => !arg.startsWith('--')),
    has: (option: string) => given.includes(option),
  };
}

async function run(args: readonly string[]): Promise<void> {
  const { files, has } = split(args, ['--csv']);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UserError(`run needs one file\n${USAGE}`);
  const experiment = readExperiment(file);
  if (isNetwork(experiment)) {
    const recording = simulateNetwork(experiment);
    await write(has('--csv') ? networkAsCsv(recording) : networkAsJson(recording));
    return;
  }
  const recording = simulate(experiment);
  await write(has('--csv') ? recordingAsCsv(recording) : recordingAsJson(recording));
}

type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([['run', run]]);

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
