/** Every symbol of the site's parameters with its names, from their records and from the files that are exported:
 *  nothing is typed twice. For the page /symbols/; made when the site is built. */
import { EVERY_INPUT } from '../sim/every-input.ts';
import { EXPERIMENT_PARAMS, SPIKES_PARAMS } from '../sim/experiment-params.ts';
import { MODELS, type ModelName } from '../sim/models.ts';
import {
  DRIVE_PARAMS,
  POPULATION_PARAMS,
  PROJECTION_PARAMS,
  RULE_PARAMS,
  WEIGHT_PARAMS,
} from '../sim/network-params.ts';
import type { ParamSpec } from '../sim/param-spec.ts';
import { foundName, type FoundName, type NamedTool } from './found-names.ts';
import { LIF_NAMES } from './names.ts';

export interface SymbolRow {
  /** TeX, with the macros of the course. */
  readonly symbol: string;
  readonly meaning: string;
  /** In an Experiment. */
  readonly name: string;
  /** "1" for a plain number. */
  readonly unit: string;
  readonly elsewhere: Readonly<Partial<Record<NamedTool, FoundName>>>;
}

export interface SymbolSection {
  readonly title: string;
  /** The value of `model` or `type`, or the part of the file. */
  readonly where: string;
  readonly rows: readonly SymbolRow[];
}

const TOOLS: readonly NamedTool[] = ['brian2', 'nest', 'pynn'];

const rowOf = (name: string, { symbol, label, unit }: ParamSpec): Omit<SymbolRow, 'elsewhere'> => ({
  symbol,
  meaning: label,
  name,
  unit,
});

/** @param but parameters that another model has explained */
function ofModel(model: ModelName, but: readonly string[] = []): SymbolRow[] {
  return Object.entries(MODELS[model].params)
    .filter(([name]) => !but.includes(name))
    .map(([name, spec]) => ({
      ...rowOf(name, spec),
      elsewhere: Object.fromEntries(TOOLS.map((tool) => [tool, foundName(model, name, tool)])),
    }));
}

/** Quantities of the neuron that tools have as parameters and we do not, or not of the neuron. */
const DERIVED: Readonly<Record<string, string>> = {
  'R_m · C_m': '\\taum',
  tau_syn: SPIKES_PARAMS.tau_syn.symbol,
};

const derived = LIF_NAMES.flatMap(
  ({ meaning, name, unit, brian2, nest, nestUnit, pynn, pynnUnit }): SymbolRow[] => {
    const symbol = DERIVED[name];
    if (symbol === undefined) return [];
    const elsewhere = {
      brian2: { name: brian2, unit },
      nest: { name: nest, unit: nestUnit },
      pynn: { name: pynn, unit: pynnUnit },
    };
    return [{ symbol, meaning, name, unit, elsewhere }];
  },
);

/** Of our files alone. */
const ours = (title: string, where: string, params: Readonly<Record<string, ParamSpec>>): SymbolSection => ({
  title,
  where,
  rows: Object.entries(params).map(([name, spec]) => ({ ...rowOf(name, spec), elsewhere: {} })),
});

export function neuronSymbols(): SymbolSection[] {
  const plain = Object.keys(MODELS.lif.params);
  return (Object.keys(MODELS) as ModelName[]).map((model) => ({
    title: MODELS[model].title,
    where: model,
    rows:
      model === 'lif'
        ? [...ofModel('lif'), ...derived]
        : ofModel(model, model === 'alif' || model === 'lif_cond' ? plain : []),
  }));
}

export function otherSymbols(): SymbolSection[] {
  return [
    ours('Run', 'experiment', EXPERIMENT_PARAMS),
    ...Object.entries(EVERY_INPUT).map(([type, { params }]) => ours('Input', type, params)),
    ours('Network', 'network', {
      size: POPULATION_PARAMS.size,
      p: RULE_PARAMS.p,
      k: RULE_PARAMS.k,
      weight: WEIGHT_PARAMS.delta,
      delay: PROJECTION_PARAMS.delay,
      rate: DRIVE_PARAMS.rate,
    }),
  ];
}
