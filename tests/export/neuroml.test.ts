/** NeuroML files: the numbers in them, what the schema allows, and what is refused. */
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { EXPORT_TARGETS } from '../../src/export/targets.ts';
import { parseNetworkExperiment } from '../../src/sim/network-parse.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { describeWith, outputOf } from './tools.ts';

const STEP = { type: 'step', amplitude: 2.5, start: 10, stop: 150 };

const experimentOf = (data: object) =>
  parseExperiment({
    version: 1,
    method: 'neuron' in data && 'model' in (data.neuron as object) ? 'rk4' : 'exact',
    ...data,
  });
const textOf = (data: object): string => exportTo('neuroml', experimentOf(data)).files[0]?.text ?? '';

/** Attributes of the elements of one name, read by other means than they are written: `-70mV` → [-70, 'mV']. */
function elements(text: string, name: string): Record<string, [value: number, unit: string]>[] {
  return Array.from(text.matchAll(new RegExp(`<${name} ([^>]*?)/?>`, 'g')), ([, inside = '']) =>
    Object.fromEntries(
      Array.from(inside.matchAll(/(\w+)="([^"]*)"/g), ([, key = '', value = '']) => {
        const [, digits = '', unit = ''] = /^(-?[\d.]+(?:e-?\d+)?)?(.*)$/.exec(value) ?? [];
        return [key, [Number(digits), unit]];
      }),
    ),
  );
}

/** What a schema looks at: the model of the file as a document of its own. */
function documentOf(data: object): string {
  const [, model = ''] = /<!-- model -->(.*)<!-- run -->/s.exec(textOf(data)) ?? [];
  return `<neuroml xmlns="http://www.neuroml.org/schema/neuroml2" id="neuron">${model}</neuroml>`;
}

const EVERY = [
  { inputs: [STEP] },
  {
    inputs: [{ ...STEP, amplitude: 1e-7 }],
    neuron: { R_m: 1e6, C_m: 1e-6, t_ref: 0 },
    dt: 1e-3,
    duration: 1,
  },
  {
    inputs: [
      { type: 'sine', amplitude: 2, frequency: 20, offset: 1.5, phase: -1 },
      { type: 'ramp', from: 0, to: 5, start: 10, stop: 150 },
      { type: 'pulse', amplitude: -12, start: 5, width: 4.2, period: 30, count: 6 },
    ],
  },
  { inputs: [{ ...STEP, amplitude: 1 }], neuron: { model: 'adex' } },
  {
    inputs: [
      { ...STEP, amplitude: 10 },
      { type: 'sine', amplitude: 2, frequency: 0, offset: 1.5 },
      { type: 'sine', amplitude: 2, frequency: 5, offset: 1.5 },
      { type: 'ramp', from: 0, to: 5, start: 10, stop: 150 },
    ],
    neuron: { model: 'izhikevich' },
  },
  { inputs: [{ ...STEP, amplitude: 10 }], neuron: { model: 'hodgkin_huxley' } },
] as const;

test('the integrate-and-fire cell has the numbers of the experiment, the leak as a conductance', () => {
  const neuron = { R_m: 8, C_m: 0.5, E_L: -68, V_th: -51.5, V_reset: -72, t_ref: 3 };
  const [cell] = elements(textOf({ inputs: [STEP], neuron }), 'iafRefCell');
  expect(cell).toMatchObject({
    C: [0.5, 'nF'],
    leakConductance: [0.125, 'uS'],
    leakReversal: [-68, 'mV'],
    thresh: [-51.5, 'mV'],
    reset: [-72, 'mV'],
    refract: [3, 'ms'],
  });
});

test('the interval between spikes that follows from the file in closed form is that of the simulator', () => {
  const data = { inputs: [{ type: 'step', amplitude: 2.5 }], method: 'precise' };
  const text = textOf({ ...data, method: 'exact' });
  const [cell] = elements(text, 'iafRefCell');
  const [pulse] = elements(text, 'pulseGenerator');
  const of = (name: string): number => cell?.[name]?.[0] ?? NaN;
  // nF/uS is ms, nA/uS is mV.
  const rise = (pulse?.['amplitude']?.[0] ?? NaN) / of('leakConductance');
  const far = rise - (of('reset') - of('leakReversal'));
  const near = rise - (of('thresh') - of('leakReversal'));
  const interval = of('refract') + (of('C') / of('leakConductance')) * Math.log(far / near);
  const { spikes } = simulate(parseExperiment({ version: 1, ...data }));
  expect(interval).toBeCloseTo((spikes[2] ?? NaN) - (spikes[1] ?? NaN), 9);
});

test('without a refractory period it is the cell that has none', () => {
  const text = textOf({ inputs: [STEP], neuron: { t_ref: 0 } });
  expect(elements(text, 'iafCell')).toHaveLength(1);
  expect(text).not.toContain('iafRefCell');
});

test('the adaptive exponential cell has Brette and Gerstner’s numbers', () => {
  const [cell] = elements(textOf(EVERY[3]), 'adExIaFCell');
  // Table 1 of 2005: 281 pF, 30 nS, −70.6 mV, −50.4 mV, 2 mV, 144 ms, 4 nS, 0.0805 nA.
  expect(cell).toMatchObject({
    C: [0.281, 'nF'],
    gL: [0.03, 'uS'],
    EL: [-70.6, 'mV'],
    VT: [-50.4, 'mV'],
    delT: [2, 'mV'],
    tauw: [144, 'ms'],
    a: [0.004, 'uS'],
    b: [0.0805, 'nA'],
  });
});

test('Izhikevich’s cell and its currents have no units', () => {
  const text = textOf(EVERY[4]);
  const [cell] = elements(text, 'izhikevichCell');
  // The regular spiking cell of 2003.
  expect(cell).toMatchObject({ a: [0.02, ''], b: [0.2, ''], c: [-65, ''], d: [8, ''], thresh: [30, 'mV'] });
  expect(elements(text, 'pulseGeneratorDL')[0]).toMatchObject({ amplitude: [10, ''], delay: [10, 'ms'] });
});

test('the squid’s rates at rest are those of 1952, and 10 µA/cm² on its sphere are 100 pA', () => {
  const text = textOf(EVERY[5]);
  const at = (V: number): number[] =>
    Array.from(
      text.matchAll(
        /<(?:forward|reverse)Rate type="(\w+)" rate="([\d.]+)per_ms" midpoint="(-?\d+)mV" scale="(-?\d+)mV"/g,
      ),
    ).map(([, type, rate, midpoint, scale]) => {
      const x = (V - Number(midpoint)) / Number(scale);
      if (type === 'HHExpRate') return Number(rate) * Math.exp(x);
      if (type === 'HHSigmoidRate') return Number(rate) / (1 + Math.exp(-x));
      return (Number(rate) * x) / (1 - Math.exp(-x));
    });
  // Their equations with V = 0 at rest: alpha and beta of m, h and n.
  const rest = [2.5 / Math.expm1(2.5), 4, 0.07, 1 / (Math.exp(3) + 1), 0.1 / Math.expm1(1), 0.125];
  at(-65).forEach((rate, i) => expect(rate).toBeCloseTo(rest[i] ?? NaN, 12));
  expect(at(-65)).toHaveLength(6);
  const diameter = elements(text, 'distal')[0]?.['diameter']?.[0] ?? NaN;
  expect(Math.PI * diameter ** 2).toBeCloseTo(1000, 9); // µm²
  expect(elements(text, 'pulseGenerator')[0]).toMatchObject({ amplitude: [100, 'pA'] });
  expect(text.match(/condDensity="[^"]*"/g)).toEqual([
    'condDensity="0.3mS_per_cm2"',
    'condDensity="120mS_per_cm2"',
    'condDensity="36mS_per_cm2"',
  ]);
});

test('steps, pulses, ramps and sines are generators, and each one reaches the cell', () => {
  const text = textOf(EVERY[2]);
  const pulses = elements(text, 'pulseGenerator');
  expect(pulses).toHaveLength(7);
  expect(pulses.map(({ delay }) => delay?.[0])).toEqual([0, 5, 35, 65, 95, 125, 155]);
  expect(pulses[0]).toMatchObject({ amplitude: [1.5, 'nA'] });
  expect(pulses[6]).toMatchObject({ duration: [4.2, 'ms'], amplitude: [-12, 'nA'] });
  expect(elements(text, 'sineGenerator')).toMatchObject([
    { phase: [-1, ''], amplitude: [2, 'nA'], period: [50, 'ms'] },
  ]);
  expect(elements(text, 'rampGenerator')).toMatchObject([
    { delay: [10, 'ms'], duration: [140, 'ms'], startAmplitude: [0, 'nA'], finishAmplitude: [5, 'nA'] },
  ]);
  const made = Array.from(text.matchAll(/Generator id="(\w+)"/g), ([, id]) => id);
  const used = Array.from(text.matchAll(/input="(\w+)"/g), ([, id]) => id);
  expect(used).toEqual(made);
});

test('the run has the step and the length of the experiment, and says that conditions are tested once a step', () => {
  const text = textOf({ inputs: [STEP], dt: 0.05, duration: 300 });
  expect(elements(text, 'Simulation')[0]).toMatchObject({ length: [300, 'ms'], step: [0.05, 'ms'] });
  expect(text.replace(/\s+/g, ' ')).toContain('states move by steps of 0.05 ms');
});

test.each([
  [
    'leak',
    { neuron: { leak: false } },
    'neuron.leak is off, and NeuroML’s neurons with a threshold all leak; Brian2',
  ],
  [
    'threshold',
    { neuron: { threshold: false } },
    'neuron.threshold is off, and NeuroML’s iafRefCell always has one; Brian2',
  ],
  [
    'V_m',
    { neuron: { V_m: -60 } },
    'neuron.V_m must be the resting potential, -70 mV, where NeuroML’s iafRefCell begins a run, got -60 mV',
  ],
  [
    'w',
    { neuron: { model: 'adex', w: 0.1 } },
    'neuron.w must be 0 nA, where NeuroML’s adExIaFCell begins a run, got 0.1 nA; Brian2 and plain Python can begin elsewhere',
  ],
  ['u', { neuron: { model: 'izhikevich', u: 0 } }, 'neuron.u must be b·V_m'],
  [
    'alif',
    { neuron: { model: 'alif' } },
    'neuron.model: NeuroML has no LIF neuron with an adaptation current; Brian2',
  ],
  [
    'lif_cond',
    { neuron: { model: 'lif_cond' } },
    'neuron.model: the neuron with conductances is not written for NeuroML',
  ],
  [
    'noise',
    { inputs: [STEP, { type: 'ou', mean: 1, sd: 1, tau: 10 }] },
    'inputs.1: NeuroML has no Ornstein–Uhlenbeck current; Brian2 and plain Python can',
  ],
  [
    'spikes',
    { inputs: [{ type: 'spikes', times: [10], weight: 1, synapse: 'exp' }] },
    'inputs.0: trains of spikes are not written for NeuroML',
  ],
  [
    'chirp',
    { inputs: [{ type: 'chirp', amplitude: 1 }] },
    'inputs.0: NeuroML has no current whose frequency runs',
  ],
  ['precise', { method: 'precise' }, 'NeuroML looks at threshold once a step and has no method "precise"'],
])('what NeuroML cannot say is refused by field: %s', (_, data, sentence) => {
  expect(() => textOf({ inputs: [STEP], ...data })).toThrow(sentence);
});

test('a network is refused, and the sentence names the tools that take it', () => {
  const network = parseNetworkExperiment({
    version: 1,
    network: { populations: [{ name: 'E', size: 2 }], projections: [] },
  });
  expect(() => exportTo('neuroml', network)).toThrow(
    `a network is not written for ${EXPORT_TARGETS.neuroml}: Brian2, NEST and PyNN are made for it`,
  );
});

/** What a schema says against documents, empty where all are valid. The whole files are read too. */
function complaints(schema: string, documents: readonly string[] = EVERY.map(documentOf)): string {
  const check = `
from lxml import etree
schema = etree.XMLSchema(etree.parse(${JSON.stringify(schema)}))
for i in range(${documents.length}):
    if not schema.validate(etree.parse(f"model{i}.xml")):
        print(i, schema.error_log)
for i in range(${EVERY.length}):
    etree.parse(f"whole{i}.xml")
`;
  const files = [
    ...documents.map((text, i) => ({ name: `model${i}.xml`, text })),
    ...EVERY.map((data, i) => ({ name: `whole${i}.xml`, text: textOf(data) })),
  ];
  return outputOf({ files: [{ name: 'check.py', text: check }, ...files] });
}

describeWith(['lxml'], 'The schema', () => {
  const part = fileURLToPath(new URL('schema/neuroml-part.xsd', import.meta.url));

  test('every model is valid by our own schema of the part of NeuroML 2.3.1 that is used', () => {
    expect(complaints(part)).toBe('');
  });

  test.each([
    ['a unit that is not NeuroML’s', (text: string) => text.replace('"2nF"', '"2 nanofarad"')],
    ['a plus in an exponent', (text: string) => text.replace('"2nF"', '"2e+1nF"')],
    ['a missing attribute', (text: string) => text.replace(' refract="2ms"', '')],
    [
      'a network before its currents',
      (text: string) => text.replace(/(<pulseG.*?>)(.*)<\/neuroml>/s, '$2$1</neuroml>'),
    ],
  ])('our own schema turns away %s', (_, broken) => {
    const document = documentOf(EVERY[0]);
    expect(broken(document)).not.toBe(document);
    expect(complaints(part, [broken(document)])).not.toBe('');
  });

  const published = process.env['NEUROML_XSD'] ?? '';
  test.skipIf(!existsSync(published))(
    'every model is valid by the published schema: not run without NEUROML_XSD, the path of NeuroML_v2.3.1.xsd from github.com/NeuroML/NeuroML2',
    () => expect(complaints(published)).toBe(''),
  );
});
