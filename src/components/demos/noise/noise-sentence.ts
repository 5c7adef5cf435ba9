/** What the noise lab shows, in sentences: what was measured, how sure that is, what theory says, and why the two
 *  may differ. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import { variance } from '../../../sim/analysis.ts';
import { mean } from '../../../sim/intervals.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { noiseOf, type NoiseInput, type NoiseTheory } from './noise-kind.ts';
import type { NoiseRun } from './noise.ts';

const hz = (value: number) => formatQuantity(value, 'Hz', 1);
/** Rates below are called none, Hz. */
const RARE = 0.005;
/** A rate of theory, which may be small. */
const small = (value: number) =>
  value < RARE ? `less than ${formatChosen(0.01, 'Hz')}` : formatQuantity(value, 'Hz', value < 1 ? 2 : 1);
const mV = (value: number) => formatQuantity(value, 'mV', 2);

/** What the noise makes of u. */
function freeWords(input: NoiseInput, { muMv, sdMv }: NoiseTheory): string {
  const name = input.type === 'white' ? 'σ/√2\u00a0=\u00a0' : '';
  return `Without threshold u would have mean ${mV(muMv)} and standard deviation ${name}${mV(sdMv)}.`;
}

function measured({ recording, experiment }: NoiseRun): string {
  const { statistics, spikes } = recording;
  const seconds = formatChosen(experiment.duration / 1000, 's');
  if (!statistics) {
    const count = spikes.length === 1 ? '1 spike' : `${spikes.length} spikes`;
    return `${count} in ${seconds}: too few for a rate and a CV.`;
  }
  const { count, rateHz, rateErrorHz, cv, cvError } = statistics;
  return (
    `${formatNumber(count, 0)} intervals in ${seconds}: ${formatNumber(rateHz, 1)}\u00a0±\u00a0${hz(rateErrorHz)}, ` +
    `CV ${formatNumber(cv, 2)}\u00a0±\u00a0${formatNumber(cvError, 2)}.`
  );
}

/** Standard errors within which 19 of 20 runs lie. */
const CHANCE = 2;
/** Why a run may lie further off. */
const BEYOND = {
  white: 'one run in twenty is further off than 2',
  ou: 'more than chance, the formula is for noise that forgets faster',
  poisson: 'more than chance, the jumps are not so small',
} as const;

const NAMES = {
  white: 'Siegert’s formula',
  ou: 'Siegert’s formula, corrected for the memory to first order,',
  poisson: 'Siegert’s formula, which takes the jumps for infinitely small,',
} as const;

function theorised({ experiment, recording }: NoiseRun): string {
  const { rateHz, cv, kind, gridRateHz } = recording.theory;
  const rare = rateHz < RARE;
  const spread = cv === null || rare ? '' : `, CV ${formatNumber(cv, 2)}`;
  const grid =
    gridRateHz === null || rare
      ? ''
      : `; the grid of ${formatChosen(experiment.dt, 'ms')} misses crossings between its points and leaves ${small(gridRateHz)}`;
  return `${NAMES[kind]} says ${small(rateHz)}${spread}${grid}.`;
}

/** Whether the difference is what a finite run brings, or the rounding of its intervals to the grid. */
function apart({ experiment, recording }: NoiseRun): string {
  const { statistics, theory } = recording;
  if (!statistics || theory.sigmaMv === 0) return '';
  const { rateHz, rateErrorHz } = statistics;
  const by = Math.abs(rateHz - (theory.gridRateHz ?? theory.rateHz));
  const stepHz = (rateHz ** 2 * experiment.dt) / 1000;
  if (rateErrorHz < stepHz)
    return by <= stepHz ? ' The run is no further from that than a step of the grid in each interval.' : '';
  const errors = ` The run lies ${formatNumber(by / rateErrorHz, 1)} standard errors from that`;
  return by <= CHANCE * rateErrorHz
    ? `${errors}, as a finite run may.`
    : `${errors}: ${BEYOND[theory.kind]}.`;
}

function regime({ V_th }: LifNeuron, { muMv, sigmaMv }: NoiseTheory): string {
  if (sigmaMv === 0)
    return muMv > V_th
      ? ' Without noise the neuron is a clock, each of its intervals rounded up to the grid.'
      : ' Without noise the mean would have to lie above threshold.';
  return muMv < V_th
    ? ' The mean is below threshold: only noise makes the neuron fire.'
    : muMv === V_th
      ? ' The mean is at threshold, which without noise is never reached.'
      : ' The mean is above threshold: it would fire without noise, like a clock.';
}

function passive({ recording }: NoiseRun): string {
  const spread = Math.sqrt(variance(recording.V_m) ?? 0);
  return `In this run it has ${mV(mean(recording.V_m) ?? NaN)} and ${mV(spread)}, and no spike.`;
}

export function noiseSentence(run: NoiseRun): string {
  const { experiment, recording } = run;
  const { theory } = recording;
  const free = freeWords(noiseOf(experiment), theory);
  if (!experiment.neuron.threshold) return `${free} ${passive(run)}`;
  return `${measured(run)} ${theorised(run)}${apart(run)}${regime(experiment.neuron, theory)} ${free}`;
}
