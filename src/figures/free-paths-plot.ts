/** What white noise makes of a membrane without threshold: runs with noise of their own, all from rest, over the mean
 *  and the standard deviation that theory says,
 *    mean μ + (E_L − μ)e^{−t/τ},   variance σ²/2·(1 − e^{−2t/τ})   (Uhlenbeck & Ornstein 1930).
 *  Made when the site is built, from a seed. */
import { parseExperiment } from '../sim/parse-experiment.ts';
import { simulate } from '../sim/simulate.ts';
import { axisOver } from './axis.ts';
import { NARROW, type Plot, type Point } from './plot.ts';

/** mV, as in the lesson. */
const MU = -55;
const SIGMA = 5;
const END = 100;
const SEED = 8;
const RUNS = 3;
/** Steps, ms: the noise has no error of the step, and a phone has half the points across. */
const STEP = { wide: 2, narrow: 4 };
/** A course of theory, in points. */
const SMOOTH = 25;

/** One run: its potential at the points of the grid.
 *  @param stream its noise */
function path(stream: number, dt: number): Point[] {
  const { t, V_m } = simulate(
    parseExperiment({
      version: 1,
      neuron: { threshold: false },
      inputs: [{ type: 'white', mu: MU, sigma: SIGMA, stream }],
      duration: END,
      dt,
      seed: SEED,
    }),
  );
  return Array.from(t, (x, k) => ({ x, y: V_m[k] ?? NaN }));
}

/** @param width px */
export function freePathsPlot(width: number): Plot {
  const narrow = width < NARROW;
  const { E_L, R_m, C_m } = parseExperiment({ version: 1 }).neuron as {
    E_L: number;
    R_m: number;
    C_m: number;
  };
  const tau = R_m * C_m;
  const band = Array.from({ length: SMOOTH + 1 }, (_, k) => {
    const x = (END * k) / SMOOTH;
    const mean = MU + (E_L - MU) * Math.exp(-x / tau);
    const sd = SIGMA * Math.sqrt(-Math.expm1((-2 * x) / tau) / 2);
    return { x, mean, low: mean - sd, high: mean + sd };
  });
  const paths = Array.from({ length: RUNS }, (_, k) => path(k, narrow ? STEP.narrow : STEP.wide));
  return {
    title:
      'The free potential under noise: three runs from rest, their mean by theory, and one standard deviation about it',
    narrow,
    height: 300,
    x: axisOver([0, END], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels: [
      {
        id: 'u',
        axis: axisOver([-75, -40], 5, { unit: 'mV', label: 'membrane potential u', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks: [
      { kind: 'band', id: 'mean ± sd', panel: 'u', quantity: 'leak', points: band },
      ...paths.map((points, k) => ({
        kind: 'line' as const,
        id: `run ${k + 1}`,
        panel: 'u',
        quantity: 'integrate' as const,
        points,
      })),
      {
        kind: 'line',
        id: 'mean',
        panel: 'u',
        quantity: 'formula',
        points: band.map(({ x, mean }) => ({ x, y: mean })),
      },
    ],
    labels: [{ panel: 'u', text: narrow ? 'μ' : 'mean μ', value: MU, quantity: 'formula' }],
  };
}
