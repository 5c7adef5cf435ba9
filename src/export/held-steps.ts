/** An injected current as NEST and PyNN take it: times at which it changes, and what it changes to. */
import type { Experiment } from '../sim/experiment.ts';
import { heldCurrent } from './on-grid.ts';
import { currentFunction } from './python-inputs.ts';

/** Python that makes `held`, the current in each step, and `changes`, the steps where it is another than before. */
export function heldSteps(experiment: Experiment, unit = 'nA'): string {
  return `${currentFunction(experiment, unit).replace(/\n?def /, '\n\ndef ')}


# The current is held through each step of dt. A generator is told when it changes, and to what.
steps = math.floor(duration / dt + 1e-9)
held = [${heldCurrent(experiment)} for k in range(steps)]
changes = [k for k in range(steps) if held[k] != (held[k - 1] if k > 0 else 0.0)]`;
}
