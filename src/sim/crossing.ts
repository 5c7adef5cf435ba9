/** The first time the membrane potential reaches threshold between two events, missing none: also a double
 *  crossing that lies between two samples (Hanuschkin et al. 2010).
 *
 *  On an interval of length w the potential stays below its chord plus M·w²/8, M a rigorous bound of |u″|.
 *  Where that, or the comparison u ≤ max(u, R·I_max), lies below threshold the interval is free of
 *  crossings; where u rises throughout, a sign change is one root; otherwise the interval is halved. */
import type { Membrane } from './membrane.ts';

/** Root of u(h) = θ in (low, high], where u rises through it once: Newton, kept in its bracket.
 *  @returns ms, to the last digit that u(h) can resolve */
function root(membrane: Membrane, low: number, high: number): number {
  let h = high;
  for (let i = 0; i < 100; i++) {
    const u = membrane.at(h);
    const above = u - membrane.theta;
    if (above >= 0) high = h;
    else low = h;
    const slope = membrane.slopeAt(h, u);
    let next = h - above / slope;
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    if (Math.abs(next - h) <= 1e-16 * Math.abs(h) || next === low || next === high) return next;
    h = next;
  }
  return h;
}

/** First h in (0, end] at which u reaches threshold; Infinity when it does not. u starts below.
 *  @param end in ms */
export function firstCrossing(membrane: Membrane, end: number): number {
  if (membrane.theta === Infinity || end <= 0) return Infinity;
  if (membrane.constant) {
    const h = membrane.constantCrossing();
    return h <= end ? h : Infinity;
  }
  const { theta, lambda, tau, noise } = membrane;
  let h = 0;
  let u = membrane.u;
  let rise = membrane.slopeAt(0, u);
  let width = end;
  while (h < end) {
    width = Math.min(width, end - h);
    const nextH = h + width >= end ? end : h + width;
    const w = nextH - h;
    const nextU = membrane.at(nextH);
    const nextRise = membrane.slopeAt(nextH, nextU);
    // w = du/dt obeys dw/dt = −λw + (dI/dt)/C, so |w| grows by at most `change` times the time or τ.
    const change = membrane.driveSlopeBound(h, nextH);
    const curvature = lambda * (Math.abs(rise) + change * Math.min(w, tau)) + change;
    const bulge = (curvature * w * w) / 8;
    const rising = (rise + nextRise) / 2 > (curvature * w) / 2;
    // Below rounding there is nothing to find: in u, or in the time itself.
    const settled = bulge <= noise || w <= 4 * Number.EPSILON * nextH;
    if (nextU > theta + noise) {
      if (rising || settled) return root(membrane, h, nextH);
    } else {
      // I ≤ I(h) + C·change·w on the interval, and u never passes both its start and R·I_max.
      const ceiling = lambda === 0 ? Infinity : u + tau * (Math.max(0, rise) + change * w);
      if (rising || settled || Math.max(u, nextU) + bulge < theta || ceiling < theta) {
        h = nextH;
        u = nextU;
        rise = nextRise;
        width = 2 * w;
        continue;
      }
    }
    width = w / 2;
  }
  return Infinity;
}
