/** The same neuron in what a reader would otherwise run: plain Python, NumPy, Brian2. Each peer is one
 *  process of its own that waits between rounds, so that all can be timed in turn with ours. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Name, title, the Debian package it needs, and steps of 0.1 ms in one run: long enough that starting the
 *  run does not count, short enough for nine rounds. */
const PEERS = [
  { name: 'python', title: 'plain Python', module: 'math', steps: 100_000 },
  { name: 'numpy', title: 'NumPy, scalar loop', module: 'numpy', steps: 50_000 },
  { name: 'brian2_numpy', title: 'Brian2, numpy', module: 'brian2', steps: 5_000 },
  { name: 'brian2_cython', title: 'Brian2, cython', module: 'brian2', steps: 20_000 },
  { name: 'brian2_cpp_standalone', title: 'Brian2, cpp_standalone', module: 'brian2', steps: 1_000_000 },
] as const;

export interface Peer {
  readonly title: string;
  readonly steps: number;
  /** Runs once.
   *  @returns ns per step, and the spikes of the run */
  run(): Promise<{ ns: number; spikes: number }>;
  close(): void;
}

const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3';

function start(name: string, title: string, steps: number): Peer {
  const script = fileURLToPath(new URL('peers.py', import.meta.url));
  const child: ChildProcessWithoutNullStreams = spawn(PYTHON, [script, name, String(steps)]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (data) => (complaint += String(data)));
  return {
    title,
    steps,
    async run() {
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) throw new Error(`${title} stopped: ${complaint.trim().split('\n').at(-1) ?? ''}`);
      const [ns, spikes] = String(value).split(' ').map(Number);
      return { ns: ns ?? NaN, spikes: spikes ?? NaN };
    },
    close: () => child.kill(),
  };
}

/** The peers that are installed here, and a sentence for each that is not. */
export function startPeers(): { peers: Peer[]; missing: string[] } {
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const { name, title, module, steps } of PEERS) {
    if (spawnSync(PYTHON, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0) {
      peers.push(start(name, title, steps));
    } else {
      missing.push(
        `${title} is not measured: ${PYTHON} has no ${module} (Debian: python3-${module.replace('brian2', 'brian')}).`,
      );
    }
  }
  return { peers, missing };
}
