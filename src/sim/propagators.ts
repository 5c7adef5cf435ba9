/** What a leaky membrane makes of elementary currents. All are integrals over the kernel e^{−λs}, λ = 1/τ,
 *  written with expm1 so that nothing cancels: they are smooth at λ = 0 (the perfect integrator) and where
 *  the current's own rate k equals λ (tau_syn = tau_m), which are limits and no special cases.
 *  Rotter & Diesmann 1999 give the same propagators as a matrix exponential; here each entry is stable. */

/** Below this argument a Taylor series is as exact as, and safer than, the formula. */
const SERIES = 1;

/** (x − 1 + e^{−x})/x² for x ≥ 0; 1/2 at 0. */
function rampShape(x: number): number {
  if (x > SERIES) return (x + Math.expm1(-x)) / (x * x);
  let term = 0.5;
  let sum = term;
  for (let n = 3; n < 22; n++) {
    term *= -x / n;
    sum += term;
  }
  return sum;
}

/** (1 − (1 + x)e^{−x})/x² for x ≥ 0; 1/2 at 0. */
function alphaShape(x: number): number {
  if (x > SERIES) return (1 - (1 + x) * Math.exp(-x)) / (x * x);
  let term = 0.5;
  let sum = term;
  for (let n = 1; n < 20; n++) {
    term *= -x / (n + 2);
    sum += (n + 1) * term;
  }
  return sum;
}

/** ∫₀ʰ e^{−λs} ds: response to a constant. (1 − e^{−λh})/λ, h at λ = 0. */
export function constantResponse(lambda: number, h: number): number {
  return lambda === 0 ? h : -Math.expm1(-lambda * h) / lambda;
}

/** ∫₀ʰ e^{−λ(h−s)} s ds: response to a current that grows from 0 with slope 1. */
export function rampResponse(lambda: number, h: number): number {
  return h * h * rampShape(lambda * h);
}

/** ∫₀ʰ e^{−λ(h−s)} e^{−ks} ds: response to an exponential current; symmetric in λ and k. */
export function expResponse(lambda: number, k: number, h: number): number {
  return Math.exp(-Math.min(lambda, k) * h) * constantResponse(Math.abs(k - lambda), h);
}

/** ∫₀ʰ e^{−λ(h−s)} s e^{−ks} ds: response to an alpha current. */
export function alphaResponse(lambda: number, k: number, h: number): number {
  const x = (k - lambda) * h;
  return x >= 0 ? Math.exp(-lambda * h) * h * h * alphaShape(x) : Math.exp(-k * h) * h * h * rampShape(-x);
}

/** ∫₀ʰ e^{−λ(h−s)} sin(ωs + φ) ds: response to a sine.
 *  The imaginary part of e^{i(ωh+φ)}(1 − e^{−zh})/z with z = λ + iω; φ alone where z = 0. */
export function sineResponse(lambda: number, omega: number, phase: number, h: number): number {
  const norm = lambda * lambda + omega * omega;
  if (norm === 0) return Math.sin(phase) * h;
  const angle = omega * h;
  const half = Math.sin(angle / 2);
  const decay = Math.expm1(-lambda * h);
  // 1 − e^{−zh} = −expm1(−λh)·cos ωh + 2 sin²(ωh/2) + i e^{−λh} sin ωh
  const real = 2 * half * half - decay * Math.cos(angle);
  const imaginary = (1 + decay) * Math.sin(angle);
  // divided by z
  const x = (real * lambda + imaginary * omega) / norm;
  const y = (imaginary * lambda - real * omega) / norm;
  return x * Math.sin(angle + phase) + y * Math.cos(angle + phase);
}
