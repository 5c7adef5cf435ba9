import { describe, expect, it } from 'vitest';
import { measuredAt, nearestStop, readOut, spikeFrom, walk } from '../../src/figures/readout.ts';
import { LIF } from '../../src/sim/lif.ts';
import { modelOf } from '../../src/sim/models.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import type { Recording } from '../../src/sim/recording.ts';
import { simulate } from '../../src/sim/simulate.ts';

const experiment = parseExperiment({ version: 1, inputs: [{ type: 'step', amplitude: 2.5 }] });
const recording = simulate(experiment);
/** First spike, by hand: τ ln 5 ms. */
const FIRST = 20 * Math.log(5);

describe('walk', () => {
  it('goes from sample to sample', () => {
    expect(walk(recording, 0, 1)).toEqual({ time: 0.1, sample: 1 });
    expect(walk(recording, 0.1, -1)).toEqual({ time: 0, sample: 0 });
    expect(walk(recording, 0, -1)).toEqual({ time: 0, sample: 0 });
    expect(walk(recording, 200, 1)).toEqual({ time: 200, sample: 2000 });
  });
  it('never passes a spike, in either direction', () => {
    const spike = walk(recording, 32.1, 1);
    expect(spike).toMatchObject({ spike: 0, sample: 321 });
    expect(spike.time).toBeCloseTo(FIRST, 9);
    expect(walk(recording, 20, 1000)).toEqual(spike);
    expect(walk(recording, 60, -1000)).toEqual(spike);
    expect(walk(recording, spike.time, 1)).toMatchObject({ sample: 322 });
    expect(walk(recording, spike.time, -1)).toMatchObject({ sample: 321 });
  });
  it('comes by every sample and every spike once on its way through a run', () => {
    let stops = 1;
    let spikes = 0;
    for (let time = 0; time < 200; stops++) {
      const stop = walk(recording, time, 1);
      expect(stop.time).toBeGreaterThan(time);
      if (stop.spike !== undefined) spikes++;
      ({ time } = stop);
    }
    expect([stops, spikes]).toEqual([2001 + 5, 5]);
  });
  it('stops at a spike that lies on a sample, and leaves it again', () => {
    const onGrid: Recording = {
      t: Float64Array.of(0, 1, 2),
      V_m: Float64Array.of(-70, -70, -70),
      spikes: Float64Array.of(1),
      signals: {},
    };
    expect(walk(onGrid, 0, 1)).toEqual({ time: 1, sample: 1, spike: 0 });
    expect(walk(onGrid, 1, 1)).toEqual({ time: 2, sample: 2 });
    expect(walk(onGrid, 2, -1)).toEqual({ time: 1, sample: 1, spike: 0 });
    expect(walk(onGrid, 1, -1)).toEqual({ time: 0, sample: 0 });
  });
});

describe('spikeFrom', () => {
  it('goes from spike to spike and says when there is no further one', () => {
    expect(spikeFrom(recording, 0, 1)?.spike).toBe(0);
    expect(spikeFrom(recording, recording.spikes[0] ?? 0, 1)?.spike).toBe(1);
    expect(spikeFrom(recording, 200, -1)?.spike).toBe(4);
    expect(spikeFrom(recording, 0, -1)).toBeUndefined();
    expect(spikeFrom(recording, 200, 1)).toBeUndefined();
  });
});

describe('nearestStop', () => {
  it('takes a spike within reach before the nearer sample', () => {
    expect(nearestStop(recording, 32.6, 0.5)).toMatchObject({ spike: 0 });
    expect(nearestStop(recording, 32.6, 0.1)).toEqual({ time: 326 * 0.1, sample: 326 });
    expect(nearestStop(recording, 50.08, 0.1)).toMatchObject({ sample: 501 });
    expect(nearestStop(recording, recording.spikes[2] ?? NaN, 0)).toMatchObject({ spike: 2 });
    expect(nearestStop(recording, -5, 1)).toMatchObject({ sample: 0 });
  });
});

describe('readOut', () => {
  it('says time, potential and current with their units', () => {
    // u(10 ms) = −45 − 25 e^(−1/2) = −60.16 mV.
    expect(readOut({ time: 10, sample: 100 }, experiment, recording, LIF)).toBe(
      't = 10.0\u00a0ms, u = −60.2\u00a0mV, I = 2.5\u00a0nA',
    );
  });
  it('says at a spike which it is, and the potential at which it fires', () => {
    expect(readOut(walk(recording, 32.1, 1), experiment, recording, LIF)).toBe(
      'spike 1: t = 32.2\u00a0ms, u = −50.0\u00a0mV, I = 2.5\u00a0nA',
    );
  });
  it('names every state of another model, no two alike', () => {
    for (const model of ['adex', 'izhikevich', 'hodgkin_huxley', 'alif', 'lif_cond']) {
      const other = parseExperiment({ version: 1, neuron: { model }, duration: 5 });
      const at = measuredAt({ time: 1, sample: 10 }, other, simulate(other), modelOf(other.neuron));
      expect(new Set(at.map(({ symbol }) => symbol)).size).toBe(at.length);
      expect(at.every(({ value, symbol }) => Number.isFinite(value) && !symbol.includes('\\'))).toBe(true);
    }
  });
});
