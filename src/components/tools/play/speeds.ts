/** How fast a run is played: as a part of real time, or the whole run in some seconds. */

/** Seconds of the choice "fit". */
const FIT_SECONDS = 5;

export const SPEEDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'fit', label: `whole run in ${FIT_SECONDS} s` },
  { value: '1', label: 'real time' },
  { value: '0.5', label: 'real time × 0.5' },
  { value: '0.2', label: 'real time × 0.2' },
  { value: '0.1', label: 'real time × 0.1' },
  { value: '0.05', label: 'real time × 0.05' },
];

/** Milliseconds of the run in one second of the reader.
 *  @param durationMs of the run */
export function msPerSecond(value: string, durationMs: number): number {
  return value === 'fit' ? durationMs / FIT_SECONDS : 1000 * Number(value);
}
