/** What an input type has to say about itself so that experiments, sliders and the JSON Schema can use it without
 *  knowing it. A model names the types it is given (`ModelDefinition.inputs`): a page whose figures have no noise
 *  brings no records of it, and no generator of random numbers. */
import type { FixedInput, Experiment, Input, Synapse } from './experiment.ts';
import { DELTA_WEIGHT, SPIKES_PARAMS } from './experiment-params.ts';
import type { ModelDefinition } from './model.ts';
import type { ParamSpec, Unit } from './param-spec.ts';

/** Reads a field that is no number.
 *  @param unit of the model's currents
 *  @throws RangeError naming field, value and what may stand there */
export type WordReader = (value: unknown, field: string, unit: Unit) => unknown;

export interface InputKind {
  /** One record for every number. */
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** The other fields. */
  readonly words: Readonly<Record<string, WordReader>>;
}

export type InputKinds = Readonly<Partial<Record<Input['type'], InputKind>>>;

/** An experiment whose every input is known before the run. */
export type RealisedExperiment<E extends Experiment = Experiment> = Omit<E, 'inputs'> & {
  readonly inputs: readonly FixedInput[];
};

/** The records of one input; a delta synapse has its own weight.
 *  @param model that the input goes to: its unit of current stands in for nA, its own weight for a current's
 *  @returns empty for a type the model is not given */
export function inputParams(
  type: Input['type'],
  model: Pick<ModelDefinition, 'inputs' | 'currentUnit' | 'weight'>,
  synapse?: Synapse,
): Readonly<Record<string, ParamSpec>> {
  const specs = { ...model.inputs[type]?.params };
  if ('weight' in specs) {
    specs['weight'] = synapse === 'delta' ? DELTA_WEIGHT : (model.weight ?? SPIKES_PARAMS.weight);
  }
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      spec.unit === 'nA' ? { ...spec, unit: model.currentUnit } : spec,
    ]),
  );
}
