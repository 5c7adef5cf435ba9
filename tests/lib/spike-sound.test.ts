import { describe, expect, it } from 'vitest';
import { clickTimes, SpikeSound, type SoundOptions } from '../../src/lib/spike-sound.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import type { Recording } from '../../src/sim/recording.ts';
import { simulate } from '../../src/sim/simulate.ts';

const driven = (amplitude: number, duration = 200) =>
  simulate(parseExperiment({ version: 1, inputs: [{ type: 'step', amplitude }], duration }));

function write(recording: Recording, options: SoundOptions, piece = 4410): Float32Array {
  const sound = new SpikeSound(recording, options);
  const all = new Float32Array(sound.length);
  for (let at = 0; !sound.done;) {
    const samples = sound.next(piece);
    all.set(samples, at);
    at += samples.length;
  }
  return all;
}

/** Where silence of at least 4 ms ends, in seconds. */
function onsets(samples: Float32Array, sampleRate: number): number[] {
  const found: number[] = [];
  let loud = -Infinity;
  samples.forEach((value, i) => {
    if (Math.abs(value) < 0.01) return;
    if (i - loud > 0.004 * sampleRate) found.push(i / sampleRate);
    loud = i;
  });
  return found;
}

const RATE = 44_100;

describe('clickTimes', () => {
  it('is the time of each spike in seconds, longer at a slower speed', () => {
    expect([...clickTimes(Float64Array.of(0, 250, 1000), 1)]).toEqual([0, 0.25, 1]);
    expect([...clickTimes(Float64Array.of(250), 0.1)]).toEqual([2.5]);
    expect(clickTimes(new Float64Array(), 1)).toHaveLength(0);
  });
});

describe('the sound of a run', () => {
  for (const speed of [1, 0.1]) {
    it(`clicks once at every spike, at speed ${speed}`, () => {
      const heard = onsets(write(driven(2.5), { speed, pitch: false, sampleRate: RATE }), RATE);
      // By hand: first spike τ ln 5, then one every t_ref + τ ln 5 ms.
      const first = 20 * Math.log(5);
      expect(heard).toHaveLength(5);
      heard.forEach((seconds, k) => {
        // One sample, 23 µs: clicks begin on samples.
        expect(Math.abs(seconds - (first + k * (2 + first)) / 1000 / speed)).toBeLessThan(1.5 / RATE);
      });
    });
  }
  it('is the same in pieces of any length, also where a piece ends within a click', () => {
    const options = { speed: 0.5, pitch: true, sampleRate: 8000 };
    const whole = write(driven(4), options, 1e9);
    for (const piece of [1, 77, 1000]) expect(write(driven(4), options, piece)).toEqual(whole);
  });
  it('is silent without spikes', () => {
    expect(write(driven(1), { speed: 1, pitch: false, sampleRate: RATE }).every((x) => x === 0)).toBe(true);
  });
  it('lasts as long as the run, slowed, and the last click', () => {
    const { length } = new SpikeSound(driven(1, 500), { speed: 0.1, pitch: false, sampleRate: 1000 });
    expect(length).toBe(5009);
  });
  it('stays within −1 and 1, also where clicks overlap with the tone', () => {
    const loudest = write(driven(4), { speed: 1, pitch: true, sampleRate: RATE }).reduce(
      (most, value) => Math.max(most, Math.abs(value)),
      0,
    );
    expect(loudest).toBeLessThanOrEqual(1);
  });
  it('has a tone that is higher the higher the potential', () => {
    /** Zero crossings upwards in a second of a potential that stands still. */
    const hertz = (V: number) => {
      const t = Float64Array.of(0, 1000);
      const recording = { t, V_m: Float64Array.of(V, V), spikes: new Float64Array(), signals: {} };
      const samples = write(recording, { speed: 1, pitch: true, sampleRate: RATE, range: [-70, -50] });
      return samples.reduce((n, value, i) => n + Number((samples[i - 1] ?? 1) < 0 && value >= 0), 0);
    };
    // Two octaves over 220 Hz; one crossing may fall on either side of an end.
    for (const [V, expected] of [
      [-70, 220],
      [-60, 440],
      [-50, 880],
    ] as const)
      expect(Math.abs(hertz(V) - expected)).toBeLessThan(12);
  });
});
