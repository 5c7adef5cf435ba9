/** The numbers, switches and words of a demo by path: `inputs.0.amplitude`, `neuron.leak`, `method`, and
 *  `settings.bins` for what is no part of the experiment. */
import type { Experiment, Neuron } from '../../sim/experiment.ts';
import type { ModelDefinition } from '../../sim/model.ts';
import { paramSpecIn, valueAt } from '../../sim/param-path.ts';
import { assertParam, showValue, type ParamSpec } from '../../sim/param-spec.ts';
import { parseExperimentWith } from '../../sim/parse-with.ts';
import type { Recording } from '../../sim/recording.ts';
import type { DemoDefinition, DemoRun, DemoStart, Settings } from './definition.ts';

/** Experiment and settings: all that a run depends on. */
export type DemoValues = Omit<DemoRun, 'recording'>;

/** The part of a path behind `settings.`; undefined for a path into the experiment. */
export function settingIn(path: string): string | undefined {
  return path.startsWith('settings.') ? path.slice('settings.'.length) : undefined;
}

/** The model of an experiment's neuron. */
export function modelIn({ models }: DemoDefinition, { neuron }: Experiment): ModelDefinition {
  return models[neuron.model] as ModelDefinition;
}

/** The number, switch or word a path names; undefined when there is none. */
export function valueIn(
  path: string,
  { experiment, settings }: DemoValues,
): number | boolean | string | undefined {
  const setting = settingIn(path);
  return setting === undefined ? valueAt(path, experiment) : settings[setting];
}

/** The record of the number a path names.
 *  @throws RangeError naming the path when there is none */
export function specIn(path: string, { experiment }: DemoValues, definition: DemoDefinition): ParamSpec {
  const setting = settingIn(path);
  const spec = setting === undefined ? undefined : definition.settings[setting];
  return {
    ...(spec ?? paramSpecIn(path, experiment, modelIn(definition, experiment))),
    ...definition.sliders?.[path],
  };
}

/** Fills in the defaults of the records and checks everything.
 *  @param experiment data of an experiment; its version may be left out
 *  @throws RangeError, one sentence that names field, value, unit and allowed range */
export function parseValues(
  definition: DemoDefinition,
  { experiment, settings = {} }: Omit<DemoStart, 'controls'>,
): DemoValues {
  const numbers: Record<string, number> = {};
  for (const name of Object.keys(settings)) {
    if (!Object.hasOwn(definition.settings, name))
      throw new RangeError(`settings has no field ${showValue(name)}`);
  }
  for (const [name, spec] of Object.entries(definition.settings)) {
    const value = settings[name] ?? spec.default;
    assertParam(spec, value, `settings.${name}`);
    numbers[name] = value;
  }
  const values = {
    experiment: parseExperimentWith(definition.models, { version: 1, ...experiment }),
    settings: numbers,
  };
  definition.assertConsistent?.(values.experiment, numbers);
  return values;
}

/** The run of some values. */
export function runOf<R extends Recording>(
  definition: DemoDefinition<Neuron, R>,
  { experiment, settings }: { readonly experiment: Experiment; readonly settings: Settings },
): DemoRun<Neuron, R> {
  return { experiment, settings, recording: definition.simulate(experiment, settings) };
}
