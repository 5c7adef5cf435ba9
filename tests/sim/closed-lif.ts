/** A leaky integrate-and-fire neuron under one step of current, from the textbook's formulas and nothing else
 *  (Gerstner et al. 2014, §1.3): V = V∞ + (V₀ − V∞)e^{−t/τ}, a spike when τ·ln((V∞ − V₀)/(V∞ − V_th)) has passed.
 *  What somebody else's program would hand to a reader. */

export interface ClosedNeuron {
  /** MΩ, nF, mV, ms. */
  readonly R: number;
  readonly C: number;
  readonly rest: number;
  readonly threshold: number;
  readonly reset: number;
  readonly refractory: number;
  readonly first: number;
}
export interface ClosedStep {
  /** nA, from `on` to `off` in ms. */
  readonly amplitude: number;
  readonly on: number;
  readonly off: number;
}
interface Piece {
  readonly from: number;
  readonly start: number;
  /** What it goes to; undefined while it is held. */
  readonly end: number | undefined;
}

/** @returns samples every dt ms to the end, and the spike times in ms */
export function closedLif(neuron: ClosedNeuron, step: ClosedStep, dt: number, end: number) {
  const { R, C, rest, threshold, reset, refractory } = neuron;
  const pieces: Piece[] = [];
  const spikes: number[] = [];
  let [now, V] = [0, neuron.first];
  while (now <= end) {
    const limit = now >= step.on && now < step.off ? rest + R * step.amplitude : rest;
    const change = [step.on, step.off, Infinity].find((time) => time > now) as number;
    const fires = limit > threshold ? now + R * C * Math.log((limit - V) / (limit - threshold)) : Infinity;
    pieces.push({ from: now, start: V, end: limit });
    if (fires < change) {
      spikes.push(fires);
      pieces.push({ from: fires, start: reset, end: undefined });
      [now, V] = [fires + refractory, reset];
    } else {
      V = limit + (V - limit) * Math.exp(-(change - now) / (R * C));
      now = change;
    }
  }
  const t = Float64Array.from({ length: Math.round(end / dt) + 1 }, (_, k) => k * dt);
  const potentials = t.map((time) => {
    const piece = pieces.findLast(({ from }) => from <= time) as Piece;
    if (piece.end === undefined) return piece.start;
    return piece.end + (piece.start - piece.end) * Math.exp(-(time - piece.from) / (R * C));
  });
  return { t, V: potentials, spikes: spikes.filter((time) => time <= end) };
}
