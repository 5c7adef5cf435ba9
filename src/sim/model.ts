/** What a neuron model has to say about itself so that experiments, sliders, the command line and the
 *  JSON Schema can use it without knowing it. A new model is one file that exports one of these, a line in
 *  models.ts, and its neuron type in the union of experiment.ts. */
import type { Experiment, Method, Neuron } from './experiment.ts';
import type { InputKinds, RealisedExperiment } from './input-kinds.ts';
import type { ParamSpec, Unit } from './param-spec.ts';
import type { Progress } from './progress.ts';
import type { Recording } from './recording.ts';

/** A part of a model that can be taken away. */
export interface SwitchSpec {
  readonly label: string;
  readonly default: boolean;
  readonly doc: string;
}

export type SwitchSpecs = Readonly<Record<string, SwitchSpec>>;

export interface ModelDefinition<N extends Neuron = Neuron> {
  /** The value of `neuron.model`. */
  readonly name: N['model'];
  /** Its name in words, e.g. "leaky integrate-and-fire". */
  readonly title: string;
  /** Unit of the currents it is given: where a record of an input says nA, this is meant. */
  readonly currentUnit: Unit;
  /** One record for every number of the neuron. A default that is a string names the field of the same
   *  neuron whose value is taken. */
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** The weight of an exp or alpha synapse, where it is no current in nA. */
  readonly weight?: ParamSpec;
  readonly switches: SwitchSpecs;
  /** The inputs it is given; models.ts gives it every one. */
  readonly inputs: InputKinds;
  /** Draws the random ones from the seed.
   *  @throws RangeError when one does not fit the neuron, or needs too many numbers */
  realise(experiment: Experiment): RealisedExperiment;
  /** The methods that integrate it; the first is the default. */
  readonly methods: readonly Method[];
  /** Checks what no single record can: relations between fields, and that the run ends.
   *  @throws RangeError naming field, value, unit and range */
  assertConsistent(experiment: Experiment<N>): void;
  /** Never throws on an experiment that `parseExperiment` returned.
   *  @param reuse a recording no longer needed, whose arrays may be written over; a model need not
   *  @param progress told how many samples are done */
  simulate(experiment: Experiment<N>, reuse?: Recording, progress?: Progress): Recording;
}
