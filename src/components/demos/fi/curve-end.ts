/** The setting of a lab that draws a rate over the current. */
import type { ParamSpec } from '../../../sim/param-spec.ts';

export const CURVE_END: ParamSpec = {
  symbol: 'I_\\mathrm{max}',
  label: 'largest current of the curve',
  unit: 'nA',
  default: 6,
  min: 0.1,
  max: 1000,
  slider: [3, 50],
  step: 1,
  doc: 'Where the axis of the current ends.',
  source: 'the defaults of the course',
};
