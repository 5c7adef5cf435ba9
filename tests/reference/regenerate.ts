/** `npm run reference`: makes every file of this folder anew with its generator, in a temporary folder, and
 *  compares it with the stored truth. Nothing here is overwritten. Exit code 1 when a file differs, 2 when
 *  the Python that is needed is not there.
 *  The Python is /usr/bin/python3, Debian's; the variable PYTHON names another. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Comparison, type Tolerance } from './compare.ts';

interface Generator {
  readonly script: string;
  /** Made and compared as JSON, or byte by byte. */
  readonly files: readonly string[];
  readonly module: keyof typeof PACKAGES;
  readonly tolerances: readonly Tolerance[];
  /** Fields that are only made where NEURON is installed. */
  readonly neuron?: readonly string[];
}

/** Python module → the Debian package that brings it. */
const PACKAGES = {
  brian2: 'python3-brian',
  scipy: 'python3-scipy',
  mpmath: 'python3-mpmath',
  neuron: 'python3-neuron',
  json: 'python3',
} as const;

const GENERATORS: readonly Generator[] = [
  {
    script: 'mpmath_fI_siegert.py',
    files: ['mpmath_fI_siegert.json'],
    module: 'mpmath',
    tolerances: [],
  },
  {
    script: 'mpmath_synapses.py',
    files: ['mpmath_synapses.json'],
    module: 'mpmath',
    tolerances: [],
  },
  { script: 'mpmath_normal.py', files: ['mpmath_normal.json'], module: 'mpmath', tolerances: [] },
  { script: 'mpmath_erfcx.py', files: ['mpmath_erfcx.json'], module: 'mpmath', tolerances: [] },
  { script: 'mpmath_cv.py', files: ['mpmath_cv.json'], module: 'mpmath', tolerances: [] },
  { script: 'spike_distance.py', files: ['spike_distance.json'], module: 'mpmath', tolerances: [] },
  { script: 'xoshiro128.py', files: ['xoshiro128.json'], module: 'json', tolerances: [] },
  {
    script: 'brian2_lif.py',
    files: ['brian2_lif.json'],
    module: 'brian2',
    tolerances: [
      {
        fields: ['V_end_of_step_mV'],
        absolute: 1e-13,
        why: '1e-13 mV: an exp or a fused multiply-add of another processor',
      },
      {
        fields: ['first_spike_ms', 'isi_ms'],
        absolute: 1e-13,
        why: '1e-13 ms: rounding of the closed form',
      },
    ],
  },
  {
    script: 'scipy_lif_cond.py',
    files: ['scipy_lif_cond.json'],
    module: 'scipy',
    tolerances: [
      { fields: ['V_m'], absolute: 1e-10, why: '1e-10 mV: steps chosen by another rounding' },
      { fields: ['spikes'], absolute: 1e-9, why: '1e-9 ms: the same, in event location' },
    ],
  },
  {
    script: 'hh_squid.py',
    files: ['hh_squid.json'],
    module: 'scipy',
    neuron: ['simulators', 'V_neuron_mV', 'crossings_0mV_neuron_ms'],
    tolerances: [
      {
        fields: ['V_scipy_mV'],
        absolute: 1e-10,
        why: '1e-10 mV: the order of the sums in the right-hand side',
      },
      { fields: ['m', 'h', 'n'], absolute: 1e-12, why: '1e-12: the same, of the gates' },
      { fields: ['crossings_0mV_scipy_ms'], absolute: 1e-12, why: '1e-12 ms: the same, of the crossings' },
      { fields: ['V_neuron_mV'], absolute: 1e-6, why: '1e-6 mV: the steps CVODE chooses' },
      {
        fields: ['crossings_0mV_neuron_ms'],
        absolute: 1e-3,
        why: '1e-3 ms: NEURON rounds up to a CVODE step',
      },
    ],
  },
  {
    script: 'scipy_adex.py',
    files: ['scipy_adex.json'],
    module: 'scipy',
    tolerances: [
      {
        fields: ['spikes_ms'],
        absolute: 1e-8,
        why: '1e-8 ms: an exp of another processor, from spike to spike',
      },
      { fields: ['V_mV', 'w_pA'], absolute: 1e-6, why: '1e-6 mV and pA: the same, on the upstroke' },
    ],
  },
  {
    script: 'delta_network.py',
    files: ['delta_network.json'],
    module: 'brian2',
    tolerances: [
      { fields: ['V_end_of_step_mV'], absolute: 1e-12, why: '1e-12 mV: an exp of another processor' },
    ],
  },
  {
    script: 'cuba.py',
    files: ['cuba/brian2_delay0.i32', 'cuba/delayed.json'],
    module: 'brian2',
    tolerances: [],
  },
  { script: 'brunel.py', files: ['brunel.json'], module: 'brian2', tolerances: [] },
];

const HERE = import.meta.dirname;
const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function hasModule(name: string): boolean {
  return spawnSync(PYTHON, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0;
}

function assertPython(): void {
  if (spawnSync(PYTHON, ['--version'], { stdio: 'ignore' }).status !== 0) {
    stop(`There is no Python at ${PYTHON}: apt-get install python3, or set the variable PYTHON.`);
  }
  const needed = [...new Set(GENERATORS.map(({ module }) => module))];
  const missing = needed.filter((name) => !hasModule(name)).map((name) => PACKAGES[name]);
  if (missing.length > 0) {
    const [are, packages] = [missing.length > 1 ? 'packages are' : 'package is', missing.join(' ')];
    stop(`The Debian ${are} missing that the reference data are made with: apt-get install ${packages}`);
  }
}

function compareBytes(stored: Buffer, made: Buffer): Comparison {
  const same = stored.equals(made);
  const differences = same ? [] : [`stored ${stored.length} bytes, made ${made.length}, and they differ`];
  return { numbers: stored.length / 4, worst: same ? 0 : NaN, where: '', differences };
}

function compareFile(file: string, folder: string, { tolerances, neuron }: Generator, hasNeuron: boolean) {
  const [stored, made] = [readFileSync(join(HERE, file)), readFileSync(join(folder, file))];
  if (!file.endsWith('.json')) return compareBytes(stored, made);
  const [left, right] = [JSON.parse(stored.toString()), JSON.parse(made.toString())] as [object, object];
  if (!neuron || hasNeuron) return compare(left, right, tolerances);
  const without = (data: object): unknown =>
    JSON.parse(JSON.stringify(data), (name, value: unknown) => (neuron.includes(name) ? undefined : value));
  return compare(without(left), without(right), tolerances);
}

/** @returns whether every file of the generator agrees */
function regenerate(generator: Generator, folder: string, hasNeuron: boolean): boolean {
  const began = performance.now();
  const run = spawnSync(PYTHON, [join(HERE, generator.script), folder], {
    encoding: 'utf8',
    // Where a Debian package still warns about its own dependencies, the reader cannot help it.
    env: { ...process.env, PYTHONWARNINGS: 'ignore', MPLBACKEND: 'Agg' },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  if (run.status !== 0) {
    console.log(`${generator.script.padEnd(24)} FAILED after ${seconds} s\n${run.stderr.trim()}`);
    return false;
  }
  let agrees = true;
  for (const file of generator.files) {
    const { numbers, worst, where, differences } = compareFile(file, folder, generator, hasNeuron);
    const verdict = differences.length === 0 ? 'same' : 'DIFFERS';
    const off = worst === 0 ? '0' : `${worst.toExponential(1)} at ${where.replace(/^\./, '')}`;
    console.log(
      `${file.padEnd(24)} ${verdict.padEnd(8)} ${String(numbers).padStart(7)}  ${seconds.padStart(4)} s  ${off}`,
    );
    for (const { fields, why } of generator.tolerances)
      console.log(`    ${fields.join(', ')}: within ${why}`);
    for (const sentence of differences) console.log(`    ${sentence}`);
    agrees &&= differences.length === 0;
  }
  if (generator.neuron && !hasNeuron) {
    console.log(`    NEURON's columns were not made: apt-get install ${PACKAGES.neuron}`);
  }
  return agrees;
}

assertPython();
const folder = mkdtempSync(join(tmpdir(), 'reference-'));
try {
  const hasNeuron = hasModule('neuron');
  console.log(`${'file'.padEnd(24)} verdict  numbers    time  largest difference`);
  const verdicts = GENERATORS.map((generator) => regenerate(generator, folder, hasNeuron));
  process.exitCode = verdicts.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
