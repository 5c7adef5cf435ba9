/** What is left of a sine on its way from current to potential: measured in runs of the simulator. */
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import { timeConstantMs } from '../../../sim/theory.ts';

export interface GainPoint {
  readonly frequencyHz: number;
  /** Swing of the potential over R·Î, what a slow sine would reach. */
  readonly gain: number;
  /** By how much the potential lags the current, rad, from 0 to π/2. */
  readonly lagRad: number;
}

/** Samples of a cycle; the projection on sine and cosine is exact from three on. */
const SAMPLES = 64;
/** After so many time constants the beginning has faded to 1e-7. */
const FADED = 16;

/** Sends 1 nA of one frequency through the membrane and measures its last cycle. */
export function measuredGain(experiment: Experiment<LifNeuron>, frequencyHz: number): GainPoint {
  const cycle = 1000 / frequencyHz;
  const cycles = 1 + Math.ceil((FADED * timeConstantMs(experiment.neuron)) / cycle);
  const duration = cycles * cycle;
  const { V_m } = LIF.simulate({
    ...experiment,
    inputs: [
      { type: 'sine', amplitude: 1, frequency: frequencyHz, phase: 0, offset: 0, start: 0, stop: duration },
    ],
    method: 'precise',
    duration,
    dt: cycle / SAMPLES,
  });
  let inPhase = 0;
  let behind = 0;
  const first = (cycles - 1) * SAMPLES;
  for (let k = 0; k < SAMPLES; k++) {
    const angle = (2 * Math.PI * k) / SAMPLES;
    const u = (V_m[first + k] ?? NaN) - experiment.neuron.E_L;
    inPhase += (2 / SAMPLES) * u * Math.sin(angle);
    behind -= (2 / SAMPLES) * u * Math.cos(angle);
  }
  return {
    frequencyHz,
    gain: Math.hypot(inPhase, behind) / experiment.neuron.R_m,
    lagRad: Math.atan2(behind, inPhase),
  };
}
