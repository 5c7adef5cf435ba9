/** ns per step of the nonlinear neurons under a constant current that makes them fire, all their signals recorded at
 *  every 0.1 ms (Hodgkin–Huxley: at 0.02 ms, which its fixed steps need). The adaptive method chooses its own
 *  steps; for it a "step" is a sample. */
import { parseExperiment } from '../src/sim/parse-experiment.ts';
import type { Recording } from '../src/sim/recording.ts';
import { simulate } from '../src/sim/simulate.ts';
import type { Case } from './bench.ts';

const METHODS = ['euler', 'rk2', 'rk4', 'adaptive'];
const DURATION = 1000;

function nonlinearCase(model: string, amplitude: number, dt: number, method: string): Case {
  const inputs = [{ type: 'step', amplitude }];
  const experiment = parseExperiment({
    version: 1,
    neuron: { model },
    inputs,
    duration: DURATION,
    dt,
    method,
  });
  let last: Recording | undefined;
  return {
    name: `${model} ${method}, constant 1 s`,
    steps: Math.round(DURATION / dt),
    run() {
      last = simulate(experiment, last);
      return last.spikes.length + (last.V_m.at(-1) ?? NaN) + (last.V_m[7] ?? NaN);
    },
  };
}

export const NONLINEAR_CASES: readonly Case[] = METHODS.flatMap((method) => [
  nonlinearCase('adex', 1, 0.1, method),
  nonlinearCase('izhikevich', 10, 0.1, method),
  nonlinearCase('hodgkin_huxley', 10, 0.02, method),
]);
