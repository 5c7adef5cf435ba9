/** The ranges that a drawing of potential and current over time keeps while its sliders move. */
import type { Experiment } from '../sim/experiment.ts';
import { STEP_PARAMS } from '../sim/experiment-params.ts';
import type { ModelDefinition } from '../sim/model.ts';
import { paramSpecIn, valueAt } from '../sim/param-path.ts';
import type { Recording } from '../sim/recording.ts';
import { niceStep, rangeOf, type Range } from './axis.ts';
import { currentPoints, spikeJump } from './points.ts';
import { sliderRange } from './slider-range.ts';

export interface TraceFrame {
  readonly u: Range;
  readonly I: Range;
}

const CURRENTS = new Set(['amplitude', 'offset', 'from', 'to', 'mean']);
const POTENTIALS = new Set(['E_L', 'V_th', 'V_reset', 'V_m', 'V_peak']);

/** How far a slider of a potential is given room from the start, mV. All of its range would press the
 *  trace flat; beyond, the axis widens. */
const POTENTIAL_ROOM = 10;

/** Where the sliders among `paths` can take a current or a potential. */
function reachOf(
  experiment: Experiment,
  paths: readonly string[],
  model: ModelDefinition,
): { currents: number[]; potentials: number[] } {
  const currents: number[] = [];
  const potentials: number[] = [];
  for (const path of paths) {
    const name = path.split('.').at(-1) ?? '';
    if (!CURRENTS.has(name) && !POTENTIALS.has(name)) continue;
    const value = Number(valueAt(path, experiment));
    const spec = paramSpecIn(path, experiment, model);
    const [low, high] = sliderRange(spec, value);
    // A chirp goes from one frequency to another.
    if (spec.unit === model.currentUnit) currents.push(low, high);
    if (spec.unit === 'mV')
      potentials.push(Math.max(low, value - POTENTIAL_ROOM), Math.min(high, value + POTENTIAL_ROOM));
  }
  return { currents, potentials };
}

/** Outwards to a round number; where no current flows, the axis of a slider of one. */
function roundRange([low, high]: Range): Range {
  if (low === high) return STEP_PARAMS.amplitude.slider;
  const step = niceStep(high - low, 10);
  return [Math.floor(low / step + 1e-9) * step + 0, Math.ceil(high / step - 1e-9) * step + 0];
}

/** Ranges for an experiment and the sliders beside it: what the run shows at first, and where a slider can
 *  take a current or a potential.
 *  @param controls paths of the sliders
 *  @param shown further potentials that are to be seen, mV */
export function traceFrame(
  experiment: Experiment,
  recording: Recording,
  controls: readonly string[],
  model: ModelDefinition,
  shown: readonly number[] = [],
): TraceFrame {
  const { neuron } = experiment;
  const reach = reachOf(experiment, controls, model);
  const jump = 'threshold' in neuron && !neuron.threshold ? undefined : spikeJump(neuron);
  const potentials = [...recording.V_m, neuron.V_m, ...reach.potentials, ...shown];
  if ('E_L' in neuron) potentials.push(neuron.E_L);
  if (jump) potentials.push(jump.top, jump.reset);

  const currents = [0, ...currentPoints(model.realise(experiment)).map(({ y }) => y), ...reach.currents];
  // A sine swings to both sides.
  if (experiment.inputs.some(({ type }) => type === 'sine'))
    currents.push(...reach.currents.map((end) => -end));
  return { u: rangeOf(potentials, [-70, -50]), I: roundRange(rangeOf(currents, [0, 1])) };
}
