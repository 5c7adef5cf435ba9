/** The plot of the lessons: a membrane with a threshold over time, its levels named in the words of a lens,
 *  the closed form laid over it on request. For LIF and the models that share its membrane. */
import type { Experiment, LifExperiment, MembraneNeuron } from '../sim/experiment.ts';
import type { ModelDefinition } from '../sim/model.ts';
import type { Recording } from '../sim/recording.ts';
import { steadyStateMv } from '../sim/theory.ts';
import { closedFormPoints } from './closed-form.ts';
import { driveKind } from './drive-kind.ts';
import { LENS_LABELS, SHORT_LABELS, type FigureLens } from './lens-labels.ts';
import { NARROW, type Plot } from './plot.ts';
import { traceFrame, type TraceFrame } from './trace-frame.ts';
import { tracePlot, type Level, type StatePanel } from './trace-plot.ts';

export interface MembraneView {
  readonly frame: TraceFrame;
  /** Width of the drawing in px. */
  readonly width: number;
  readonly lens: FigureLens;
  /** Lay the closed form over the simulation, where there is one. */
  readonly formula: boolean;
}

/** Closed forms are those of the plain leaky integrate-and-fire neuron. */
function isLif(experiment: Experiment): experiment is LifExperiment {
  return experiment.neuron.model === 'lif';
}

/** Where u goes under a constant current, mV. */
function steadyOf(experiment: Experiment): number | undefined {
  const drive = driveKind(experiment);
  if (!isLif(experiment) || !experiment.neuron.leak || drive.kind !== 'constant') return undefined;
  return steadyStateMv(experiment.neuron, drive.amplitude);
}

/** `traceFrame` with room for u∞ above the threshold, up to half the way from rest again. */
export function membraneFrame(
  experiment: Experiment<MembraneNeuron>,
  recording: Recording,
  controls: readonly string[],
  model: ModelDefinition,
): TraceFrame {
  const { E_L, V_th, threshold } = experiment.neuron;
  const steady = steadyOf(experiment);
  const shown = threshold && steady !== undefined && steady < V_th + (V_th - E_L) / 2 ? [steady] : [];
  return traceFrame(experiment, recording, controls, model, shown);
}

/** @param recording of that experiment
 *  @param model of its neuron
 *  @param state a further panel, such as the adaptation current */
export function membranePlot(
  experiment: Experiment<MembraneNeuron>,
  recording: Recording,
  { frame, width, lens, formula }: MembraneView,
  model: ModelDefinition,
  state?: StatePanel,
): Plot {
  const { E_L, V_th, V_reset, threshold } = experiment.neuron;
  const words = LENS_LABELS[lens];
  const labels = width < NARROW ? SHORT_LABELS : words;

  const levels: Level[] = [];
  const steady = steadyOf(experiment);
  if (steady !== undefined)
    levels.push({ id: 'steady', quantity: 'leak', value: steady, text: labels.steady });
  if (threshold) {
    const reset = V_reset === E_L ? labels.restAndReset : labels.reset;
    levels.push(
      { id: 'threshold', quantity: 'fire', value: V_th, text: labels.threshold },
      { id: 'reset', quantity: 'fire', value: V_reset, text: reset },
    );
  }
  return tracePlot(experiment, recording, {
    model,
    frame,
    width,
    words,
    levels,
    shown: threshold ? [V_th, V_reset] : [],
    closed: formula && isLif(experiment) ? closedFormPoints(experiment, width / 2) : undefined,
    state,
  });
}
