/** The Hodgkin–Huxley lab: the membrane of the squid axon over time with its gates, in the plane of potential and n,
 *  and its rate over the current, which begins at about 53 Hz (Hodgkin & Huxley 1952; Gerstner et al. 2014, §2.2). */
import { traceFrame, type TraceFrame } from '../../../figures/trace-frame.ts';
import type { Experiment, HodgkinHuxleyNeuron, StepInput } from '../../../sim/experiment.ts';
import { HODGKIN_HUXLEY } from '../../../sim/hodgkin-huxley.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoDefinition } from '../definition.ts';
import { settingIn } from '../demo-values.ts';
import { HH_EXAMPLES } from './hh-examples.ts';
import { hhPlane } from './hh-plane.ts';
import { hhRatePlot } from './hh-rate-plot.ts';
import { hhSentence } from './hh-sentence.ts';
import { HH_CHOICES, HH_SETTINGS, RATE_VIEW } from './hh-settings.ts';
import { steadyRate, SWEEP_TO, sweepOf, type HhSweep, type RatePoint } from './hh-sweep.ts';
import { hhTrace } from './hh-trace.ts';

export interface HhRecording extends Recording {
  /** Only where it is shown. */
  readonly sweep: HhSweep | undefined;
  /** The rate if the current of the run went on. */
  readonly here: RatePoint | undefined;
}

/** Upper end of the axis of u, mV, that the spikes of most settings stay below. */
const TOP = 50;

/** @throws RangeError unless there is one step */
function stepOf({ inputs }: Experiment<HodgkinHuxleyNeuron>): StepInput {
  const [step] = inputs;
  if (inputs.length !== 1 || step?.type !== 'step')
    throw new RangeError('inputs must be one step: the nullclines are those of its amplitude');
  return step;
}

export const HH: DemoDefinition<HodgkinHuxleyNeuron, HhRecording, TraceFrame, 'view'> = {
  name: 'hh',
  title: 'Hodgkin–Huxley lab',
  models: { hodgkin_huxley: HODGKIN_HUXLEY },
  settings: HH_SETTINGS,
  choices: HH_CHOICES,
  sliders: {
    'inputs.0.amplitude': { slider: [-10, 20], step: 0.1 },
    'inputs.0.stop': { slider: [6, 100], step: 1 },
  },
  defaults: {
    experiment: HH_EXAMPLES[0]?.experiment ?? {},
    controls: ['inputs.0.amplitude', 'inputs.0.stop', 'neuron.g_Na', 'neuron.g_K', 'settings.view'],
  },
  columns: 2,
  assertConsistent: (experiment) => void stepOf(experiment),
  simulate(experiment, { view }, progress) {
    const recording = HODGKIN_HUXLEY.simulate(experiment, undefined, progress);
    if (view !== RATE_VIEW) return { ...recording, sweep: undefined, here: undefined };
    const { amplitude } = stepOf(experiment);
    const shown = amplitude >= 0 && amplitude <= SWEEP_TO;
    const { current, rateHz } = steadyRate(experiment, amplitude);
    return { ...recording, sweep: sweepOf(experiment), here: shown ? { current, rateHz } : undefined };
  },
  frame({ experiment, recording }, controls) {
    const paths = controls.filter((path) => settingIn(path) === undefined);
    const { u } = traceFrame(experiment, recording, paths, HODGKIN_HUXLEY, [-90, TOP]);
    return { u, I: [-10, 20] };
  },
  plots({ experiment, recording }, { frame, width, lens }) {
    const { sweep, here } = recording;
    const { neuron, duration } = experiment;
    return [
      hhTrace(experiment, recording, frame, width, lens),
      sweep
        ? hhRatePlot(sweep, here, width)
        : hhPlane(neuron, stepOf(experiment), duration, recording, width),
    ];
  },
  describe: ({ experiment, recording }) => hhSentence(experiment, stepOf(experiment), recording),
};
