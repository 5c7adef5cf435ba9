/** What the squid axon is known for, each as an experiment. */
import type { Example } from '../example.ts';

const example = (label: string, amplitude: number, neuron: object = {}, stop = 100): Example => ({
  label,
  experiment: {
    neuron: { model: 'hodgkin_huxley', ...neuron },
    inputs: [{ type: 'step', amplitude, start: 5, stop }],
    duration: 100,
    dt: 0.025,
    method: 'rk4',
  },
});

export const HH_EXAMPLES: readonly Example[] = [
  example('repetitive firing', 10),
  example('a single spike', 4),
  example('no sodium channels (tetrodotoxin)', 10, { g_Na: 0 }),
  example('no potassium channels (TEA)', 10, { g_K: 0 }),
  example('release from inhibition', -5, {}, 40),
];
