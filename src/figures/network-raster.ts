/** The spikes of some neurons of a network: enough to see a pattern in, few enough to see each. */
import type { NetworkRecording } from '../sim/network.ts';

/** Spikes of the neurons shown of one population. */
export interface RasterRows {
  readonly name: string;
  /** Neurons shown. */
  readonly rows: number;
  /** Row, from 0, and time in ms of each spike, ascending in time. */
  readonly row: Uint16Array;
  readonly time: Float64Array;
}

/** Takes neurons evenly out of each population, as many of each as there are in the network.
 *  @param rows of all populations together, about */
export function rasterRows({ populations, spikes, senders }: NetworkRecording, rows: number): RasterRows[] {
  const neurons = populations.reduce((sum, { size }) => sum + size, 0);
  return populations.map(({ name, first, size }) => {
    const shown = Math.max(1, Math.min(size, Math.round((rows * size) / neurons)));
    const rowOf = new Map(
      Array.from({ length: shown }, (_, r) => [first + Math.floor((r * size) / shown), r]),
    );
    const row: number[] = [];
    const time: number[] = [];
    senders.forEach((sender, s) => {
      const r = rowOf.get(sender);
      if (r === undefined) return;
      row.push(r);
      time.push(spikes[s]!);
    });
    return { name, rows: shown, row: Uint16Array.from(row), time: Float64Array.from(time) };
  });
}
