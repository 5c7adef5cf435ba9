/** A recorded current from a text file: one row per sample, time in ms and current in nA, separated by a comma, a
 *  semicolon, a tab or spaces; rows that begin with # and one row of column names are left out. */
import type { SamplesInput } from './experiment.ts';
import { showValue } from './param-spec.ts';
import { textRows } from './text-rows.ts';

/** How far a time may lie from its place on the grid, in steps: files round their times. */
const JITTER = 1e-3;

/** @param text the file
 *  @returns the input that `parseExperiment` takes, held between samples
 *  @throws RangeError naming the row that is no sample, or whose time is off the grid of the first two */
export function samplesFromText(text: string): Pick<SamplesInput, 'type' | 'values' | 'dt' | 'start'> {
  const times: number[] = [];
  const values: number[] = [];
  for (const { row, line } of textRows(text)) {
    const cells = line.split(/\s*[,;\t]\s*|\s+/).map((cell) => (cell === '' ? NaN : Number(cell)));
    if (times.length === 0 && cells.every(Number.isNaN)) continue;
    const [time = NaN, value = NaN] = cells;
    if (cells.length !== 2 || !Number.isFinite(time) || !Number.isFinite(value)) {
      throw new RangeError(`row ${row} must be a time in ms and a current in nA, got ${showValue(line)}`);
    }
    times.push(time);
    values.push(value);
  }
  const [start = 0, second = NaN] = times;
  const last = times.at(-1) ?? NaN;
  // From end to end, so that the rounding of single times does not add up.
  const dt = (last - start) / (times.length - 1);
  if (!(times.length >= 2 && dt > 0)) {
    throw new RangeError(`a recording must hold at least two rows, times ascending, got ${times.length}`);
  }
  times.forEach((time, k) => {
    if (Math.abs(time - (start + k * dt)) <= JITTER * dt) return;
    throw new RangeError(
      `sample ${k + 1} must be at ${start + k * dt} ms, since samples are ${dt} ms apart (the first two: ${second - start} ms), got ${time} ms`,
    );
  });
  return { type: 'samples', values, dt, start };
}
