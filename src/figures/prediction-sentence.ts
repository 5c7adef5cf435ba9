/** What a reader is told about a prediction: how far it is from the truth, in words. Pure. */
import { formatNumber, formatQuantity } from '../lib/quantity.ts';
import { MOVE_COST, type Judged, type Misled, type SpikeMatch } from './prediction.ts';

const mV = (value: number) => formatQuantity(value, 'mV', 1);
const ms = (value: number) => formatQuantity(value, 'ms', 1);

export const TOO_FEW_POINTS =
  'Draw first: a trace takes at least two points. A wrong guess teaches more than none.';
export const TOO_SHORT = 'Draw further: in the time that is asked for there is next to nothing yet.';
export const NO_SPIKES =
  'No spike is placed. If you expect none, press the button again: a wrong guess teaches more than none.';

/** Below this part of what the potential spans, a distance is … */
const VERDICTS = [
  [0.03, 'Very close: this is as good as a hand can draw.'],
  [0.08, 'Close.'],
  [0.2, 'Not far off.'],
  [Infinity, 'Some way off.'],
] as const;

/** Distance, where it is largest, and how much was drawn. */
export function distanceInWords({ rms, worst, covered, span }: Judged): string {
  const [, verdict] = VERDICTS.find(([part]) => rms <= part * span) ?? VERDICTS[3];
  const off = Math.abs(worst.by);
  const furthest =
    off < 0.05
      ? ''
      : ` It is furthest off at ${ms(worst.at)}, where it is ${mV(off)} too ${worst.by > 0 ? 'high' : 'low'}.`;
  const part =
    covered < 0.95
      ? ` You drew ${formatNumber(Math.max(1, covered * 100), 0)}\u00a0% of the time; the rest is not judged.`
      : '';
  return `${verdict} Your trace is ${mV(rms)} away from the true one on average (root mean square).${furthest}${part}`;
}

const spikes = (count: number) => `${formatNumber(count, 0)} ${count === 1 ? 'spike' : 'spikes'}`;

/** Spikes that fit, are missing, are too many, and what turning one train into the other costs.
 *  @param truth number of true spikes */
export function spikesInWords({ matched, apart, missing, extra, cost }: SpikeMatch, truth: number): string {
  if (truth === 0 && extra === 0) return 'It never fires, and you expected no spike.';
  if (truth === 0) return `It never fires; you expected ${spikes(extra)}.`;
  const all =
    matched === truth
      ? `You expected ${truth === 1 ? 'the one spike' : `all ${formatNumber(truth, 0)} spikes`}`
      : `You expected ${matched === 0 ? 'none' : formatNumber(matched, 0)} of the ${spikes(truth)}`;
  const away = matched > 0 ? `, on average ${ms(apart)} away` : '';
  const rest = [
    ...(missing > 0 ? [`${formatNumber(missing, 0)} missing`] : []),
    ...(extra > 0 ? [`${formatNumber(extra, 0)} too many`] : []),
  ].join(', ');
  const found = `${all}${away}${rest ? `; ${rest}` : ''}.`;
  if (cost < 0.05) return found;
  return (
    `${found} Turning your spikes into the true ones costs ${formatNumber(cost, 1)}: ` +
    `1 for a spike that is added or taken away, ${formatNumber(MOVE_COST * 10, 0)} for moving one by ${formatQuantity(10, 'ms', 0)}.`
  );
}

/** Why a wrong idea is named. */
export function misledInWords({ rms, fromTruth, until }: Misled): string {
  const lead = until === undefined ? 'Your' : `Up to ${ms(until)} your`;
  const near = rms < 0.05 ? '' : ` (${mV(rms)} away from it, ${mV(fromTruth)} from the truth)`;
  return `${lead} trace is closer to something often expected than to what happens${near}:`;
}

/** Where the cursor is. */
export function placeInWords({ x, y }: { x: number; y: number }, spikesOnly: boolean): string {
  return spikesOnly ? ms(x) : `${ms(x)}, ${mV(y)}`;
}
