/** One number of an experiment runs through a list of values: the f–I curve when it is the amplitude of a step. */
import { coefficientOfVariation, spikeCountRateHz } from './analysis.ts';
import { intervalRateHz, intervalsMs, mean } from './intervals.ts';
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
  /** ms; null for fewer than two spikes. */
  readonly meanIntervalMs: number | null;
  /** 1/mean interval, Hz; null for fewer than two spikes. */
  readonly intervalRateHz: number | null;
  /** Coefficient of variation of the intervals; null for fewer than three spikes. */
  readonly cv: number | null;
}

/** Runs an experiment once for each value. Every value is checked before the first run.
 *  @param path of the number that changes, e.g. `inputs.0.amplitude`
 *  @returns one point after the other, so that a caller can show progress or stop
 *  @throws RangeError naming the path, or the value that the experiment refuses */
export function sweepExperiment(
  experiment: Experiment,
  path: string,
  values: readonly number[],
): Generator<SweepPoint, void, undefined> {
  return runAll(
    values,
    values.map((value) => parseExperiment(withValue(path, value, experiment))),
  );
}

function* runAll(
  values: readonly number[],
  experiments: readonly Experiment[],
): Generator<SweepPoint, void, undefined> {
  let last: Recording | undefined;
  for (const [i, each] of experiments.entries()) {
    last = simulate(each, last);
    const { spikes } = last;
    const intervals = intervalsMs(spikes);
    yield {
      value: values[i] as number,
      count: spikes.length,
      firstSpikeMs: spikes[0] ?? null,
      countRateHz: spikeCountRateHz(spikes, each.duration),
      meanIntervalMs: mean(intervals),
      intervalRateHz: intervalRateHz(spikes),
      cv: coefficientOfVariation(intervals),
    };
  }
}
