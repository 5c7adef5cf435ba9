/** What a reader is asked to draw, from the words of an author: experiments to choose from, and wrong ideas as
 *  experiments of their own. Pure; the build checks the same data that the browser reads. */
import type { LifExperiment } from '../sim/experiment.ts';
import { LIF } from '../sim/lif.ts';
import { parseExperimentWith } from '../sim/parse-with.ts';
import type { Range } from './axis.ts';
import type { Point } from './plot.ts';
import { membranePoints } from './points.ts';
import type { WrongTrace } from './prediction.ts';
import { roomyFrame, type PredictionTask } from './prediction-plot.ts';

/** Data of an experiment that differs from another: fields of `neuron` are put into its neuron. */
export interface Changes {
  readonly neuron?: object;
  readonly [field: string]: unknown;
}

export interface WrongIdea {
  /** Experiments that would look like it. */
  readonly like?: readonly Changes[] | undefined;
  readonly shape?: WrongTrace['shape'];
  readonly until?: WrongTrace['until'];
}

export interface PredictionData {
  /** What differs from the neuron of the course. */
  readonly experiment: Changes;
  /** Further experiments to draw, each with a name; `label` names the first. */
  readonly label?: string | undefined;
  readonly others?: readonly { readonly label: string; readonly change: Changes }[] | undefined;
  readonly draw?: PredictionTask['draw'] | undefined;
  /** ms, or the first spike: what comes before is given. */
  readonly from?: number | 'first spike' | undefined;
  /** mV; roomy around the truth unless given. */
  readonly range?: Range | undefined;
  readonly wrong: readonly WrongIdea[];
}

export interface LabelledTask extends PredictionTask {
  readonly label: string;
  readonly wrong: readonly WrongTrace[];
  /** The true course. */
  readonly truth: readonly Point[];
}

const parse = (data: object): LifExperiment =>
  parseExperimentWith({ lif: LIF }, { version: 1, ...data }) as LifExperiment;

const merged = (base: Changes, change: Changes): Changes => ({
  ...base,
  ...change,
  neuron: { ...base.neuron, ...change.neuron },
});

const course = (data: Changes) => {
  const experiment = parse(data);
  return membranePoints(experiment, LIF.simulate(experiment));
};

/** @throws RangeError naming the field that cannot be used, or a first spike that does not come */
export function predictionTasks(data: PredictionData): readonly LabelledTask[] {
  const { from = 0, draw = 'potential', others = [] } = data;
  const all = [
    { label: data.label ?? '', data: data.experiment },
    ...others.map(({ label, change }) => ({ label, data: merged(data.experiment, change) })),
  ].map((task) => {
    const experiment = parse(task.data);
    return { ...task, experiment, recording: LIF.simulate(experiment) };
  });
  const roomy = roomyFrame(
    all.map(({ recording }) => recording),
    all.map(({ experiment }) => experiment),
  );
  const frame = { ...roomy, u: data.range ?? roomy.u };
  return all.map(({ label, data: own, experiment, recording }) => {
    const start = from === 'first spike' ? recording.spikes[0] : from;
    if (start === undefined || !(start >= 0 && start < experiment.duration))
      throw new RangeError(
        `from must be a time from 0 to before ${experiment.duration} ms, got ${start === undefined ? 'a first spike that never comes' : `${start} ms`}`,
      );
    const wrong = data.wrong.map(({ like = [], ...rest }) => ({
      ...rest,
      like: like.map((change) => course(merged(own, change))),
    }));
    const truth = membranePoints(experiment, recording);
    return { label, experiment, recording, from: start, frame, draw, wrong, truth };
  });
}
