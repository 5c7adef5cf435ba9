/** A run that would hold up the page, given to a worker of its own: it tells how far it is, and can be stopped at
 *  any time. */
import type { Recording } from '../../sim/recording.ts';
import type { DemoValues } from './demo-values.ts';

/** What the worker is asked for. */
export interface LongRunRequest extends DemoValues {
  /** Name of the demo. */
  readonly name: string;
}

/** What it answers: the part that is done, or the whole recording. */
export type LongRunReport = { readonly part: number } | { readonly recording: Recording };

/** @param report called with every answer; not after `stop`
 *  @param failed called with the reason when the worker could not be started or broke off
 *  @returns stops the run */
export function startLongRun(
  request: LongRunRequest,
  report: (report: LongRunReport) => void,
  failed: (reason: string) => void,
): () => void {
  const worker = new Worker(new URL('./long-run.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<LongRunReport>) => {
    if ('recording' in data) worker.terminate();
    report(data);
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    failed(message);
  };
  worker.postMessage(request);
  return () => worker.terminate();
}
