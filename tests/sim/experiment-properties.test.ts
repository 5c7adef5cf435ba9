/** Whatever validates can be run: it neither throws nor hangs nor returns NaN; whatever does not is refused
 *  with a RangeError that is one sentence (fast-check; seeds are printed on failure). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPERIMENT_PARAMS, SYNAPSES } from '../../src/sim/experiment-params.ts';
import { inputParams } from '../../src/sim/input-kinds.ts';
import type { Experiment, Input } from '../../src/sim/experiment.ts';
import { MODELS } from '../../src/sim/models.ts';
import type { ParamSpec } from '../../src/sim/param-spec.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { GRIDS } from '../../src/sim/parse-with.ts';
import { simulate } from '../../src/sim/simulate.ts';

/** A value a reader would choose, one at or near the limits, or any double in range. */
function valueOf({ slider, min, max, step, integer, aboveMin }: ParamSpec): fc.Arbitrary<number> {
  const [low, high] = slider;
  if (integer) return fc.integer({ min: low, max: high });
  const steps = Math.floor((high - low) / step);
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: steps }).map((i) => low + i * step) },
    { weight: 2, arbitrary: fc.double({ min: low, max: high, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(aboveMin ? low : min, max) },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true, minExcluded: aboveMin === true }) },
  );
}

type Specs = Readonly<Record<string, ParamSpec>>;
const fieldsOf = (specs: Specs) =>
  fc.record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, valueOf(spec)])), {
    requiredKeys: [],
  });

const current = (type: Input['type']) =>
  fieldsOf(inputParams(type, MODELS.lif)).map((input) => ({ type, ...input }));
const spikes = fc.constantFrom(...SYNAPSES).chain((synapse) =>
  fc
    .record({
      fields: fieldsOf(inputParams('spikes', MODELS.lif, synapse)),
      times: fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 30 }),
    })
    .map(({ fields, times }) => ({ type: 'spikes', synapse, ...fields, times: times.sort((a, b) => a - b) })),
);

const poisson = fc
  .constantFrom(...SYNAPSES)
  .chain((synapse) =>
    fieldsOf(inputParams('poisson', MODELS.lif, synapse)).map((fields) => ({ synapse, ...fields })),
  )
  .map((fields) => ({ type: 'poisson', ...fields }));
const samples = fc
  .record({
    fields: fieldsOf(inputParams('samples', MODELS.lif)),
    values: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 30 }),
    interpolation: fc.constantFrom('hold', 'linear'),
  })
  .map(({ fields, ...words }) => ({ type: 'samples', ...fields, ...words }));

const experiment = fc.constantFrom(...Object.values(MODELS)).chain((model) =>
  fc.record(
    {
      version: fc.constant(1),
      neuron: fc
        .tuple(
          fieldsOf(model.params),
          fc.record(Object.fromEntries(Object.keys(model.switches).map((name) => [name, fc.boolean()])), {
            requiredKeys: [],
          }),
        )
        .map(([numbers, switches]) => ({ model: model.name, ...numbers, ...switches })),
      inputs: fc.array(
        fc.oneof(
          ...(['step', 'pulse', 'ramp', 'sine', 'chirp', 'ou', 'white'] as const).map(current),
          spikes,
          poisson,
          samples,
        ),
        {
          maxLength: 4,
        },
      ),
      method: fc.constantFrom(...model.methods),
      grid: fc.constantFrom(...GRIDS),
      // Short runs: what is looked for is in the corners, not in the length.
      duration: fc.oneof(fc.constantFrom(200, 0.05, 33.3), fc.double({ min: 1e-3, max: 300, noNaN: true })),
      dt: fc.oneof(fc.constantFrom(0.1, 1, 0.3), fc.double({ min: 0.01, max: 400, noNaN: true })),
      seed: valueOf(EXPERIMENT_PARAMS.seed),
    },
    { requiredKeys: ['version', 'neuron', 'method', 'duration'] },
  ),
);

function parsed(data: unknown): Experiment | undefined {
  try {
    return parseExperiment(data);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message).toMatch(/^[a-z][\w.]* [^\n]+[^.\s]$/i);
    return undefined;
  }
}

test('an experiment that validates runs, and its recording holds a number everywhere', () => {
  let ran = 0;
  fc.assert(
    fc.property(experiment, (data) => {
      const valid = parsed(data);
      if (!valid) return;
      ran++;
      const { t, V_m, spikes: fired, signals } = simulate(valid);
      expect(t.length).toBe(Math.floor(valid.duration / valid.dt + 1e-9) + 1);
      for (const column of [V_m, ...Object.values(signals)]) {
        expect(column).toHaveLength(t.length);
        expect(column.every(Number.isFinite)).toBe(true);
      }
      fired.forEach((time, i) => {
        expect(time).toBeGreaterThanOrEqual(i === 0 ? 0 : (fired[i - 1] ?? NaN));
        expect(time).toBeLessThanOrEqual(valid.duration * (1 + 1e-9) + 1e-9);
      });
    }),
    { numRuns: 600 },
  );
  expect(ran).toBeGreaterThan(100);
  // A valid run may take seconds: half a million spikes, each a root search.
}, 120_000);

test('parsing what parsing returned changes nothing', () => {
  fc.assert(
    fc.property(experiment, (data) => {
      const valid = parsed(data);
      if (valid) expect(parseExperiment(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
    }),
    { numRuns: 300 },
  );
});

test('anything at all is either an experiment or refused with one sentence', () => {
  const junk = fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true });
  fc.assert(fc.property(junk, (data) => void parsed(data)));
  const fields = ['neuron', 'inputs', 'duration', 'method', 'grid', 'dt', 'seed'];
  fc.assert(
    fc.property(fc.constantFrom(...fields), junk, (field, value) => {
      parsed({ version: 1, [field]: value });
    }),
  );
  const inner = fc.constantFrom('R_m', 'model', 'leak', 'V_m', '__proto__', 'constructor', 'toString');
  fc.assert(
    fc.property(inner, junk, (field, value) => {
      parsed({ version: 1, neuron: Object.fromEntries([[field, value]]) });
      parsed({
        version: 1,
        inputs: [
          Object.fromEntries([
            ['type', 'step'],
            [field, value],
          ]),
        ],
      });
    }),
  );
});
