/** A run of the network in a worker: it tells how far it is, and can be stopped at any time. */
import type { NetworkActivity } from '../../../figures/network-activity.ts';
import type { RasterRows } from '../../../figures/network-raster.ts';
import type { NetworkRecording } from '../../../sim/network.ts';
import type { NetworkSettings } from './network-settings.ts';

/** What a run leaves behind. */
export interface NetworkResult {
  readonly settings: NetworkSettings;
  readonly recording: NetworkRecording;
  readonly activity: NetworkActivity;
  readonly raster: readonly RasterRows[];
}

/** What the worker answers: the part that is done, or all of it. */
export type NetworkReport = { readonly part: number } | { readonly result: NetworkResult };

/** @param report called with every answer; not after `stop`
 *  @param failed called with the reason when the worker could not be started or broke off
 *  @returns stops the run */
export function startNetworkRun(
  settings: NetworkSettings,
  report: (report: NetworkReport) => void,
  failed: (reason: string) => void,
): () => void {
  const worker = new Worker(new URL('./network.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<NetworkReport>) => {
    if ('result' in data) worker.terminate();
    report(data);
  };
  worker.onerror = ({ message }: { message?: string }) => {
    worker.terminate();
    // A worker that could not be fetched has no message.
    failed(message || 'its program could not be loaded');
  };
  worker.postMessage(settings);
  return () => worker.terminate();
}
