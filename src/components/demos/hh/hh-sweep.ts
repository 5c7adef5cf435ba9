/** The rate of a Hodgkin–Huxley membrane under steady currents, each from a run of its own that begins at V(0), and
 *  the current at which firing that lasts begins. */
import { simulateOnGrid } from '../../../sim/excitable-grid.ts';
import type { Experiment, HodgkinHuxleyNeuron } from '../../../sim/experiment.ts';
import { HodgkinHuxley } from '../../../sim/hodgkin-huxley.ts';
import type { Recording } from '../../../sim/recording.ts';

export interface RatePoint {
  /** µA/cm² */
  readonly current: number;
  /** Of the last interval; 0 where firing stops or never begins. */
  readonly rateHz: number;
}

export interface HhSweep {
  /** By ascending current. */
  readonly points: readonly RatePoint[];
  /** The lowest current found to keep it firing; none where no current of the sweep does. */
  readonly onset: RatePoint | undefined;
}

/** Where the sweep ends, µA/cm². */
export const SWEEP_TO = 20;
const COARSE = 2.5;
/** Halvings of a coarse stretch: the onset is good to 0.08 µA/cm². */
const HALVINGS = 5;
/** A run, ms: just below its onset the membrane still fires for up to 100 ms before it falls silent. */
const LENGTH = 150;
/** Longer without a spike at the end of a run is silence, ms. */
const SILENCE = 30;
/** Order 4 with a step this long, relative to C/g_Na, follows a spike: within 0.3 Hz of the adaptive method, at a
 *  tenth of its cost. With one half as long again it overshoots, and counts a spike twice. */
const STEP = 8;
/** Longest step, ms. */
const MOST_STEP = 0.06;

/** The rate under one steady current. */
export function steadyRate(
  experiment: Experiment<HodgkinHuxleyNeuron>,
  current: number,
  reuse?: Recording,
): RatePoint & { readonly recording: Recording } {
  const { neuron } = experiment;
  const steady: Experiment<HodgkinHuxleyNeuron> = {
    ...experiment,
    inputs: [{ type: 'step', amplitude: current, start: 0, stop: LENGTH }],
    duration: LENGTH,
    dt: Math.min(MOST_STEP, (STEP * neuron.C_m) / neuron.g_Na),
  };
  // Without the currents of the channels, which nobody looks at.
  const recording = simulateOnGrid(new HodgkinHuxley(steady), steady, 'rk4', reuse);
  const [before = NaN, last = NaN] = recording.spikes.slice(-2);
  return { current, rateHz: last > LENGTH - SILENCE ? 1000 / (last - before) : 0, recording };
}

function sweep(experiment: Experiment<HodgkinHuxleyNeuron>): HhSweep {
  let recording: Recording | undefined;
  const at = (current: number): RatePoint => {
    const { rateHz, ...rest } = steadyRate(experiment, current, recording);
    recording = rest.recording;
    return { current, rateHz };
  };
  const points = Array.from({ length: SWEEP_TO / COARSE + 1 }, (_, k) => at(k * COARSE));
  const first = points.findIndex(({ rateHz }) => rateHz > 0);
  let onset = points[first];
  let silent = points[first - 1];
  for (let k = 0; onset && silent && k < HALVINGS; k++) {
    const middle = at((onset.current + silent.current) / 2);
    points.push(middle);
    if (middle.rateHz > 0) onset = middle;
    else silent = middle;
  }
  return { points: points.sort((a, b) => a.current - b.current), onset };
}

let last: { readonly neuron: string; readonly sweep: HhSweep } | undefined;

/** The sweep of a membrane; the last one is kept, since a slider of the current changes nothing about it. */
export function sweepOf(experiment: Experiment<HodgkinHuxleyNeuron>): HhSweep {
  const neuron = JSON.stringify(experiment.neuron);
  if (last?.neuron !== neuron) last = { neuron, sweep: sweep(experiment) };
  return last.sweep;
}
