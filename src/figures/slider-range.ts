/** How far a slider goes: over the part of a parameter's range that readers explore, and at least to the
 *  value an author starts from. */
import type { ParamSpec } from '../sim/param-spec.ts';
import type { Range } from './axis.ts';

export function sliderRange({ slider: [low, high] }: ParamSpec, start: number): Range {
  return [Math.min(low, start), Math.max(high, start)];
}
