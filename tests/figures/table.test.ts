import { describe, expect, it } from 'vitest';
import { sampleAt, spikeTable, traceTable } from '../../src/figures/table.ts';
import { LIF } from '../../src/sim/lif.ts';
import { modelOf } from '../../src/sim/models.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const driven = (data: object = {}) =>
  parseExperiment({ version: 1, inputs: [{ type: 'step', amplitude: 2.5 }], ...data });

/** Lesson 4, by hand: u∞ = −45 mV, so the first spike is at τ ln(25/5) and each interval is t_ref more. */
const FIRST = 20 * Math.log(5);
const INTERVAL = 2 + FIRST;

describe('spikeTable', () => {
  it('lists number, time and interval of every spike', () => {
    const { rows, omitted } = spikeTable(simulate(driven()));
    expect(rows).toHaveLength(5);
    rows.forEach(({ cells: [number, time, interval] }, k) => {
      expect(number).toBe(k + 1);
      // 1e-9 ms: far above rounding, far below what the table shows.
      expect(time).toBeCloseTo(FIRST + k * INTERVAL, 9);
      if (k === 0) expect(interval).toBeUndefined();
      else expect(interval).toBeCloseTo(INTERVAL, 9);
    });
    expect(omitted).toBe(0);
  });
  it('is empty when the neuron is silent', () => {
    expect(spikeTable(simulate(driven({ inputs: [] }))).rows).toEqual([]);
  });
  it('says how many spikes it leaves out', () => {
    const many = driven({ duration: 30_000 });
    const recording = simulate(many);
    const { rows, omitted } = spikeTable(recording);
    // (30,000 − 32.19)/34.19 + 1 = 877.5…
    expect(recording.spikes).toHaveLength(877);
    expect([rows.length, omitted]).toEqual([500, 377]);
    expect(traceTable(many, recording, LIF).omitted).toBe(377);
  });
});

describe('traceTable', () => {
  const experiment = driven();
  const { columns, rows } = traceTable(experiment, simulate(experiment), LIF);
  it('names each column with its unit', () => {
    expect(columns.map(({ label, unit }) => `${label} (${unit})`)).toEqual([
      'time (ms)',
      'membrane potential (mV)',
      'injected current (nA)',
    ]);
  });
  it('has round times from the start to the end of the run, in order', () => {
    const times = rows.filter(({ spike }) => !spike).map(({ cells }) => cells[0] ?? NaN);
    expect(times).toHaveLength(41);
    times.forEach((time, k) => expect(time).toBeCloseTo(5 * k, 9));
    const all = rows.map(({ cells }) => cells[0] ?? NaN);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });
  it('holds the course before the first spike: u = −45 − 25 e^(−t/20) mV', () => {
    for (const { cells } of rows.slice(0, 7)) {
      const [time = NaN, u = NaN, current] = cells;
      // 1e-9 mV: rounding.
      expect(u).toBeCloseTo(-45 - 25 * Math.exp(-time / 20), 9);
      expect(current).toBe(2.5);
    }
  });
  it('has a row for every spike, at the threshold', () => {
    const spikes = rows.filter(({ spike }) => spike);
    expect(spikes).toHaveLength(5);
    expect(spikes[0]?.cells[0]).toBeCloseTo(FIRST, 9);
    expect(spikes.every(({ cells }) => cells[1] === -50)).toBe(true);
  });
  it('brings every state of another model with its own unit', () => {
    const axon = parseExperiment({ version: 1, neuron: { model: 'hodgkin_huxley' }, duration: 10 });
    const table = traceTable(axon, simulate(axon), modelOf(axon.neuron));
    expect(table.columns.map(({ label }) => label)).toContain('sodium activation');
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  });
});

describe('sampleAt', () => {
  it('is the last sample at or before a time', () => {
    const t = Float64Array.of(0, 1, 2, 3);
    expect([-1, 0, 0.5, 1, 2.999, 3, 9].map((time) => sampleAt(t, time))).toEqual([0, 0, 0, 1, 2, 3, 3]);
  });
});
