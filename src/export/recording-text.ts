/** A recording as text, in pieces, so that five million samples need no string of their own. Numbers are
 *  written with all their digits: what reads them back has the same 64 bits. */
import type { Recording } from '../sim/recording.ts';
import type { ModelDefinition } from '../sim/model.ts';
import { signalSpec } from '../sim/signals.ts';

/** Samples per piece. */
const PIECE = 4096;

function* jsonArray(values: Float64Array): Generator<string> {
  yield '[';
  for (let i = 0; i < values.length; i += PIECE) {
    yield (i === 0 ? '' : ',') + values.subarray(i, i + PIECE).join(',');
  }
  yield ']';
}

/** `{"t":[…],"V_m":[…],"spikes":[…],"I_e":[…]}`: ms, mV and the units of signals.ts. */
export function* recordingAsJson({ t, V_m, spikes, signals }: Recording): Generator<string> {
  let lead = '{';
  for (const [name, values] of Object.entries({ t, V_m, spikes, ...signals })) {
    yield `${lead}"${name}":`;
    yield* jsonArray(values);
    lead = ',';
  }
  yield '}\n';
}

/** `t (ms)`: a column's name with its unit. */
function heading(name: string, model: ModelDefinition): string {
  const unit = signalSpec(name, model)?.unit ?? '1';
  return unit === '1' ? name : `${name} (${unit})`;
}

/** One row per sample. Spike times are events and not samples: they stand in the last column, from the
 *  first row down, and leave the rest of it empty. */
export function* recordingAsCsv(
  { t, V_m, spikes, signals }: Recording,
  model: ModelDefinition,
): Generator<string> {
  const columns = Object.entries({ t, V_m, ...signals, spikes });
  yield columns.map(([name]) => heading(name, model)).join(',') + '\n';
  const rows = Math.max(...columns.map(([, values]) => values.length));
  for (let i = 0; i < rows; i += PIECE) {
    let piece = '';
    for (let row = i; row < Math.min(rows, i + PIECE); row++) {
      piece += columns.map(([, values]) => values[row] ?? '').join(',') + '\n';
    }
    yield piece;
  }
}
