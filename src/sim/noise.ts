/** Noise on a grid of step dt, without an error of the step: its values at the grid points have the statistics
 *  of the continuous process, whatever dt.
 *
 *  Ornstein–Uhlenbeck current, mean μ, stationary standard deviation s, correlation time τ (Uhlenbeck & Ornstein
 *  1930; exact update: Gillespie 1996, Phys. Rev. E 54:2084):
 *    x(t + dt) = μ + (x(t) − μ)a + s√(1 − a²)·ξ,   a = e^{−dt/τ},   ξ normal; x(0) is drawn from the stationary
 *  distribution. Held over each step.
 *
 *  White noise that drives a membrane, τ dV = (μ − V) dt + σ√τ dW, whose stationary standard deviation is σ/√2:
 *  a current held over each step, its standard deviation chosen so that V at the grid points is exactly the
 *  continuous process,
 *    s_I = (σ/R)·√((1 + a)/(2(1 − a))),   a = e^{−dt/τ_m};   (σ/R)·√(τ_m/dt) for small dt.
 *  Halving dt makes the current √2 larger: noise adds up like √dt, not like dt.
 *
 *  Left out: what V does between grid points; a crossing that comes back within a step is missed (gridShiftMv in
 *  siegert.ts says how much that matters). */
import type { LifNeuron } from './experiment.ts';
import { normal } from './normal.ts';
import { showValue } from './param-spec.ts';
import { portableExp, portableExpm1 } from './portable.ts';
import type { Random } from './random.ts';

function assertNumber(value: number, name: string, unit: string, smallest: 'any' | '>= 0' | '> 0'): void {
  const fits = smallest === 'any' || (smallest === '> 0' ? value > 0 : value >= 0);
  if (Number.isFinite(value) && fits) return;
  const range = smallest === 'any' ? '' : ` ${smallest}`;
  throw new RangeError(`${name} must be a finite number${range} ${unit}, got ${showValue(value)} ${unit}`);
}

/** Fills `out` with independent normal numbers.
 *  @throws RangeError naming mean or sd */
export function fillWhite(random: Random, mean: number, sd: number, out: Float64Array): Float64Array {
  assertNumber(mean, 'mean', 'nA', 'any');
  assertNumber(sd, 'sd', 'nA', '>= 0');
  for (let k = 0; k < out.length; k++) out[k] = mean + sd * normal(random);
  return out;
}

export interface OrnsteinUhlenbeck {
  /** nA. */
  readonly mean: number;
  /** Stationary standard deviation, nA. */
  readonly sd: number;
  /** Correlation time, ms. */
  readonly tau: number;
}

/** Fills `out` with an Ornstein–Uhlenbeck process at the times 0, dt, 2·dt, …
 *  @throws RangeError naming mean, sd, tau or dt */
export function fillOrnsteinUhlenbeck(
  random: Random,
  { mean, sd, tau }: OrnsteinUhlenbeck,
  dtMs: number,
  out: Float64Array,
): Float64Array {
  assertNumber(mean, 'mean', 'nA', 'any');
  assertNumber(sd, 'sd', 'nA', '>= 0');
  assertNumber(tau, 'tau', 'ms', '> 0');
  assertNumber(dtMs, 'dt', 'ms', '> 0');
  const kept = portableExp(-dtMs / tau);
  const kick = sd * Math.sqrt(-portableExpm1((-2 * dtMs) / tau));
  let deviation = sd * normal(random);
  for (let k = 0; k < out.length; k++) {
    out[k] = mean + deviation;
    deviation = deviation * kept + kick * normal(random);
  }
  return out;
}

/** Standard deviation, in nA, of a current that is held over steps of dt and does to the membrane what white
 *  noise of strength σ does.
 *  @param sigmaMv √2 times the stationary standard deviation of the potential, mV
 *  @throws RangeError naming sigma, dt or neuron.leak */
export function whiteCurrentSdNa(
  neuron: Pick<LifNeuron, 'R_m' | 'C_m' | 'leak'>,
  sigmaMv: number,
  dtMs: number,
): number {
  if (!neuron.leak) throw new RangeError('neuron.leak must be true: without leak σ√τ has no meaning');
  assertNumber(sigmaMv, 'sigma', 'mV', '>= 0');
  assertNumber(dtMs, 'dt', 'ms', '> 0');
  const x = -dtMs / (neuron.R_m * neuron.C_m);
  return (sigmaMv / neuron.R_m) * Math.sqrt((1 + portableExp(x)) / (-2 * portableExpm1(x)));
}
