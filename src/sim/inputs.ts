/** Inputs: injected currents and arriving spikes. Every injected current is a piecewise-linear
 *  course or a sine between two times, 0 elsewhere. All begin where they begin and not on the grid. */
import type { Arrival } from './arrivals.ts';
import { chirpPieceCount, chirpPieces, MAX_CHIRP_PIECES } from './chirp.ts';
import type { Input, SpikesInput } from './experiment.ts';

/** One stretch of an input: value + slope·(t − start) + size·sin(omega·(t − start) + phase) in nA, for
 *  start ≤ t < stop (ms). */
export interface Piece {
  readonly start: number;
  readonly stop: number;
  readonly value: number;
  readonly slope: number;
  readonly size: number;
  readonly omega: number;
  readonly phase: number;
}

/** Angular frequency in rad/ms of a frequency in Hz: the one place that knows a second has 1000 ms. */
export function angularFrequency(frequencyHz: number): number {
  return (2 * Math.PI * frequencyHz) / 1000;
}

function linear(start: number, stop: number, value: number, slope: number): Piece {
  return { start, stop, value, slope, size: 0, omega: 0, phase: 0 };
}

/** The pieces of one input, in time order; empty where it never flows. */
export function piecesOf(input: Input): Piece[] {
  switch (input.type) {
    case 'step':
      return [linear(input.start, input.stop, input.amplitude, 0)];
    case 'pulse':
      return Array.from({ length: input.count }, (_, j) => {
        const start = input.start + j * input.period;
        return linear(start, start + input.width, input.amplitude, 0);
      });
    case 'ramp': {
      const span = input.stop - input.start;
      const slope = (input.to - input.from) / span;
      // Over in no time, or in one so short that its slope is no number: no charge flows.
      if (!Number.isFinite(slope)) return [];
      return [linear(input.start, input.stop, input.from, slope)];
    }
    case 'sine': {
      const { start, stop, offset: value, amplitude: size, phase } = input;
      return [{ start, stop, value, slope: 0, size, omega: angularFrequency(input.frequency), phase }];
    }
    case 'chirp':
      return chirpPieces(input);
    case 'spikes':
    case 'samples': // drive-samples.ts
      return [];
    default:
      throw unrealised(input.type);
  }
}

/** A random input was asked what it does before it was drawn: a mistake of the program. */
function unrealised(type: string): TypeError {
  return new TypeError(`an input of type "${type}" is random: realise the experiment first`);
}

/** What one spike does at a synapse. The weight of a current is its peak: the alpha current rises with
 *  slope w·e/tau_syn to w at tau_syn. */
function arrival(time: number, { synapse, weight, tau_syn }: SpikesInput): Arrival {
  if (synapse === 'delta') return { time, jump: weight, p: 0, q: 0, tau: 0 };
  if (synapse === 'exp') return { time, jump: 0, p: weight, q: 0, tau: tau_syn };
  return { time, jump: 0, p: 0, q: (weight * Math.E) / tau_syn, tau: tau_syn };
}

/** The spikes that arrive through one input, in time order. */
export function arrivalsOf(input: Input): Arrival[] {
  if (input.type !== 'spikes') return [];
  return input.times.map((time) => arrival(time + input.delay, input));
}

/** Charge one spike brings, in pC: the integral of its current, or C_m times its jump. */
function chargePerSpike({ synapse, weight, tau_syn }: SpikesInput, C_m: number): number {
  if (synapse === 'delta') return weight * C_m;
  return weight * tau_syn * (synapse === 'exp' ? 1 : Math.E);
}

/** Most depolarising charge an input can bring in `duration` ms, in pC: an upper bound, for limits.
 *  @param C_m capacitance in nF */
export function chargeBound(input: Input, duration: number, C_m: number): number {
  const within = (start: number, stop: number) => Math.max(0, Math.min(stop, duration) - start);
  switch (input.type) {
    case 'step':
      return Math.max(0, input.amplitude) * within(input.start, input.stop);
    case 'pulse': {
      const time = Math.min(within(input.start, Infinity), input.count * input.width);
      return Math.max(0, input.amplitude) * time;
    }
    case 'ramp':
      return Math.max(0, input.from, input.to) * within(input.start, input.stop);
    case 'sine':
      return Math.max(0, input.offset + Math.abs(input.amplitude)) * within(input.start, input.stop);
    case 'chirp':
      return Math.max(0, input.offset + Math.abs(input.amplitude)) * within(input.start, input.stop);
    case 'spikes':
      return Math.max(0, chargePerSpike(input, C_m)) * input.times.length;
    case 'samples': {
      let sum = 0;
      for (let k = 0; k < input.values.length; k++) sum += Math.max(0, input.values[k] as number);
      return sum * input.dt;
    }
    default:
      throw unrealised(input.type);
  }
}

/** Relations between the fields of one input.
 *  @throws RangeError naming both fields */
export function assertInputConsistent(input: Input, field: string): void {
  if (input.type === 'pulse') {
    if (input.width <= input.period) return;
    throw new RangeError(
      `${field}.width must be at most ${field}.period (${input.period} ms), got ${input.width} ms`,
    );
  }
  if (input.type === 'chirp' && chirpPieceCount(input) > MAX_CHIRP_PIECES) {
    throw new RangeError(
      `${field}.to sweeps ${Math.abs(input.to - input.from)} Hz in ${input.stop - input.start} ms, too many cycles for one chirp: ` +
        `shorten it or narrow its range`,
    );
  }
  if (input.type === 'spikes' || input.stop >= input.start) return;
  throw new RangeError(
    `${field}.stop must be at or after ${field}.start (${input.start} ms), got ${input.stop} ms`,
  );
}
