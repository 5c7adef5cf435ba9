/** What the passive lab shows, in sentences: one for each current that flows. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import type { ChirpInput, LifNeuron, PulseInput, SineInput, StepInput } from '../../../sim/experiment.ts';
import { sineGain, steadyStateMv, stepResponseMv, timeConstantMs } from '../../../sim/theory.ts';
import type { GainPoint } from './passive-gain.ts';
import type { TurningPoint } from './passive-sweep.ts';

const mV = (value: number) => formatQuantity(value, 'mV', 2);

export interface Currents {
  readonly step: StepInput;
  readonly pulse: PulseInput;
  readonly sine: SineInput;
  readonly sweep: ChirpInput | undefined;
}

function stepSentence(neuron: LifNeuron, { amplitude }: StepInput): string {
  const tau = timeConstantMs(neuron);
  return (
    `The step of ${formatChosen(amplitude, 'nA')} takes u towards ${mV(steadyStateMv(neuron, amplitude))}, with a time ` +
    `constant of ${formatChosen(tau, 'ms')}: after that time 63\u00a0% of the way is done, ` +
    `${mV(stepResponseMv(neuron, amplitude, tau, neuron.E_L))}.`
  );
}

function pulseSentence(neuron: LifNeuron, { amplitude, width, count }: PulseInput): string {
  const rise = stepResponseMv(neuron, amplitude, width, neuron.E_L) - neuron.E_L;
  return (
    `${count === 1 ? 'The pulse' : `Each of the ${count} pulses alone`} moves u by ${mV(rise)} in ${formatChosen(width, 'ms')}` +
    `${count === 1 ? '' : ', and each begins where the one before has left it'}.`
  );
}

function sineSentence(neuron: LifNeuron, { amplitude, frequency }: SineInput, own: GainPoint): string {
  const full = neuron.R_m * Math.abs(amplitude);
  const degrees = formatNumber((own.lagRad * 180) / Math.PI, 1);
  return (
    `The sine of ${formatChosen(frequency, 'Hz')} swings u by ${mV(own.gain * full)} to either side where a slow one would ` +
    `swing it by ${mV(full)}: a gain of ${formatNumber(own.gain, 3)}, ${formatNumber(sineGain(neuron, frequency), 3)} by the ` +
    `formula; u lags the current by ${degrees}°.`
  );
}

function sweepSentence(
  neuron: LifNeuron,
  { amplitude, from, to }: ChirpInput,
  swept: readonly TurningPoint[],
): string {
  const [first, last] = [swept[0], swept[swept.length - 1]];
  const range = `from ${formatChosen(from, 'Hz')} to ${formatChosen(to, 'Hz')}`;
  if (!first || !last) return `A sweep of ${formatChosen(amplitude, 'nA')} runs ${range}.`;
  const full = neuron.R_m * Math.abs(amplitude);
  const at = ({ frequencyHz, gain }: TurningPoint) =>
    `at ${formatQuantity(frequencyHz, 'Hz', 1)} it swings by ${mV(gain * full)}, a gain of ${formatNumber(gain, 3)} ` +
    `(${formatNumber(sineGain(neuron, frequencyHz), 3)} by the formula)`;
  const many = swept.length > 1 ? `; at the last, ${at(last)}` : '';
  return (
    `The sweep ${range} has u turn ${formatNumber(swept.length, 0)} ${swept.length === 1 ? 'time' : 'times'}, and each ` +
    `tells a gain: at the first, ${at(first)}${many}.`
  );
}

/** @param own measured gain of the sine; undefined where none flows
 *  @param swept what a sweep that flows alone has told */
export function passiveSentence(
  neuron: LifNeuron,
  { step, pulse, sine, sweep }: Currents,
  { own, swept }: { own: GainPoint | undefined; swept: readonly TurningPoint[] },
): string {
  const sentences: string[] = [];
  if (step.amplitude !== 0) sentences.push(stepSentence(neuron, step));
  if (pulse.amplitude !== 0 && pulse.count > 0) sentences.push(pulseSentence(neuron, pulse));
  if (own) sentences.push(sineSentence(neuron, sine, own));
  if (sweep && sweep.amplitude !== 0) sentences.push(sweepSentence(neuron, sweep, swept));
  if (sentences.length === 0) return `No current flows: u stays at ${formatChosen(neuron.E_L, 'mV')}.`;
  if (sentences.length > 1) sentences.push('The membrane is linear: what each does alone adds up.');
  return sentences.join(' ');
}
