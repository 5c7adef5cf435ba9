/** The neuron of machine learning: one number per step of time, rest at 0, threshold at 1,
 *    U ← βU + (1 − β)d,      U ≥ 1: spike, and U ← 0, or U ← U − 1,
 *  with β = e^{−dt/τ} and the drive d = R I/(V_th − E_L): the exact update of a leaky integrate-and-fire neuron whose
 *  current is held during a step, in the scale u = (V − E_L)/(V_th − E_L) (Eshraghian et al. 2023, §III). Left out: the
 *  refractory period, and whatever happens within a step. */

export type DiscreteReset = 'to value' | 'by subtraction';

/** @param beta what is left of the state after a step, between 0 and 1
 *  @param drive where the state would end without a threshold, in thresholds
 *  @returns the steps, from 1 on, at which it spikes
 *  @throws RangeError naming beta, drive or steps */
export function discreteSpikes(
  beta: number,
  drive: number,
  reset: DiscreteReset,
  steps: number,
): readonly number[] {
  if (!(beta >= 0 && beta < 1)) throw new RangeError(`beta must be a number from 0 to below 1, got ${beta}`);
  if (!Number.isFinite(drive)) throw new RangeError(`drive must be a finite number, got ${drive}`);
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError(`steps must be a whole number >= 0, got ${steps}`);
  const spikes: number[] = [];
  let u = 0;
  for (let step = 1; step <= steps; step++) {
    u = beta * u + (1 - beta) * drive;
    if (u < 1) continue;
    spikes.push(step);
    u = reset === 'to value' ? 0 : u - 1;
  }
  return spikes;
}

/** How much the state at a step changes with the weight of its input, dU/dw, when spikes arrive at some steps and each
 *  adds w: the sum of what is left of each, β^{at − t}. No spike of the neuron itself lies between. */
export function sensitivity(beta: number, arrivals: readonly number[], at: number): number {
  return arrivals.filter((step) => step <= at).reduce((sum, step) => sum + beta ** (at - step), 0);
}
