/** The distance lab: how far two spike trains are apart, by Victor & Purpura (1996) or van Rossum (2001)
 *  (spike-distance.ts). Both have a time scale: below it spikes are told apart, above it only counted. */
import type { Range } from '../../../figures/axis.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import { firingRateHz } from '../../../sim/theory.ts';
import { constantCurrent } from '../constant-current.ts';
import type { DemoDefinition } from '../definition.ts';
import { isVanRossum, runDistance, withCurrent, type DistanceRecording } from './distance-run.ts';
import { distanceSentence } from './distance-sentence.ts';
import { DISTANCE_SETTINGS, type DistanceSetting } from './distance-settings.ts';
import { distanceRange, scalePlot } from './scale-plot.ts';
import { trainsPlot } from './trains-plot.ts';

/** Most spikes of a train: the table of a distance has the product of both numbers. */
const MOST_SPIKES = 300;

export const DISTANCE: DemoDefinition<LifNeuron, DistanceRecording, Range, DistanceSetting> = {
  name: 'distance',
  title: 'Spike-distance lab',
  models: { lif: LIF },
  settings: DISTANCE_SETTINGS,
  choices: {
    'settings.measure': {
      label: 'distance of',
      choices: [
        { value: '0', label: 'Victor and Purpura' },
        { value: '1', label: 'van Rossum' },
      ],
    },
  },
  defaults: {
    experiment: { inputs: [{ type: 'step', amplitude: 2.5 }], duration: 300 },
    controls: [
      'inputs.0.amplitude',
      'settings.other',
      'settings.shift',
      'settings.q',
      'settings.tau',
      'duration',
      'settings.measure',
    ],
  },
  columns: 2,
  offers: (path, { settings }) => path !== (isVanRossum(settings) ? 'settings.q' : 'settings.tau'),
  assertConsistent(experiment, settings) {
    const current = constantCurrent(experiment);
    const { neuron, duration } = experiment;
    LIF.assertConsistent(withCurrent(experiment, settings.other));
    for (const [name, amplitude] of [
      ['inputs.0.amplitude', current],
      ['settings.other', settings.other],
    ] as const) {
      const count = neuron.threshold ? (firingRateHz(neuron, amplitude) * duration) / 1000 : 0;
      if (count > MOST_SPIKES)
        throw new RangeError(
          `${name} ${amplitude} nA brings some ${Math.round(count)} spikes in ${duration} ms; the lab compares at most ${MOST_SPIKES}: lower it or shorten duration`,
        );
    }
  },
  simulate: runDistance,
  frame: distanceRange,
  plots: (run, { frame, width }) => [trainsPlot(run, width), scalePlot(run, frame, width)],
  describe: distanceSentence,
};
