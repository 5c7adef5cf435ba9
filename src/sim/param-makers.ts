/** Records that many inputs share: a current, a time, when an input begins and ends. */
import type { ParamSpec } from './param-spec.ts';

export const COURSE = 'the defaults of the course';

export const current = (symbol: string, label: string, value: number, doc: string): ParamSpec => ({
  symbol,
  label,
  unit: 'nA',
  default: value,
  min: -1e6,
  max: 1e6,
  slider: [0, 5],
  step: 0.05,
  doc,
  source: COURSE,
});

export const time = (symbol: string, label: string, value: number | 'duration', doc: string): ParamSpec => ({
  symbol,
  label,
  unit: 'ms',
  default: value,
  min: 0,
  max: 1e9,
  slider: [0, 200],
  step: 1,
  doc,
  source: COURSE,
});

export const start = time('t_0', 'start', 0, 'When the current begins; before, it is 0.');
export const stop = time(
  't_1',
  'stop',
  'duration',
  'When the current ends; the end of the run unless given.',
);
