import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeRun } from '../../src/figures/describe.ts';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

/** The sentence of an experiment, with ordinary spaces. */
function sentence(data: object): string {
  const experiment = parseLifExperiment({ version: 1, ...data });
  return describeRun(experiment, simulate(experiment)).replaceAll('\u00a0', ' ');
}
const step = (amplitude: number, start = 0, stop = 200) => ({
  inputs: [{ type: 'step', amplitude, start, stop }],
});

// Numbers: the course's own answers (closed forms worked out by hand), not this program's output.
describe('a neuron that fires', () => {
  it('says count, first spike, interval and rate (lesson 4)', () => {
    expect(sentence(step(2.5))).toBe(
      'It fires 5 times in 200 ms: first at 32.19 ms, then every 34.19 ms, a rate of 29.25 Hz.',
    );
    expect(sentence({ neuron: { V_reset: -65 }, ...step(2.5) })).toBe(
      'It fires 6 times in 200 ms: first at 32.19 ms, then every 29.73 ms, a rate of 33.64 Hz.',
    );
  });
  it('has no interval and no rate after one spike', () => {
    expect(sentence({ ...step(2.5), duration: 40 })).toBe(
      'It fires once in 40 ms, at 32.19 ms; one spike has no interval and no rate.',
    );
  });
  it('fires twice', () => {
    expect(sentence({ ...step(2.5), duration: 70 })).toBe(
      'It fires twice in 70 ms: first at 32.19 ms, again 34.19 ms later, a rate of 29.25 Hz.',
    );
  });
  it('fires without a leak at any current, first when C·ΔV/I has passed (lesson 1: 40 ms at 1 nA)', () => {
    expect(sentence({ neuron: { leak: false }, ...step(1) })).toBe(
      'With the leak off it fires 4 times in 200 ms: first at 40.00 ms, then every 42.00 ms, a rate of 23.81 Hz.',
    );
  });
  it('gives the range of intervals that are not all the same', () => {
    const ramp = { inputs: [{ type: 'ramp', from: 0, to: 10 }] };
    expect(sentence(ramp)).toMatch(
      /^It fires \d+ times in 200 ms: first at [\d.]+ ms, then at intervals from [\d.]+ to [\d.]+ ms, on average [\d.]+ ms \([\d.]+ Hz\)\.$/,
    );
  });
});

describe('a neuron that stays silent', () => {
  it('compares u∞ with the threshold', () => {
    expect(sentence(step(1.5))).toBe(
      'It never fires: u settles at −55.0 mV, 5.0 mV below the threshold of −50 mV.',
    );
  });
  it('heads for u∞ when the current is shorter than five time constants', () => {
    expect(sentence(step(1.5, 0, 50))).toBe(
      'It never fires: u heads for −55.0 mV, 5.0 mV below the threshold of −50 mV.',
    );
  });
  it('approaches but never reaches the threshold at exactly the rheobase', () => {
    expect(sentence(step(2))).toBe(
      'It never fires: u approaches the threshold of −50 mV but never reaches it. ' +
        'A current of 2 nA is exactly the rheobase, which has to be exceeded.',
    );
  });
  it('is pulled down by a negative current', () => {
    expect(sentence(step(-1))).toBe(
      'It never fires: a negative current pulls u down, it settles at −80.0 mV, 30.0 mV below the threshold of −50 mV.',
    );
    expect(sentence({ neuron: { leak: false }, ...step(-1) })).toBe(
      'With the leak off it never fires: without a leak the negative current pulls u down by 0.5 mV every millisecond.',
    );
  });
  it('needs more time than the current flows', () => {
    expect(sentence(step(2.5, 10, 20))).toBe(
      'It does not fire: a current of 2.5 nA needs 32.19 ms to lift u to the threshold of −50 mV, and it flows for only 10 ms.',
    );
    expect(sentence({ ...step(2.5), duration: 20 })).toBe(
      'It does not fire: a current of 2.5 nA needs 32.19 ms to lift u to the threshold of −50 mV, and the run shows only 20 ms of it.',
    );
    expect(sentence({ neuron: { leak: false }, ...step(0.1) })).toContain('needs 400.00 ms');
  });
  it.each([
    ['no input', {}],
    ['a current of 0', step(0)],
    ['a current of zero duration', step(2.5, 10, 10)],
    ['a current after the end of the run', step(2.5, 300, 400)],
  ])('says that no current flows with %s', (_, data) => {
    expect(sentence(data)).toBe('No current flows: u stays at −70 mV.');
  });
  it('returns to rest from its starting potential, or keeps it where nothing leaks', () => {
    expect(sentence({ neuron: { V_m: -80 } })).toBe(
      'No current flows: u returns from −80 mV to its rest of −70 mV.',
    );
    expect(sentence({ neuron: { V_m: -80, leak: false } })).toBe(
      'No current flows and none leaks: u stays at −80 mV.',
    );
  });
  it('names the highest potential under a current that changes', () => {
    const sine = { inputs: [{ type: 'sine', amplitude: 1, frequency: 10 }] };
    expect(sentence(sine)).toMatch(
      /^It does not fire: u comes to −\d\d\.\d mV at \d+\.\d ms, \d+\.\d mV below the threshold of −50 mV\.$/,
    );
  });
});

describe('the passive membrane', () => {
  const passive = { threshold: false };
  it('settles at u∞ (lesson 3: −55 mV at 1.5 nA)', () => {
    expect(sentence({ neuron: passive, ...step(1.5) })).toBe(
      'With the threshold off it cannot fire: u settles at −55.0 mV.',
    );
  });
  it('says how far it came (lesson 3: −60.52 mV after 20 ms)', () => {
    expect(sentence({ neuron: passive, ...step(1.5, 10, 30) })).toBe(
      'With the threshold off it cannot fire: u heads for −55.0 mV and has come to −60.5 mV when the current ends.',
    );
    expect(sentence({ neuron: passive, ...step(1.5, 0, 20), duration: 20 })).toBe(
      'With the threshold off it cannot fire: u heads for −55.0 mV and has come to −60.5 mV at the end.',
    );
  });
  it('climbs in a straight line without a leak', () => {
    expect(sentence({ neuron: { threshold: false, leak: false }, ...step(1.5) })).toBe(
      'With the leak and the threshold off it cannot fire: u climbs by 0.75 mV every millisecond, to 80.0 mV at the end.',
    );
  });
});

it('every experiment has a whole sentence without NaN, "undefined" or a negative zero', () => {
  const input = fc.oneof(
    fc.record({
      type: fc.constant('step'),
      amplitude: fc.double({ min: -10, max: 10, noNaN: true }),
      start: fc.integer({ min: 0, max: 100 }),
      stop: fc.integer({ min: 100, max: 300 }),
    }),
    fc.record({ type: fc.constant('sine'), amplitude: fc.integer({ min: -5, max: 5 }) }),
    fc.record({ type: fc.constant('ramp'), from: fc.integer({ min: -5, max: 5 }) }),
    fc.record({ type: fc.constant('pulse'), count: fc.integer({ min: 0, max: 5 }) }),
  );
  const neuron = fc.record({
    leak: fc.boolean(),
    threshold: fc.boolean(),
    V_reset: fc.integer({ min: -90, max: -51 }),
    t_ref: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(
      neuron,
      fc.array(input, { maxLength: 2 }),
      fc.integer({ min: 1, max: 300 }),
      (n, inputs, duration) => {
        const text = sentence({ neuron: n, inputs, duration });
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/NaN|undefined|∞|−0(\.0+)? /);
      },
    ),
    { seed: 7 },
  );
});
