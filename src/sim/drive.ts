/** All injected currents together, cut at every edge: within a segment the sum is
 *  value + slope·h + Σ sines, h the time since the segment's start. */
import { addSamples } from './drive-samples.ts';
import type { Input } from './experiment.ts';
import { piecesOf, type Piece } from './inputs.ts';

/** Sine terms of one segment, phases taken at its start. */
export interface SineTerm {
  readonly size: number;
  readonly omega: number;
  readonly phase: number;
}

const NO_SINES: readonly SineTerm[] = [];

export interface Drive {
  /** Start of each segment in ms; the first is 0. The last segment has no end. */
  readonly starts: Float64Array;
  /** Current at the start of each segment without its sines, nA. */
  readonly value: Float64Array;
  /** nA/ms. */
  readonly slope: Float64Array;
  readonly sines: readonly (readonly SineTerm[])[];
}

/** Adds up the inputs of a run. Edges at or after its end are left out, so that the last sample of a
 *  current that lasts to the end still shows it.
 *  @param inputs none of them random: realise.ts
 *  @param duration length of the run in ms */
export function compileDrive(inputs: readonly Input[], duration: number): Drive {
  let drive = compilePieces(inputs, duration);
  for (const input of inputs) if (input.type === 'samples') drive = addSamples(drive, input, duration);
  return drive;
}

function compilePieces(inputs: readonly Input[], duration: number): Drive {
  const pieces = inputs
    .flatMap(piecesOf)
    .filter((piece) => piece.start < piece.stop && piece.start < duration && piece.stop > 0);
  const edges = new Set([0]);
  for (const piece of pieces) {
    edges.add(piece.start);
    if (piece.stop < duration) edges.add(piece.stop);
  }
  const starts = Float64Array.from(edges).sort();
  const value = new Float64Array(starts.length);
  const slope = new Float64Array(starts.length);
  const sines: (readonly SineTerm[])[] = new Array(starts.length).fill(NO_SINES);

  // Pieces keep the order of the inputs while they are active, so that equal sums round equally.
  const waiting = pieces.map((piece, order) => ({ piece, order }));
  waiting.sort((a, b) => a.piece.start - b.piece.start);
  let active: { piece: Piece; order: number }[] = [];
  let next = 0;
  starts.forEach((t, i) => {
    active = active.filter(({ piece }) => piece.stop > t);
    const before = active.length;
    for (let entry = waiting[next]; entry && entry.piece.start <= t; entry = waiting[++next])
      active.push(entry);
    if (active.length > before) active.sort((a, b) => a.order - b.order);
    const terms: SineTerm[] = [];
    for (const { piece } of active) {
      const since = t - piece.start;
      value[i] = (value[i] ?? 0) + piece.value + piece.slope * since;
      slope[i] = (slope[i] ?? 0) + piece.slope;
      if (piece.size !== 0) {
        terms.push({ size: piece.size, omega: piece.omega, phase: piece.omega * since + piece.phase });
      }
    }
    if (terms.length > 0) sines[i] = terms;
  });
  return { starts, value, slope, sines };
}

/** Current in segment `i`, `h` ms after its start, in nA. */
export function currentInSegment(drive: Drive, i: number, h: number): number {
  let current = (drive.value[i] ?? 0) + (drive.slope[i] ?? 0) * h;
  for (const { size, omega, phase } of drive.sines[i] ?? NO_SINES)
    current += size * Math.sin(omega * h + phase);
  return current;
}

/** Writes the injected current at the samples t_k = k·dt into `out`. An edge within 1e-9 of a step of a
 *  sample counts as on it: 3·0.1 and 0.3 are the same time. */
export function sampleDrive(drive: Drive, dt: number, out: Float64Array): void {
  const segments = drive.starts.length;
  for (let i = 0; i < segments; i++) {
    const start = drive.starts[i] ?? 0;
    const first = Math.max(0, Math.ceil(start / dt - 1e-9));
    const after = i + 1 < segments ? Math.ceil((drive.starts[i + 1] ?? 0) / dt - 1e-9) : out.length;
    const end = Math.min(after, out.length);
    if (drive.slope[i] === 0 && drive.sines[i] === NO_SINES) {
      if (first < end) out.fill(drive.value[i] ?? 0, first, end);
      continue;
    }
    for (let k = first; k < end; k++) out[k] = currentInSegment(drive, i, k * dt - start);
  }
}
