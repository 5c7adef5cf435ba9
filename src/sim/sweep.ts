/** One number of an experiment runs through a list of values: the f–I curve when it is the amplitude of a step. */
import { coefficientOfVariation, intervalRateHz, intervalsMs, spikeCountRateHz } from './analysis.ts';
import type { Experiment } from './experiment.ts';
import { withValue } from './param-path.ts';
import { parseExperiment } from './parse-experiment.ts';
import type { Recording } from './recording.ts';
import { simulate } from './simulate.ts';

export interface SweepPoint {
  readonly value: number;
  /** Spikes in the run. */
  readonly count: number;
  /** ms; null when the neuron did not fire. */
  readonly firstSpikeMs: number | null;
  /** Spikes over duration, Hz: of a short run not the rate of the intervals. */
  readonly countRateHz: number;
  /** 1/mean interval, Hz; null for fewer than two spikes. */
  readonly intervalRateHz: number | null;
  /** Coefficient of variation of the intervals; null for fewer than three spikes. */
  readonly cv: number | null;
}

/** Runs an experiment once for each value. Every value is checked before the first run.
 *  @param path of the number that changes, e.g. `inputs.0.amplitude`
 *  @throws RangeError naming the path, or the value that the experiment refuses */
export function sweepExperiment(
  experiment: Experiment,
  path: string,
  values: readonly number[],
): SweepPoint[] {
  const experiments = values.map((value) => parseExperiment(withValue(path, value, experiment)));
  let last: Recording | undefined;
  return experiments.map((each, i) => {
    last = simulate(each, last);
    const { spikes } = last;
    return {
      value: values[i] as number,
      count: spikes.length,
      firstSpikeMs: spikes[0] ?? null,
      countRateHz: spikeCountRateHz(spikes, each.duration),
      intervalRateHz: intervalRateHz(spikes),
      cv: coefficientOfVariation(intervalsMs(spikes)),
    };
  });
}
