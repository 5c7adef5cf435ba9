/** The read-out at a cursor: which moments of a run it stops at, and what was measured there. Pure. */
import { formatChosen, formatQuantity } from '../lib/quantity.ts';
import type { Experiment } from '../sim/experiment.ts';
import type { ModelDefinition } from '../sim/model.ts';
import type { Recording } from '../sim/recording.ts';
import { signalSpec } from '../sim/signals.ts';
import { digitsOf } from './axis.ts';
import { spikeJump } from './points.ts';
import { digitsOfUnit, sampleAt } from './table.ts';

/** A moment of a run: a sample or a spike. */
export interface Stop {
  /** ms. */
  readonly time: number;
  /** The last sample at or before it. */
  readonly sample: number;
  /** Number of the spike, from 0; not given at a sample. */
  readonly spike?: number;
}

/** Number of spikes before a time, and at it where `including`. */
function spikesBefore(spikes: Float64Array, time: number, including: boolean): number {
  let low = 0;
  let high = spikes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const spike = spikes[middle] ?? Infinity;
    if (spike < time || (including && spike === time)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function atSample(t: Float64Array, sample: number): Stop {
  const k = Math.min(t.length - 1, Math.max(0, sample));
  return { time: t[k] ?? 0, sample: k };
}

function atSpike({ t, spikes }: Recording, spike: number): Stop | undefined {
  const time = spikes[spike];
  return time === undefined ? undefined : { time, sample: sampleAt(t, time), spike };
}

/** The spike before or after a time; one at that very time is neither.
 *  @param direction 1 or −1 */
export function spikeFrom(recording: Recording, time: number, direction: number): Stop | undefined {
  const before = spikesBefore(recording.spikes, time, direction > 0);
  return atSpike(recording, direction > 0 ? before : before - 1);
}

/** From one moment to the next: so many samples on, but never past a spike.
 *  @param samples how many; negative goes back */
export function walk(recording: Recording, time: number, samples: number): Stop {
  const { t } = recording;
  const here = sampleAt(t, time);
  // Between two samples the first step back leads to the one before.
  const target = atSample(t, here + samples + (samples < 0 && (t[here] ?? 0) < time ? 1 : 0));
  const spike = spikeFrom(recording, time, samples);
  if (!spike) return target;
  const passed = samples > 0 ? spike.time <= target.time : spike.time >= target.time;
  return passed ? spike : target;
}

/** The moment nearest to a time; a spike where one lies within `reach`.
 *  @param reach ms */
export function nearestStop(recording: Recording, time: number, reach: number): Stop {
  const { t } = recording;
  const after = spikesBefore(recording.spikes, time, true);
  const distance = (stop: Stop) => Math.abs(stop.time - time);
  const [near] = [after - 1, after]
    .map((spike) => atSpike(recording, spike))
    .filter((stop) => stop !== undefined)
    .filter((stop) => distance(stop) <= reach)
    .sort((a, b) => distance(a) - distance(b));
  if (near) return near;
  const before = sampleAt(t, time);
  const next = t[before + 1] ?? Infinity;
  return atSample(t, next - time < time - (t[before] ?? 0) ? before + 1 : before);
}

/** A symbol as it can be said in plain letters: "I_syn" for its KaTeX source. */
const plainSymbol = (symbol: string) => symbol.replace(/\\mathrm\{([^}]*)\}/g, '$1').replace(/[{}]/g, '');

/** What a signal was at a stop. */
export interface Measured {
  readonly name: string;
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
}

/** Everything that was recorded at a stop but its time. At a spike the potential is the one at which the neuron
 *  fires; its other signals are those of the sample before it. */
export function measuredAt(
  stop: Stop,
  { neuron }: Experiment,
  { V_m, signals }: Recording,
  model: ModelDefinition,
): Measured[] {
  const top = stop.spike === undefined ? undefined : spikeJump(neuron)?.top;
  return Object.entries({ V_m, ...signals }).map(([name, values]) => {
    const { symbol, label, unit } = signalSpec(name, model) ?? { symbol: name, label: name, unit: '1' };
    const value = name === 'V_m' ? (top ?? values[stop.sample]) : values[stop.sample];
    // Izhikevich writes u for his recovery variable: beside the potential u it goes by its name.
    return { name, symbol: name === 'u' ? label : plainSymbol(symbol), value: value ?? NaN, unit };
  });
}

/** "t = 32.2 ms, u = −50.0 mV, I = 2.5 nA", and before it "spike 1: " at a spike. */
export function readOut(
  stop: Stop,
  experiment: Experiment,
  recording: Recording,
  model: ModelDefinition,
): string {
  const digits = Math.min(4, Math.max(1, digitsOf(experiment.dt)));
  const parts = measuredAt(stop, experiment, recording, model).map(({ symbol, value, unit }) => {
    const rounded = Number(value.toFixed(digitsOfUnit(unit)));
    return `${symbol} = ${unit === 'mV' ? formatQuantity(value, unit, 1) : formatChosen(rounded, unit)}`;
  });
  const lead = stop.spike === undefined ? '' : `spike ${stop.spike + 1}: `;
  return `${lead}t = ${formatQuantity(stop.time, 'ms', digits)}, ${parts.join(', ')}`;
}
