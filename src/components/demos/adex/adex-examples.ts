/** Firing patterns of AdEx that have names (ADEX_PRESETS says where they are from). */
import { ADEX_PRESETS } from '../../../sim/adex-params.ts';
import type { Example } from '../example.ts';

const example = (label: string, name: keyof typeof ADEX_PRESETS, amplitude: number): Example => ({
  label,
  experiment: {
    neuron: { model: 'adex', ...ADEX_PRESETS[name].neuron },
    inputs: [{ type: 'step', amplitude }],
    duration: 300,
  },
});

export const ADEX_EXAMPLES: readonly Example[] = [
  example('regular firing that adapts', 'regular', 1),
  example('no adaptation: a and b are 0', 'exponential', 1),
  example('a burst at first, then regular', 'initial burst', 0.4),
  example('bursts', 'bursting', 0.8),
];
