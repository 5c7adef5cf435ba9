/** One or two sentences that say what happened in a run, and why: the text alternative of every figure.
 *  Pure; every number is read from the recording or from a closed form. */
import { formatChosen, formatNumber, formatQuantity } from '../lib/quantity.ts';
import type { LifExperiment, LifNeuron } from '../sim/experiment.ts';
import type { Recording } from '../sim/recording.ts';
import { steadyStateMv, stepResponseMv, timeConstantMs, timeToReachMs } from '../sim/theory.ts';
import { driveKind, type ConstantDrive } from './drive-kind.ts';
import { firing, type Firing } from './firing.ts';

/** After this many time constants less than 1 % of the way is left: "settles". */
const SETTLED = 5;

const ms = (value: number) => formatQuantity(value, 'ms', 2);
const mV = (value: number) => formatQuantity(value, 'mV', 1);
const hz = (value: number) => formatQuantity(value, 'Hz', 2);

const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "With the leak off " or nothing. */
function circumstances({ leak, threshold }: LifNeuron): string {
  const off = [...(leak ? [] : ['leak']), ...(threshold ? [] : ['threshold'])];
  return off.length === 0 ? '' : `with the ${off.join(' and the ')} off `;
}

function fires(experiment: LifExperiment, { count, first, interval, ...rest }: Firing): string {
  const lead = `${circumstances(experiment.neuron)}it fires`;
  const during = `in ${formatChosen(experiment.duration, 'ms')}`;
  const start = ms(first ?? NaN);
  if (interval === undefined || rest.rate === undefined) {
    return `${lead} once ${during}, at ${start}; one spike has no interval and no rate.`;
  }
  const times = count === 2 ? 'twice' : `${formatNumber(count, 0)} times`;
  if (!rest.regular) {
    return (
      `${lead} ${times} ${during}: first at ${start}, then at intervals from ${formatNumber(rest.shortest, 2)} ` +
      `to ${ms(rest.longest)}, on average ${ms(interval)} (${hz(rest.rate)}).`
    );
  }
  const again = count === 2 ? `again ${ms(interval)} later` : `then every ${ms(interval)}`;
  return `${lead} ${times} ${during}: first at ${start}, ${again}, a rate of ${hz(rest.rate)}.`;
}

function withoutCurrent({ neuron }: LifExperiment): string {
  const lead = `no current flows${neuron.leak ? '' : ' and none leaks'}:`;
  if (!neuron.leak || neuron.V_m === neuron.E_L)
    return `${lead} u stays at ${formatChosen(neuron.V_m, 'mV')}.`;
  return `${lead} u returns from ${formatChosen(neuron.V_m, 'mV')} to its rest of ${formatChosen(neuron.E_L, 'mV')}.`;
}

/** u at the end of the recording, mV. */
const lastOf = ({ V_m }: Recording) => V_m[V_m.length - 1] ?? NaN;

/** A passive membrane, or one without leak below threshold: straight up or down. */
function ramps(experiment: LifExperiment, recording: Recording, { amplitude }: ConstantDrive): string {
  const slope = amplitude / experiment.neuron.C_m;
  const verb = slope > 0 ? 'climbs' : 'falls';
  return `u ${verb} by ${formatChosen(Math.abs(slope), 'mV')} every millisecond, to ${mV(lastOf(recording))} at the end`;
}

/** Where u goes under a constant current, and how far it got. */
function settles({ neuron }: LifExperiment, { amplitude, start, stop }: ConstantDrive): string {
  const steady = steadyStateMv(neuron, amplitude);
  if (stop - start >= SETTLED * timeConstantMs(neuron)) return `u settles at ${mV(steady)}`;
  const from = stepResponseMv(neuron, 0, start);
  const reached = stepResponseMv(neuron, amplitude, stop - start, from);
  return `u heads for ${mV(steady)} and has come to ${mV(reached)} when the current ends`;
}

function passive(experiment: LifExperiment, recording: Recording): string {
  const lead = `${circumstances(experiment.neuron)}it cannot fire:`;
  const drive = driveKind(experiment);
  if (drive.kind === 'constant') {
    const course = experiment.neuron.leak
      ? settles(experiment, drive).replace('when the current ends', drive.toTheEnd ? 'at the end' : '$&')
      : ramps(experiment, recording, drive);
    return `${lead} ${course}.`;
  }
  // The second half of the run: what began with the current has faded.
  let low = Infinity;
  let high = -Infinity;
  for (const value of recording.V_m.subarray(recording.V_m.length >> 1)) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return `${lead} in the second half of the run u moves between ${mV(low)} and ${mV(high)}.`;
}

/** Why a neuron with a threshold stays silent under a constant current. */
function silent(experiment: LifExperiment, drive: ConstantDrive): string | undefined {
  const { neuron } = experiment;
  const { amplitude, start, stop, toTheEnd } = drive;
  const threshold = `the threshold of ${formatChosen(neuron.V_th, 'mV')}`;
  const current = `a current of ${formatChosen(amplitude, 'nA')}`;
  const steady = steadyStateMv(neuron, amplitude);
  if (neuron.leak && Math.abs(steady - neuron.V_th) < 1e-9 * Math.max(1, Math.abs(neuron.V_th))) {
    return (
      `it never fires: u approaches ${threshold} but never reaches it. ` +
      `${firstUpper(current)} is exactly the rheobase, which has to be exceeded.`
    );
  }
  if (neuron.leak && steady < neuron.V_th) {
    const below = formatQuantity(neuron.V_th - steady, 'mV', 1);
    const pull = amplitude < 0 ? 'a negative current pulls u down, it ' : 'u ';
    const settled = stop - start >= SETTLED * timeConstantMs(neuron);
    return `it never fires: ${pull}${settled ? 'settles at' : 'heads for'} ${mV(steady)}, ${below} below ${threshold}.`;
  }
  if (!neuron.leak && amplitude < 0) {
    return `it never fires: without a leak the negative current pulls u down by ${formatChosen(-amplitude / neuron.C_m, 'mV')} every millisecond.`;
  }
  const needed = timeToReachMs(neuron, amplitude, stepResponseMv(neuron, 0, start), neuron.V_th);
  const flows = stop - start;
  // Beyond any clock the time says nothing; how far u came does.
  if (needed <= flows || needed > 1e9) return undefined;
  const limit = toTheEnd
    ? `the run shows only ${formatChosen(flows, 'ms')} of it`
    : `it flows for only ${formatChosen(flows, 'ms')}`;
  return `it does not fire: ${current} needs ${ms(needed)} to lift u to ${threshold}, and ${limit}.`;
}

function nearest({ neuron }: LifExperiment, { t, V_m }: Recording): string {
  let at = 0;
  V_m.forEach((value, k) => {
    if (value > (V_m[at] ?? Infinity)) at = k;
  });
  const peak = V_m[at] ?? NaN;
  const below = mV(neuron.V_th - peak);
  return `it does not fire: u comes to ${mV(peak)} at ${formatQuantity(t[at] ?? NaN, 'ms', 1)}, ${below} below the threshold of ${formatChosen(neuron.V_th, 'mV')}.`;
}

/** @param recording of that experiment
 *  @returns what happened, in whole sentences, with units */
export function describe(experiment: LifExperiment, recording: Recording): string {
  const { neuron } = experiment;
  if (recording.spikes.length > 0) return firstUpper(fires(experiment, firing(recording, experiment)));
  const drive = driveKind(experiment);
  if (drive.kind === 'none') return firstUpper(withoutCurrent(experiment));
  if (!neuron.threshold) return firstUpper(passive(experiment, recording));
  const why = drive.kind === 'constant' ? silent(experiment, drive) : undefined;
  return firstUpper(`${circumstances(neuron)}${why ?? nearest(experiment, recording)}`);
}
