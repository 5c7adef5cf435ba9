/** A recorded or noisy current added to a compiled drive. It has an edge at every value, up to millions, so that
 *  it is merged as an array and not as pieces. */
import type { Drive, SineTerm } from './drive.ts';
import type { SamplesInput } from './experiment.ts';

/** How many values of a recording begin before it stops and before the run ends. */
export function usedValues({ values, dt, start, stop }: SamplesInput, duration: number): number {
  const end = Math.min(stop, duration);
  let count = Math.min(values.length, Math.max(0, Math.ceil((end - start) / dt) + 1));
  while (count > 0 && start + (count - 1) * dt >= end) count--;
  return count;
}

/** The sum of a drive and a recording; edges at or after the end of the run are left out. */
export function addSamples(drive: Drive, input: SamplesInput, duration: number): Drive {
  const { values, dt, start, stop, interpolation } = input;
  const used = usedValues(input, duration);
  if (used === 0) return drive;
  const linear = interpolation === 'linear';
  // A linear course ends at its last value, a held one lasts as long as the others.
  const span = start + (values.length - (linear ? 1 : 0)) * dt;
  const end = Math.min(stop, span);
  const edges = used + (end < duration ? 1 : 0);
  const edge = (k: number): number => (k < used ? start + k * dt : k < edges ? end : Infinity);

  const most = drive.starts.length + edges;
  const starts = new Float64Array(most);
  const value = new Float64Array(most);
  const slope = new Float64Array(most);
  const sines: (readonly SineTerm[])[] = [];
  let [n, i, k] = [0, -1, -1];
  for (;;) {
    const nextDrive = drive.starts[i + 1] ?? Infinity;
    const nextEdge = edge(k + 1);
    const t = Math.min(nextDrive, nextEdge);
    if (t === Infinity) break;
    if (nextDrive === t) i++;
    if (nextEdge === t) k++;
    const since = t - (drive.starts[i] ?? 0);
    starts[n] = t;
    value[n] = (drive.value[i] ?? 0) + (drive.slope[i] ?? 0) * since;
    slope[n] = drive.slope[i] ?? 0;
    const terms = drive.sines[i] ?? [];
    sines.push(
      since === 0 || terms.length === 0
        ? terms
        : terms.map((sine) => ({ ...sine, phase: sine.phase + sine.omega * since })),
    );
    if (k >= 0 && k < used && t < end) {
      const held = values[k] as number;
      const rise = linear ? ((values[k + 1] as number) - held) / dt : 0;
      value[n] = (value[n] as number) + held + rise * (t - edge(k));
      slope[n] = (slope[n] as number) + rise;
    }
    n++;
  }
  return { starts: starts.slice(0, n), value: value.slice(0, n), slope: slope.slice(0, n), sines };
}
