/** The firing rate over the mean input, without noise and with two strengths of it: Siegert's rate. */
import { parseExperiment } from '../sim/parse-experiment.ts';
import type { LifNeuron } from '../sim/experiment.ts';
import { siegertRateHz } from '../sim/siegert.ts';
import { formatQuantity } from '../lib/quantity.ts';
import { axisOver, type Range } from './axis.ts';
import { NARROW, type Plot } from './plot.ts';
import type { QuantityName } from './quantity-style.ts';

/** mV */
const MEANS: Range = [-65, -45];
const POINTS = 40;
/** Without noise the rate rises upright from the threshold, like 1/ln(1/δ): a few points just above it, mV. */
const JUST_ABOVE = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1];
/** σ in mV; where its name stands, beside its course: mV and Hz. */
const NOISES: readonly { sigma: number; quantity: QuantityName; x: number; y: number }[] = [
  { sigma: 0, quantity: 'formula', x: -49, y: 8 },
  { sigma: 4, quantity: 'integrate', x: -54.7, y: 3 },
  { sigma: 8, quantity: 'fire', x: -64.5, y: 10 },
];

/** @param width px */
export function noisyFiPlot(width: number): Plot {
  const narrow = width < NARROW;
  const neuron = parseExperiment({ version: 1 }).neuron as LifNeuron;
  const [from, to] = MEANS;
  const rate = (mu: number, sigma: number) => siegertRateHz(neuron, mu, sigma);
  const means = Array.from({ length: POINTS + 1 }, (_, k) => from + ((to - from) * k) / POINTS);
  const sharp = [...means, ...JUST_ABOVE.map((above) => neuron.V_th + above)].sort((a, b) => a - b);
  return {
    title: 'Firing rate over the mean potential, for no noise and for two strengths of noise',
    narrow,
    height: 300,
    x: axisOver(MEANS, 4, { unit: 'mV', label: 'mean of the free potential μ', quantity: 'input' }),
    panels: [
      {
        id: 'rate',
        axis: axisOver([0, 40], 4, { unit: 'Hz', label: 'firing rate', quantity: 'fire' }),
        weight: 1,
      },
    ],
    marks: NOISES.map(({ sigma, quantity }) => ({
      kind: 'line',
      id: `σ ${sigma}`,
      panel: 'rate',
      quantity,
      points: (sigma === 0 ? sharp : means).map((x) => ({ x, y: rate(x, sigma) })),
    })),
    labels: NOISES.map(({ sigma, quantity, x, y }) => ({
      panel: 'rate',
      text: sigma === 0 ? 'no noise' : `σ\u00a0=\u00a0${formatQuantity(sigma, 'mV', 0)}`,
      value: y,
      quantity,
      x,
    })),
  };
}
