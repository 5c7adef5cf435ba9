/** A run of the network as files: its spikes, and the experiment that the command line takes. Fetched when its button is
 *  pressed. */
import { networkAsCsv } from '../../../export/network-recording-text.ts';
import type { NetworkResult } from './network-run.ts';
import { networkExperimentOf } from './network-settings.ts';

export type NetworkFile = 'csv' | 'json';

/** @returns what a reader is told */
export function saveNetwork(file: NetworkFile, { recording, settings }: NetworkResult, id: string): string {
  const blob =
    file === 'csv'
      ? new Blob([...networkAsCsv(recording)], { type: 'text/csv' })
      : new Blob([`${JSON.stringify(networkExperimentOf(settings), null, 2)}\n`], {
          type: 'application/json',
        });
  const name = `integrate-and-fire-${id}.${file}`;
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(blob),
    download: name,
  });
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  const spikes = file === 'csv' ? ` (${recording.spikes.length.toLocaleString('en-GB')} spikes)` : '';
  return `${name}${spikes} is in your downloads.`;
}
