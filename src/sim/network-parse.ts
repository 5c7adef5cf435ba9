/** The gate of network experiments, as parse-with.ts is that of single neurons: unknown data in, a
 *  complete NetworkExperiment out, or one sentence about the first thing that is wrong. */
import type {
  Network,
  NetworkExperiment,
  NetworkNeuron,
  NetworkSynapse,
  PoissonDrive,
  Population,
  Projection,
  RecordedNeuron,
} from './network.ts';
import { assertDelay, assertNetworkFinite } from './network-limits.ts';
import {
  DRIVE_PARAMS,
  MAX_PARTS,
  NETWORK_NEURON_PARAMS,
  POPULATION_PARAMS,
  PROJECTION_PARAMS,
  WEIGHT_PARAMS,
} from './network-params.ts';
import { readList, readRule, readSpec } from './network-parse-rule.ts';
import { assertVersion, GRIDS, readRun } from './parse-with.ts';
import { assertKnownFields, assertObject, own, readChoice, readNumber, type Fields } from './parse-fields.ts';
import { assertParam, showValue, type ParamSpec } from './param-spec.ts';

const FIELDS = ['version', 'network', 'duration', 'method', 'grid', 'dt', 'seed', 'record'] as const;
const SYNAPSES: readonly NetworkSynapse[] = ['delta', 'exp'];

function readParts<T>(
  value: unknown,
  field: string,
  least: number,
  read: (item: Fields, field: string) => T,
): T[] {
  const list: unknown = value === undefined ? [] : value;
  if (!Array.isArray(list)) throw new RangeError(`${field} must be a list, got ${showValue(list)}`);
  if (list.length < least || list.length > MAX_PARTS) {
    throw new RangeError(`${field} must hold from ${least} to ${MAX_PARTS} entries, got ${list.length}`);
  }
  return Array.from(list, (item: unknown, i) => {
    assertObject(item, `${field}.${i}`);
    return read(item, `${field}.${i}`);
  });
}

/** A word that has to be given. */
function readRequired<T extends string>(
  fields: Fields,
  name: string,
  choices: readonly T[],
  field: string,
): T {
  const value = own(fields, name);
  // readChoice refuses null as it refuses every unknown word, and lists the known ones.
  return readChoice<T>(value === undefined ? null : value, choices, choices[0]!, `${field}.${name}`);
}

function readStart(value: unknown, size: number, E_L: number, field: string): NetworkNeuron['V_m'] {
  const spec = NETWORK_NEURON_PARAMS.V_m;
  if (value === undefined || typeof value === 'number') return readNumber(spec, value, E_L, field);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = readList(value, field);
    if (list.length !== size) {
      throw new RangeError(`${field} must hold one number for each of ${size} neurons, got ${list.length}`);
    }
    for (let i = 0; i < size; i++) assertParam(spec, list[i], `${field}.${i}`);
    return list;
  }
  assertObject(value, field);
  assertKnownFields(value, ['distribution', 'low', 'high'], field);
  const distribution = readChoice(
    own(value, 'distribution'),
    ['uniform'],
    'uniform',
    `${field}.distribution`,
  );
  const low = readSpec(value, 'low', spec, field, E_L);
  const high = readSpec(value, 'high', spec, field, E_L);
  if (high < low)
    throw new RangeError(`${field}.high must be at least ${field}.low (${low} mV), got ${high} mV`);
  return { distribution, low, high };
}

function readNeuron(data: unknown, size: number, field: string): NetworkNeuron {
  const fields: unknown = data === undefined ? {} : data;
  assertObject(fields, field);
  assertKnownFields(fields, ['model', ...Object.keys(NETWORK_NEURON_PARAMS)], field);
  const number = (name: keyof typeof NETWORK_NEURON_PARAMS) =>
    readSpec(fields, name, NETWORK_NEURON_PARAMS[name], field);
  const neuron: NetworkNeuron = {
    model: readChoice(own(fields, 'model'), ['lif'], 'lif', `${field}.model`),
    R_m: number('R_m'),
    C_m: number('C_m'),
    E_L: number('E_L'),
    V_th: number('V_th'),
    V_reset: number('V_reset'),
    t_ref: number('t_ref'),
    I_e: number('I_e'),
    tau_syn_ex: number('tau_syn_ex'),
    tau_syn_in: number('tau_syn_in'),
    V_m: readStart(own(fields, 'V_m'), size, number('E_L'), `${field}.V_m`),
  };
  if (neuron.V_reset >= neuron.V_th) {
    throw new RangeError(
      `${field}.V_reset must be below ${field}.V_th (${neuron.V_th} mV), got ${neuron.V_reset} mV`,
    );
  }
  return neuron;
}

function readPopulation(fields: Fields, field: string): Population {
  assertKnownFields(fields, ['name', 'size', 'neuron'], field);
  const name = own(fields, 'name');
  if (typeof name !== 'string' || !/^[A-Za-z]\w{0,39}$/.test(name)) {
    throw new RangeError(
      `${field}.name must be a letter followed by at most 39 letters, digits or _, got ${showValue(name)}`,
    );
  }
  const size = readSpec(fields, 'size', POPULATION_PARAMS.size, field);
  return { name, size, neuron: readNeuron(own(fields, 'neuron'), size, `${field}.neuron`) };
}

/** The synapse and weight that projections and drives share. */
function readSynapse(fields: Fields, field: string): { synapse: NetworkSynapse; weight: number } {
  const synapse = readChoice(own(fields, 'synapse'), SYNAPSES, 'delta', `${field}.synapse`);
  return { synapse, weight: readSpec(fields, 'weight', WEIGHT_PARAMS[synapse], field) };
}

function readNetwork(data: unknown): Network {
  assertObject(data, 'network');
  assertKnownFields(data, ['populations', 'projections', 'drive'], 'network');
  const populations = readParts(own(data, 'populations'), 'network.populations', 1, readPopulation);
  const names = populations.map(({ name }) => name);
  names.forEach((name, p) => {
    if (names.indexOf(name) < p) {
      throw new RangeError(`network.populations.${p}.name must be new, got "${name}" a second time`);
    }
  });
  const find = (name: string): Population => populations[names.indexOf(name)]!;

  const readProjection = (fields: Fields, field: string): Projection => {
    assertKnownFields(fields, ['from', 'to', 'rule', 'synapse', 'weight', 'delay'], field);
    const from = readRequired(fields, 'from', names, field);
    const to = readRequired(fields, 'to', names, field);
    return {
      from,
      to,
      rule: readRule(own(fields, 'rule'), find(from), find(to), `${field}.rule`),
      ...readSynapse(fields, field),
      delay: readSpec(fields, 'delay', PROJECTION_PARAMS.delay, field),
    };
  };
  const readDrive = (fields: Fields, field: string): PoissonDrive => {
    assertKnownFields(fields, ['to', 'rate', 'synapse', 'weight'], field);
    const to = readRequired(fields, 'to', names, field);
    return { to, rate: readSpec(fields, 'rate', DRIVE_PARAMS.rate, field), ...readSynapse(fields, field) };
  };
  return {
    populations,
    projections: readParts(own(data, 'projections'), 'network.projections', 0, readProjection),
    drive: readParts(own(data, 'drive'), 'network.drive', 0, readDrive),
  };
}

function readRecord(data: unknown, { populations }: Network): NetworkExperiment['record'] {
  const fields: unknown = data === undefined ? {} : data;
  assertObject(fields, 'record');
  assertKnownFields(fields, ['V_m'], 'record');
  const names = populations.map(({ name }) => name);
  const readRecorded = (item: Fields, field: string): RecordedNeuron => {
    assertKnownFields(item, ['population', 'index'], field);
    const population = readRequired(item, 'population', names, field);
    const size = populations[names.indexOf(population)]!.size;
    const spec: ParamSpec = { ...POPULATION_PARAMS.size, label: 'neuron', default: 0, min: 0, max: size - 1 };
    return { population, index: readSpec(item, 'index', spec, field) };
  };
  return { V_m: readParts(own(fields, 'V_m'), 'record.V_m', 0, readRecorded) };
}

/** Turns unknown data (parsed JSON, a lesson's props) into a complete network experiment: fields that are
 *  not given take the defaults of their records, everything else is checked. What it returns can be run:
 *  `simulateNetwork` neither throws, hangs nor returns NaN on it.
 *  @throws RangeError, one sentence that names field, value, unit and allowed range */
export function parseNetworkExperiment(data: unknown): NetworkExperiment {
  assertObject(data, 'experiment');
  assertKnownFields(data, FIELDS, '');
  assertVersion(data);
  const network = readNetwork(own(data, 'network'));
  const experiment: NetworkExperiment = {
    version: 1,
    network,
    duration: readRun(data, 'duration'),
    method: readChoice(own(data, 'method'), ['exact'], 'exact', 'method'),
    grid: readChoice(own(data, 'grid'), GRIDS, 'nest', 'grid'),
    dt: readRun(data, 'dt'),
    seed: readRun(data, 'seed'),
    record: readRecord(own(data, 'record'), network),
  };
  network.projections.forEach((projection, p) =>
    assertDelay(projection, experiment, `network.projections.${p}`),
  );
  assertNetworkFinite(experiment);
  return experiment;
}
