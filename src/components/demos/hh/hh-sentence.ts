/** What the Hodgkin–Huxley lab shows, in sentences: how often it fires, and which gate is the reason. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import { intervalsMs } from '../../../sim/intervals.ts';
import type { Experiment, HodgkinHuxleyNeuron, StepInput } from '../../../sim/experiment.ts';
import { rateHz } from '../../../sim/theory.ts';
import type { HhRecording } from './hh.ts';

const UNIT = 'µA/cm²';
const ms = (value: number) => formatQuantity(value, 'ms', 1);
const mV = (value: number) => formatQuantity(value, 'mV', 1);
const part = (value: number) => formatNumber(value, 2);
/** Below this the channels of a kind hardly matter, mS/cm². */
const BLOCKED = 1;

/** The gates at a time of the run. */
function gatesOf({ t, signals }: HhRecording, time: number): { h: number; n: number } {
  const k = Math.min(
    t.length - 1,
    t.findIndex((each) => each >= time - 1e-9),
  );
  return { h: signals['h']?.[k] ?? NaN, n: signals['n']?.[k] ?? NaN };
}

/** The last interval would have let one more spike follow only after the current, or not much before its end. */
function goesOn(spikes: Float64Array, stop: number): boolean {
  const intervals = intervalsMs(spikes);
  const last = intervals.at(-1) ?? Infinity;
  return stop - (spikes.at(-1) ?? 0) < 1.5 * last;
}

function rebound(step: StepInput, spikes: Float64Array, recording: HhRecording): string {
  const { h, n } = gatesOf(recording, step.stop);
  const begin = gatesOf(recording, 0);
  const late = ms((spikes[0] ?? NaN) - step.stop);
  return `it fires ${late} after the current that held it down has ended. Meanwhile h rose from ${part(begin.h)} to ${part(h)} and n fell from ${part(begin.n)} to ${part(n)}: more sodium channels are ready, and fewer potassium channels hold against them.`;
}

function silent({ neuron }: Experiment<HodgkinHuxleyNeuron>, { V_m }: HhRecording): string {
  const top = mV(V_m.reduce((a, b) => Math.max(a, b), -Infinity));
  if (neuron.g_Na < BLOCKED)
    return `it does not fire: with the sodium channels blocked nothing carries an upstroke, and u comes no higher than ${top}.`;
  return `it does not fire: u comes no higher than ${top}, where m opens too little before n and h follow.`;
}

function once(
  { neuron, duration }: Experiment<HodgkinHuxleyNeuron>,
  step: StepInput,
  run: HhRecording,
): string {
  const { V_m, spikes } = run;
  const end = V_m.at(-1) ?? NaN;
  const late = (spikes[0] ?? NaN) - step.start;
  const at = late < 0 ? `at ${ms(spikes[0] ?? NaN)}, before the current begins,` : `after ${ms(late)}`;
  const { h, n } = gatesOf(run, duration);
  if (end > -40) {
    const why =
      neuron.g_K < BLOCKED
        ? `with the potassium channels blocked only the leak brings u back, and the current with the few sodium channels that stay open (h is ${formatNumber(h, 3)}) holds it`
        : `h stays at ${formatNumber(h, 3)}, too few sodium channels are ready for another upstroke, and the current holds it`;
    return `it fires once, ${at} and does not come back: ${why} at ${mV(end)}.`;
  }
  if (step.stop < duration)
    return `it fires once, ${at}: each spike closes h and opens n, and both need some milliseconds to come back.`;
  return `it fires once, ${at}, and then rests at ${mV(end)}: there n stays at ${part(n)} and h at ${part(h)}, and the current is too weak against both.`;
}

function often(
  { duration }: Experiment<HodgkinHuxleyNeuron>,
  step: StepInput,
  { spikes }: HhRecording,
): string {
  const intervals = intervalsMs(spikes);
  const last = intervals.at(-1) ?? NaN;
  if (!goesOn(spikes, step.stop))
    return `it fires ${spikes.length === 2 ? 'twice' : `${spikes.length} times`}, and falls silent: every spike leaves it a little less ready for the next.`;
  const ending = step.stop < duration ? ' until the current ends' : '';
  return `it fires every ${ms(last)}, ${formatQuantity(rateHz(last), 'Hz', 1)}${ending}: after each spike n has to close and h to open again before m can start the next.`;
}

function steady({ sweep, here }: HhRecording): string {
  if (!sweep) return '';
  const { onset } = sweep;
  if (!onset) return ' No steady current up to 20 µA/cm² keeps it firing.';
  const hz = formatQuantity(onset.rateHz, 'Hz', 0);
  if (onset.current === 0) return ` It keeps firing, at ${hz}, even without a current.`;
  const round = ms(rateHz(onset.rateHz));
  const now =
    here && here.rateHz === 0 && here.current > onset.current ? ' This current is too strong for it.' : '';
  return ` It keeps firing from ${formatQuantity(onset.current, UNIT, 1)} on, and begins at ${hz}, since its gates take ${round} for a round however weak the current; a leaky integrate-and-fire neuron begins at 0 Hz.${now}`;
}

export function hhSentence(
  experiment: Experiment<HodgkinHuxleyNeuron>,
  step: StepInput,
  recording: HhRecording,
): string {
  const { spikes } = recording;
  const [first = NaN] = spikes;
  const what =
    spikes.length === 0
      ? silent(experiment, recording)
      : step.amplitude < 0 && first > step.stop
        ? rebound(step, spikes, recording)
        : spikes.length === 1
          ? once(experiment, step, recording)
          : often(experiment, step, recording);
  return `At ${formatChosen(step.amplitude, UNIT)} ${what}${steady(recording)}`;
}
