/** A current as a leaky membrane sees it: J(t) = ∫₀ᵗ I(t′)·e^{−(t−t′)/τ} dt′/τ, so that R·J is what it does to the
 *  potential. In closed form, by the membrane of the model: a resistance of 1 MΩ at rest at 0 mV, without threshold. */
import { Course } from './course.ts';
import type { Experiment, LifNeuron } from './experiment.ts';
import type { FixedInput } from './experiment.ts';

/** @param inputs currents, drawn; delta synapses are none
 *  @param times ms, ascending, from 0 on
 *  @param tau ms
 *  @returns nA, one per time */
export function filteredCurrent(
  inputs: readonly FixedInput[],
  times: Float64Array,
  tau: number,
): Float64Array {
  const neuron: LifNeuron = {
    model: 'lif',
    R_m: 1,
    C_m: tau,
    E_L: 0,
    V_th: 0,
    V_reset: 0,
    t_ref: 0,
    V_m: 0,
    leak: true,
    threshold: false,
  };
  const duration = Math.max(0, times.at(-1) ?? 0);
  const course = new Course({ neuron, inputs, duration } as Experiment<LifNeuron>);
  const { membrane } = course;
  const J = new Float64Array(times.length);
  let anchor = 0;
  course.meet(0);
  course.anchor(0);
  times.forEach((time, k) => {
    while (course.next <= time) {
      const { next } = course;
      membrane.advance(next - anchor);
      membrane.decay(next - anchor);
      course.meet(next);
      course.anchor(next);
      anchor = next;
    }
    J[k] = membrane.at(time - anchor);
  });
  return J;
}
