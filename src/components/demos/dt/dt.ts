/** The dt lab: the same neuron stepped by Euler's method u ← u + (dt/τ)(u∞ − u) and by the exact update
 *  u ← u∞ + (u − u∞)e^{−dt/τ} (Rotter & Diesmann 1999), over the closed form, and how wrong each is for which step. */
import type { Range } from '../../../figures/axis.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import { interspikeIntervalMs, timeConstantMs } from '../../../sim/theory.ts';
import { constantCurrent } from '../constant-current.ts';
import type { DemoDefinition, DemoRun } from '../definition.ts';
import { errorsAt, STEP_WIDTHS, type StepErrors } from './dt-errors.ts';
import { dtErrorPlot } from './dt-error-plot.ts';
import { dtSentence } from './dt-sentence.ts';
import { dtTracePlot, traceRange, type Runs } from './dt-trace-plot.ts';

/** Of Euler's method, with the runs it is compared with. */
export interface DtRecording extends Recording {
  readonly exact: Recording;
  readonly precise: Recording;
  readonly sweep: readonly StepErrors[];
  readonly here: StepErrors;
}

/** Longest run, ms: the errors at all steps take some 500 steps a millisecond. */
const LONGEST = 2000;

const runsOf = ({ recording }: DemoRun<LifNeuron, DtRecording, never>): Runs => ({
  euler: recording,
  exact: recording.exact,
  precise: recording.precise,
});

export const DT: DemoDefinition<LifNeuron, DtRecording, Readonly<Record<string, Range>>, never> = {
  name: 'dt',
  title: 'Time-step lab',
  models: { lif: { ...LIF, methods: ['euler'] } },
  settings: {},
  defaults: {
    experiment: { inputs: [{ type: 'step', amplitude: 2.5 }], method: 'euler', dt: 1 },
    controls: ['dt', 'inputs.0.amplitude', 'neuron.t_ref', 'neuron.threshold'],
  },
  columns: 2,
  assertConsistent(experiment) {
    const { neuron, duration } = experiment;
    const interval = interspikeIntervalMs(neuron, constantCurrent(experiment));
    if (!neuron.leak)
      throw new RangeError('neuron.leak must be true: without it there is no τ to compare dt with');
    const longest = Math.max(duration, 10 * timeConstantMs(neuron), interval < Infinity ? 2 * interval : 0);
    if (longest > LONGEST)
      throw new RangeError(
        `the run, ten time constants and two intervals must each last at most ${LONGEST} ms, got ${longest} ms`,
      );
    // The spikes of the formula are those of a run from event to event.
    LIF.assertConsistent({ ...experiment, method: 'precise' });
  },
  simulate(experiment, _settings, progress) {
    return {
      ...LIF.simulate(experiment, undefined, progress),
      exact: LIF.simulate({ ...experiment, method: 'exact' }),
      precise: LIF.simulate({ ...experiment, method: 'precise' }),
      sweep: STEP_WIDTHS.map((dt) => errorsAt(experiment, dt)),
      here: errorsAt(experiment, experiment.dt),
    };
  },
  // With and without a threshold other heights are shown; each has its frame.
  frame: (run) =>
    Object.fromEntries(
      [true, false].map((threshold) => {
        const neuron = { ...run.experiment.neuron, threshold };
        const experiment = { ...run.experiment, neuron };
        const exact = LIF.simulate({ ...experiment, method: 'exact' });
        return [String(threshold), traceRange(experiment, { ...runsOf(run), exact })];
      }),
    ),
  plots: (run, { frame, width }) => {
    const { experiment, recording } = run;
    const range = frame[String(experiment.neuron.threshold)] ?? traceRange(experiment, runsOf(run));
    return [
      dtTracePlot(experiment, runsOf(run), range, width),
      dtErrorPlot(experiment, recording.sweep, recording.here, width),
    ];
  },
  describe: ({ experiment, recording }) => dtSentence(experiment, recording.here),
};
