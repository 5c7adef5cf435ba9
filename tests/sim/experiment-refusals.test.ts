/** Every refusal is a RangeError whose one sentence names field, value, unit and range. */
import { expect, test } from 'vitest';
import { LIF_PARAMS } from '../../src/sim/lif-params.ts';
import { paramSpecAt, valueAt, withValue } from '../../src/sim/param-path.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';

const refused = (data: unknown): string => {
  try {
    parseExperiment(data);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return (error as RangeError).message;
  }
  throw new Error('not refused');
};
const withNeuron = (neuron: object) => refused({ version: 1, neuron });
const withInput = (input: object) => refused({ version: 1, inputs: [input] });

test.each(Object.entries(LIF_PARAMS))('neuron.%s outside its range, or no number', (name, spec) => {
  const unit = spec.unit;
  for (const bad of [spec.min - 1, spec.max * 2, NaN]) {
    expect(withNeuron({ [name]: bad })).toBe(
      `neuron.${name} (${spec.label}) must be a number from ${spec.min} to ${spec.max} ${unit}, got ${bad} ${unit}`,
    );
  }
  expect(withNeuron({ [name]: '10' })).toBe(
    `neuron.${name} (${spec.label}) must be a number from ${spec.min} to ${spec.max} ${unit}, got "10"`,
  );
});

test.each([null, Infinity, 'Infinity'])('an infinite resistance (%s) is told of the switch', (R_m) => {
  expect(withNeuron({ R_m })).toMatch(/; for an infinite resistance set neuron\.leak to false$/);
});

test('a threshold at or below the reset', () => {
  expect(withNeuron({ V_th: -70 })).toBe('neuron.V_reset must be below neuron.V_th (-70 mV), got -70 mV');
  expect(parseExperiment({ version: 1, neuron: { V_th: -70, threshold: false } }).neuron.model).toBe('lif');
});

test('a threshold of a million mV is none of our business', () => {
  expect(parseExperiment({ version: 1, neuron: { V_th: 1e6 } }).neuron).toMatchObject({ V_th: 1e6 });
});

test('an unknown field, with the closest known one and the list', () => {
  expect(withNeuron({ v_th: -50 })).toBe(
    'neuron has no field "v_th"; did you mean "V_th"? (known: model, R_m, C_m, E_L, V_th, V_reset, t_ref, V_m, leak, threshold)',
  );
  expect(refused({ version: 1, foo: 1 })).toBe(
    'experiment has no field "foo" (known: version, neuron, inputs, duration, method, grid, dt, seed)',
  );
  expect(withInput({ type: 'step', freq: 3 })).toMatch(/^inputs\.0 has no field "freq"/);
});

test('keys that would reach the prototype', () => {
  for (const key of ['__proto__', 'constructor', 'toString']) {
    expect(refused(JSON.parse(`{"version":1,"neuron":{"${key}":{"x":1}}}`))).toContain(
      `has no field "${key}"`,
    );
  }
  expect(withNeuron({ model: 'toString' })).toMatch(/^neuron\.model must be one of "lif", /);
});

test('what is no object, no list, no word of the list, no switch', () => {
  expect(refused([])).toBe('experiment must be an object with named fields, got []');
  expect(refused(null)).toBe('experiment must be an object with named fields, got null');
  expect(refused({ version: 1, neuron: 'lif' })).toBe(
    'neuron must be an object with named fields, got "lif"',
  );
  expect(refused({ version: 1, inputs: {} })).toBe('inputs must be a list, got {}');
  expect(refused({ version: 1, inputs: [,] })).toBe(
    'inputs.0 must be an object with named fields, got undefined',
  );
  expect(refused({ version: 1, method: 'exat' })).toBe(
    'method must be one of "precise", "exact", "euler", "rk2", "rk4", got "exat"; did you mean "exact"?',
  );
  expect(withNeuron({ leak: 1 })).toBe('neuron.leak must be true or false, got 1');
  expect(withInput({ amplitude: 1 })).toMatch(/^inputs\.0\.type must be one of "step", .*, got null$/);
});

test('the version', () => {
  expect(refused({})).toBe('version is missing: an experiment begins with "version": 1');
  expect(refused({ version: '1' })).toBe('version must be 1, got "1"');
});

test('a billion steps, and a million years', () => {
  expect(refused({ version: 1, duration: 1e8 })).toBe(
    'duration 100000000 ms at dt 0.1 ms makes 1000000000 steps; a run may hold at most 5000000: shorten duration or raise dt',
  );
  expect(refused({ version: 1, duration: 3.156e16 })).toBe(
    'duration (length of the run) must be a number > 0 and at most 1000000000 ms, got 31560000000000000 ms',
  );
});

test('more spikes than a precise run may hold', () => {
  expect(refused({ version: 1, neuron: { t_ref: 0 }, inputs: [{ type: 'step', amplitude: 1e6 }] })).toMatch(
    /^duration 200 ms with this input could hold 5\.0e\+6 spikes; a precise run may hold at most 1000000: /,
  );
});

test('a step so long that a method leaves all numbers', () => {
  const data = { version: 1, method: 'euler', dt: 100, duration: 1e5, neuron: { threshold: false } };
  expect(refused(data)).toMatch(
    /^dt 100 ms with method "euler" and a time constant of 20 ms grows without bound/,
  );
  expect(parseExperiment({ ...data, dt: 45, duration: 450 }).dt).toBe(45);
});

test('an input that ends before it begins, a pulse longer than its period', () => {
  expect(withInput({ type: 'step', start: 10, stop: 2 })).toBe(
    'inputs.0.stop must be at or after inputs.0.start (10 ms), got 2 ms',
  );
  expect(withInput({ type: 'pulse', width: 6, period: 5 })).toBe(
    'inputs.0.width must be at most inputs.0.period (5 ms), got 6 ms',
  );
});

test('spike times that are unsorted, negative, no numbers or no list', () => {
  const times = (value: unknown) => withInput({ type: 'spikes', times: value });
  expect(times([10, 12, 11])).toBe(
    'inputs.0.times.2 must be at or after the spike time before it (12 ms), got 11 ms',
  );
  expect(times([-1])).toMatch(
    /^inputs\.0\.times\.0 \(spike time\) must be a number from 0 to 1000000000 ms, got -1 ms$/,
  );
  expect(times([1, NaN])).toMatch(/^inputs\.0\.times\.1 .* got NaN ms$/);
  expect(times([1, null])).toMatch(/^inputs\.0\.times\.1 .* got null$/);
  expect(times(5)).toBe('inputs.0.times must be a list of spike times in ms, got 5');
});

test('a delta synapse weighs in mV, a current in nA', () => {
  const weight = (synapse: string) => withInput({ type: 'spikes', synapse, weight: 1e7 });
  expect(weight('delta')).toMatch(/ mV, got 10000000 mV$/);
  expect(weight('exp')).toMatch(/ nA, got 10000000 nA$/);
});

test('defaults come from the records: V_m is E_L, stop is the end of the run', () => {
  const { neuron, inputs, method, grid, dt, seed } = parseExperiment({
    version: 1,
    neuron: { E_L: -65 },
    inputs: [{ type: 'step' }],
    duration: 300,
  });
  expect(neuron).toMatchObject({ model: 'lif', E_L: -65, V_m: -65, R_m: 10, C_m: 2, leak: true });
  expect(inputs).toEqual([{ type: 'step', amplitude: 2.5, start: 0, stop: 300 }]);
  expect({ method, grid, dt, seed }).toEqual({ method: 'precise', grid: 'nest', dt: 0.1, seed: 1 });
});

test('paths name a number, its record and a changed copy', () => {
  const experiment = parseExperiment({ version: 1, inputs: [{ type: 'step' }] });
  expect(paramSpecAt('neuron.R_m', experiment).unit).toBe('MΩ');
  expect(paramSpecAt('dt', experiment).unit).toBe('ms');
  expect(valueAt('inputs.0.amplitude', experiment)).toBe(2.5);
  expect(withValue('inputs.0.amplitude', 0, experiment)).toEqual({
    ...experiment,
    inputs: [{ ...experiment.inputs[0], amplitude: 0 }],
  });
  // A current to the end follows it; one that ends before does not.
  const two = parseExperiment({ version: 1, inputs: [{ type: 'step' }, { type: 'step', stop: 50 }] });
  expect(withValue('duration', 500, two)).toMatchObject({
    duration: 500,
    inputs: [{ stop: 500 }, { stop: 50 }],
  });
  for (const path of [
    'neuron.toString',
    'inputs.1.amplitude',
    'inputs.x.amplitude',
    '__proto__',
    'neuron',
    '',
  ]) {
    expect(() => paramSpecAt(path, experiment)).toThrow(RangeError);
    expect(() => withValue(path, 1, experiment)).toThrow(RangeError);
  }
});
