/** ns per random number, and per step of a neuron that is driven by noise. One step is one number. */
import { normal } from '../src/sim/normal.ts';
import { parseExperiment } from '../src/sim/parse-experiment.ts';
import { exponential, PoissonCounts } from '../src/sim/poisson.ts';
import { Random } from '../src/sim/random.ts';
import type { Recording } from '../src/sim/recording.ts';
import { realise } from '../src/sim/realise.ts';
import { siegertCv, siegertRateHz } from '../src/sim/siegert.ts';
import { simulate } from '../src/sim/simulate.ts';
import type { Case } from './bench.ts';

const DRAWS = 100_000;

const out = new Float64Array(DRAWS);
const random = new Random(1);

/** @param fill draws into `out`: each case has a loop of its own, or one loop would slow all */
function drawCase(name: string, fill: () => void): Case {
  return {
    name: `random, ${name}`,
    steps: DRAWS,
    run() {
      fill();
      return (out[0] ?? NaN) + (out[DRAWS - 1] ?? NaN);
    },
  };
}

/** A second of white noise: the numbers are drawn anew for every run, as for a new seed. */
function noiseCase(method: string): Case {
  const experiment = parseExperiment({ version: 1, inputs: [{ type: 'white' }], duration: 1000, method });
  let last: Recording | undefined;
  return {
    name: `lif ${method}, white noise 1 s`,
    steps: 10_000,
    run() {
      last = simulate({ ...experiment }, last);
      return last.spikes.length + (last.V_m.at(-1) ?? NaN);
    },
  };
}

const noise = parseExperiment({ version: 1, inputs: [{ type: 'ou' }], duration: 1000 });
const counts = new PoissonCounts(3);
const { neuron } = parseExperiment({ version: 1 });

function theoryCase(name: string, of: (mu: number) => number): Case {
  return {
    name: `theory, ${name}`,
    steps: 20,
    run() {
      let sum = 0;
      for (let i = 0; i < 20; i++) sum += of(-60 + i);
      return sum;
    },
  };
}

export const RANDOM_CASES: readonly Case[] = [
  drawCase('32 bits', () => {
    for (let i = 0; i < DRAWS; i++) out[i] = random.bits();
  }),
  drawCase('uniform, 53 bits', () => {
    for (let i = 0; i < DRAWS; i++) out[i] = random.uniform();
  }),
  drawCase('normal', () => {
    for (let i = 0; i < DRAWS; i++) out[i] = normal(random);
  }),
  drawCase('exponential', () => {
    for (let i = 0; i < DRAWS; i++) out[i] = exponential(random);
  }),
  drawCase('Poisson count of mean 3', () => {
    for (let i = 0; i < DRAWS; i++) out[i] = counts.draw(random);
  }),
  {
    name: 'Ornstein–Uhlenbeck current 1 s, drawn',
    steps: 10_000,
    run: () => {
      const [input] = realise({ ...noise }).inputs;
      return input?.type === 'samples' ? (input.values[9_999] ?? NaN) : NaN;
    },
  },
  ...['exact', 'precise'].map(noiseCase),
  ...(neuron.model === 'lif'
    ? [
        theoryCase('Siegert rate', (mu) => siegertRateHz(neuron, mu, 5)),
        theoryCase('CV under noise', (mu) => siegertCv(neuron, mu, 5) ?? 0),
      ]
    : []),
];
