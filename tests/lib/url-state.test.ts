import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkFigure } from '../../src/components/tools/link/link-figure.ts';
import type { DemoDefinition } from '../../src/components/demos/definition.ts';
import { parseValues, specIn } from '../../src/components/demos/demo-values.ts';
import { TRACE } from '../../src/components/demos/trace/trace.ts';
import { parseJson } from '../../src/lib/json-text.ts';
import { migrate } from '../../src/lib/link-versions.ts';
import {
  keyOf,
  keysOf,
  mergeQuery,
  PAGE_KEYS,
  readLink,
  RESERVED,
  writeOwn,
  type LinkFigure,
  type LinkState,
} from '../../src/lib/url-state.ts';
import { readTyped } from '../../src/lib/typed-number.ts';
import { MODELS } from '../../src/sim/models.ts';
import { withValue } from '../../src/sim/param-path.ts';
import type { ParamSpec } from '../../src/sim/param-spec.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';

const BINS: ParamSpec = {
  symbol: 'n',
  label: 'number of bins',
  unit: '1',
  default: 20,
  min: 1,
  max: 500,
  integer: true,
  slider: [5, 100],
  step: 1,
  doc: 'Bars of the histogram.',
  source: 'a test',
};
/** Every model and every input, with a setting. */
const ANY = { ...TRACE, name: 'any', models: MODELS, settings: { bins: BINS } } as unknown as DemoDefinition;
const STEP = { inputs: [{ type: 'step', amplitude: 2.5 }] };
const CONTROLS = ['inputs.0.amplitude', 'neuron.V_th', 'neuron.leak', 'method'];

function figure(
  experiment: object = STEP,
  { id = 'any', first = true, definition = ANY, formula = false, controls = CONTROLS } = {},
): LinkFigure {
  const start = parseValues(definition, { experiment });
  return linkFigure(
    { definition, start, page: { formula }, kit: { parseValues, specIn, withValue, readTyped }, controls },
    id,
    first,
  );
}
const read = (search: string, of = figure()) => readLink(search, of);
const experimentOf = (search: string, of = figure()) => read(search, of).state.values.experiment;

describe('a link', () => {
  it('opens the experiment that its keys name', () => {
    const { state, problems } = read(
      '?I=3&V_reset=-65&leak=off&method=euler&dt=0.5&duration=400&seed=7&formula=on',
    );
    expect(problems).toEqual([]);
    expect(state.formula).toBe(true);
    expect(state.values.experiment).toEqual(
      parseExperiment({
        version: 1,
        neuron: { V_reset: -65, leak: false },
        inputs: [{ type: 'step', amplitude: 3, stop: 400 }],
        method: 'euler',
        dt: 0.5,
        duration: 400,
        seed: 7,
      }),
    );
  });
  it.each(['I=2,75', 'I=2.75 nA', 'I=%2B2.75', 'inputs.0.amplitude=2.75', 'any.I=2.75', 'I=.275e1&utm=x'])(
    'takes a number as people write it: %s',
    (query) => {
      expect(experimentOf(query).inputs[0]).toMatchObject({ amplitude: 2.75 });
      expect(read(query).problems).toEqual([]);
    },
  );
  it('takes a true minus, and 0 as a value', () => {
    expect(experimentOf('?V_reset=%E2%88%9265').neuron).toMatchObject({ V_reset: -65 });
    expect(experimentOf('?I=0').inputs[0]).toMatchObject({ amplitude: 0 });
    expect(experimentOf('?t_ref=0').neuron).toMatchObject({ t_ref: 0 });
  });
  it('leaves out what the page shows anyway, and says nothing when there is nothing to say', () => {
    const of = figure();
    expect(writeOwn(of, of.start)).toBe('');
    const { state } = read('?I=2.5&V_reset=-65', of);
    expect(writeOwn(of, state)).toBe('V_reset=-65&v=1');
  });
  it('can be written out in full, so that it does not depend on the page', () => {
    const of = figure();
    const full = writeOwn(of, of.start, true);
    const other = figure(
      { ...STEP, neuron: { V_th: -40, leak: false }, duration: 700, seed: 5 },
      { formula: true },
    );
    expect(read(full, other).state).toEqual(of.start);
    expect(full).toMatch(/^I=2\.5&.*R_m=10&.*seed=1&.*v=1$/);
  });
  it('keeps figures of one page apart by their ids', () => {
    const first = figure(STEP, { id: 'first-neuron' });
    const second = figure(STEP, { id: 'second', first: false });
    const search = '?first-neuron.I=3&second.I=4&second.v=1&utm_source=a%20b&flag';
    expect(experimentOf(search, first).inputs[0]).toMatchObject({ amplitude: 3 });
    expect(experimentOf(search, second).inputs[0]).toMatchObject({ amplitude: 4 });
    expect(experimentOf('?I=5', first).inputs[0]).toMatchObject({ amplitude: 5 });
    expect(read('?I=5', second).any).toBe(false);
    const { state } = read('?I=6', first);
    expect(mergeQuery(`${search}&I=9`, first, writeOwn(first, state))).toBe(
      '?second.I=4&second.v=1&utm_source=a%20b&flag&first-neuron.I=6&first-neuron.v=1',
    );
    expect(mergeQuery('?first-neuron.I=3', first, '')).toBe('');
  });
  it('leaves the keys of others alone', () => {
    expect(read('?utm_source=x&theme=dark&lang=en&origin=https://a.b&fbclid=I&Q=1').problems).toEqual([]);
  });
  it('says what could not be used, where, why, and what stands in its place', () => {
    const { state, problems } = read(
      '?I=lots&V_th=1e9&R_m=-3&leak=perhaps&method=magic&grid=x&any.foo=1&V_resett=1&v_TH=2&neuron.tau=2&I=4',
    );
    expect(state).toEqual(figure().start);
    expect(problems).toEqual([
      '"I" is given twice; the first is used.',
      '"foo" is nothing that this figure has.',
      '"v_TH" is nothing that this figure has; did you mean V_th?',
      '"neuron.tau" is nothing that this figure has.',
      'leak must be on or off, got "perhaps".',
      'method must be one of "precise", "exact", "euler", "rk2", "rk4", got "magic".',
      'So it is with 4 more.',
    ]);
    expect(read('?I=lots').problems).toEqual([
      'I: Current must be a number from −1000000 to 1000000 nA, got "lots". The figure shows 2.5\u00a0nA.',
    ]);
    expect(read('?C_m=0').problems[0]).toContain('got 0 nF. The figure shows 2\u00a0nF.');
  });
  it('falls back as a whole when its values are each fine and do not fit together', () => {
    const { state, problems } = read('?I=3&V_reset=-40');
    expect(state.values).toEqual(figure().start.values);
    expect(problems).toEqual([expect.stringMatching(/^neuron\.V_reset .* −40 mV\.$/)]);
  });
  it('holds a list of spike times, with spaces between them', () => {
    const of = figure({ inputs: [{ type: 'spikes', times: [10], synapse: 'alpha' }] });
    const state = read('?inputs.0.times=1+2.5;30&inputs.0.synapse=delta&inputs.0.weight=4', of).state;
    expect(state.values.experiment.inputs[0]).toMatchObject({
      times: [1, 2.5, 30],
      synapse: 'delta',
      weight: 4,
    });
    expect(writeOwn(of, state)).toBe('inputs.0.times=1+2.5+30&inputs.0.synapse=delta&inputs.0.weight=4&v=1');
    expect(read('?inputs.0.times=30+1', of).problems[0]).toContain('at or after the spike time before it');
    expect(read('?inputs.0.times=a', of).problems).toEqual([
      'inputs.0.times must be numbers with spaces between them, got "a".',
    ]);
  });
  it('hides and locks controls, and hides the answer', () => {
    const of = figure();
    const { state, problems } = read('?hide=V_th,leak&lock=I+formula&answer=hidden', of);
    expect(problems).toEqual([]);
    expect(state).toMatchObject({
      hide: ['neuron.V_th', 'neuron.leak'],
      lock: ['formula', 'inputs.0.amplitude'].reverse(),
      answerHidden: true,
    });
    expect(writeOwn(of, state)).toBe('hide=V_th,leak&lock=I,formula&answer=hidden&v=1');
    expect(read('?hide=R_m&answer=yes', of).problems).toEqual([
      'hide names "R_m", which is no control of this figure (it has: I, V_th, leak, method).',
      'answer must be "hidden" or "shown", got "yes".',
    ]);
  });
  it('of a newer version is refused with a sentence and opens the start', () => {
    const { state, problems } = read('?v=9&I=3');
    expect(state).toEqual(figure().start);
    expect(problems).toEqual([
      'The link has version 9, and this page reads links up to version 1; it may be an old copy: reload it.',
    ]);
    expect(read('?v=x&I=3').problems[0]).toBe(
      'v (version of the link) must be a whole number from 1 to 1, got "x".',
    );
  });
  it('that is too long to be looked at says so', () => {
    expect(read(`?I=${'1'.repeat(200_000)}`).problems).toEqual([
      'The link has 200003 characters; at most 100000 are read.',
    ]);
  });
});

describe('versions of links', () => {
  const chain = [
    (query: ReadonlyMap<string, string>) =>
      new Map([...query].map(([key, value]) => [key === 'tau' ? 'tau_m' : key, value])),
    (query: ReadonlyMap<string, string>) => new Map([...query, ['third', 'yes']]),
  ];
  const migrated = (query: Record<string, string>) =>
    Object.fromEntries(migrate(new Map(Object.entries(query)), chain));
  it('are brought up one by one, in order', () => {
    expect(migrated({ v: '1', tau: '5' })).toEqual({ tau_m: '5', third: 'yes' });
    expect(migrated({ tau: '5' })).toEqual({ tau_m: '5', third: 'yes' });
    expect(migrated({ v: '2', tau: '5' })).toEqual({ tau: '5', third: 'yes' });
    expect(migrated({ v: '3', tau: '5' })).toEqual({ tau: '5' });
  });
  it('are refused when they are none', () => {
    for (const v of ['4', '0', '-1', '1.5', '', '999', 'NaN'])
      expect(() => migrated({ v })).toThrow(RangeError);
  });
});

/** Links that are out in the world. Never changed: when one fails, the site has broken a promise. */
const FROZEN = JSON.parse(readFileSync('tests/lib/frozen-links.json', 'utf8')) as readonly {
  link: string;
  start: object;
  shows: object;
  formula: boolean;
}[];

describe('frozen links', () => {
  it.each(FROZEN)('$link opens the run it was made for', ({ link, start, shows, formula }) => {
    const { state, problems } = read(link, figure(start, { id: 'lab' }));
    expect(problems).toEqual([]);
    expect(state.values.experiment).toEqual(parseExperiment(shows));
    expect(state.formula).toBe(formula);
  });
});

describe('keys', () => {
  it('are no words of the link itself, for any parameter of any model', () => {
    let names = 0;
    for (const { params, switches } of Object.values(MODELS)) {
      for (const name of [...Object.keys(params), ...Object.keys(switches)]) {
        expect([...RESERVED, ...PAGE_KEYS, 'I', 'duration', 'dt', 'seed', 'method', 'grid']).not.toContain(
          name,
        );
        names++;
      }
    }
    expect(names).toBeGreaterThan(40);
  });
  it('name one value each', () => {
    for (const model of Object.keys(MODELS)) {
      const values = parseValues(ANY, {
        experiment: { neuron: { model }, inputs: [{ type: 'step' }, { type: 'sine' }] },
      });
      const keys = keysOf(values);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(keyOf('inputs.1.amplitude')).toBe('inputs.1.amplitude');
  });
});

// ---- properties

const TYPES = ['step', 'pulse', 'ramp', 'sine', 'spikes', 'chirp', 'ou', 'poisson'] as const;
const number = (low: number, high: number) =>
  fc.oneof(
    fc.double({ min: low, max: high, noNaN: true }),
    fc.integer({ min: Math.ceil(low), max: Math.floor(high) }),
  );

/** Experiments as a reader can make them from the figures of the site. */
const experiment = fc
  .record({
    model: fc.constantFrom('lif', 'alif', 'lif_cond', 'adex'),
    numbers: fc.record({ E_L: number(-90, -60), t_ref: number(0, 10), C_m: number(0.1, 5) }),
    types: fc.array(fc.constantFrom(...TYPES), { maxLength: 3 }),
    amplitude: number(-3, 6),
    times: fc.array(number(0, 100), { maxLength: 5 }).map((list) => list.sort((a, b) => a - b)),
    synapse: fc.constantFrom('exp', 'alpha'),
    duration: number(1, 300),
    dt: number(0.05, 1),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    grid: fc.constantFrom('nest', 'brian2'),
  })
  .map(({ model, numbers, types, amplitude, times, synapse, ...run }) => ({
    version: 1,
    neuron: { model, ...numbers },
    inputs: types.map((type) => ({
      type,
      ...(['step', 'pulse', 'sine', 'chirp'].includes(type) ? { amplitude } : {}),
      ...(type === 'spikes' ? { times } : {}),
      ...(type === 'spikes' || type === 'poisson' ? { synapse } : {}),
    })),
    ...run,
  }))
  .filter((data) => {
    try {
      parseExperiment(data);
      return true;
    } catch {
      return false;
    }
  });

/** What a reader of a link gets to see: sentences. */
function expectSentences(problems: readonly string[]): void {
  for (const problem of problems) {
    expect(problem).toMatch(/\.$|\?$/);
    expect(problem.length).toBeLessThan(2000);
  }
}

describe('any experiment', () => {
  it('comes back from its link as it was, on any figure', () => {
    let written = 0;
    fc.assert(
      fc.property(
        experiment,
        experiment,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 500 }),
        (a, b, formula, complete, bins) => {
          const of = figure(a, { controls: [] });
          const state: LinkState = {
            ...of.start,
            formula,
            values: { experiment: parseExperiment(b), settings: { bins } },
          };
          const own = writeOwn(of, state, complete);
          const back = readLink(mergeQuery('?utm=1', of, own), of);
          expect(back.problems).toEqual([]);
          expect(back.state).toEqual(state);
          expect(writeOwn(of, back.state, complete)).toBe(own);
          written++;
        },
      ),
      { numRuns: 500 },
    );
    expect(written).toBe(500);
  });
  it('comes back when only its values differ', () => {
    fc.assert(
      fc.property(experiment, number(-5, 5), number(1, 400), (a, I, duration) => {
        const of = figure(a, { controls: [] });
        const query = `?I=${encodeURIComponent(I)}&duration=${duration}&seed=3`;
        const { state } = readLink(query, of);
        expect(readLink(`?${writeOwn(of, state)}`, of).state).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});

const KEYS = [
  ...RESERVED,
  ...PAGE_KEYS,
  ...keysOf(figure().start.values),
  '__proto__',
  'constructor',
  'inputs',
  'neuron.',
];
const key = fc.oneof(
  fc.constantFrom(...KEYS, ...KEYS.map((name) => `any.${name}`)),
  fc.string(),
  fc.constantFrom(...keysOf(figure().start.values)).map((name) => `inputs.${name}`),
);
const word = fc.oneof(
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom(
    'on',
    'off',
    '',
    'NaN',
    'Infinity',
    '-0',
    '1e999',
    '<img src=x onerror=alert(1)>',
    '%',
    '%zz',
    '\u0000',
  ),
  fc.constantFrom(
    '{"version":1}',
    '{"version":1,"neuron":{"model":"adex"}}',
    '[]',
    'null',
    '{"__proto__":1}',
    '"',
    '[['.repeat(5000),
  ),
  fc.string({ unit: 'binary' }),
  fc.json(),
);
const pair = fc.tuple(key, word, fc.boolean()).map(([k, w, raw]) => {
  const bare = (text: string) => text.replace(/[\ud800-\udfff]/g, '?');
  return raw ? `${k}=${w}` : `${encodeURIComponent(bare(k))}=${encodeURIComponent(bare(w))}`;
});
const query = fc.array(pair, { maxLength: 6 }).map((pairs) => `?${pairs.join('&')}`);

describe('bad input', () => {
  it('5,000 random links are answered with sentences, and always with an experiment that can be run', () => {
    const of = figure();
    let tried = 0;
    let refused = 0;
    fc.assert(
      fc.property(query, (search) => {
        const { state, problems } = readLink(search, of);
        expectSentences(problems);
        expect(parseExperiment(state.values.experiment)).toEqual(state.values.experiment);
        mergeQuery(search, of, writeOwn(of, state));
        tried++;
        if (problems.length > 0) refused++;
      }),
      { numRuns: 5000 },
    );
    expect(tried).toBe(5000);
    expect(refused).toBeGreaterThan(2000);
  });
  it('500 random files are answered with a sentence or make an experiment that can be run', () => {
    const of = figure();
    const own = JSON.stringify(parseExperiment({ version: 1, ...STEP }), null, 2);
    const damaged = fc
      .tuple(fc.nat({ max: own.length - 1 }), fc.nat({ max: 9 }), fc.oneof(fc.string(), fc.json()))
      .map(([at, length, put]) => own.slice(0, at) + put + own.slice(at + length));
    let tried = 0;
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json(), fc.string({ unit: 'binary' }), fc.constant(own)), (text) => {
        tried++;
        try {
          const { experiment: made } = of.parse(parseJson(text, 'The file'), of.start.values.settings);
          expect(parseExperiment(made)).toEqual(made);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expectSentences([`${(error as Error).message}.`]);
        }
      }),
      { numRuns: 500 },
    );
    expect(tried).toBe(500);
  });
});
