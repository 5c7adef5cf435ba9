/** Work for the worker: a million rows and long fits do not hold up the page, and can be stopped. */
import type { Brought } from '../../../figures/brought.ts';
import type { FixedInput } from '../../../sim/experiment.ts';
import type { LifFit } from '../../../sim/fit-lif.ts';

export type Work =
  | { readonly text: string }
  | { readonly t: Float64Array; readonly V: Float64Array; readonly inputs: readonly FixedInput[] };

export type Answer = { readonly brought: Brought } | { readonly fit: LifFit } | { readonly refusal: string };

/** @param done called once, unless the work is stopped
 *  @returns stops the work */
export function start(work: Work, done: (answer: Answer) => void): () => void {
  const worker = new Worker(new URL('./bring.worker.ts', import.meta.url), { type: 'module' });
  const end = (answer: Answer) => {
    worker.terminate();
    done(answer);
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
  worker.onerror = ({ message }) => end({ refusal: `it could not be done: ${message}` });
  worker.postMessage(work);
  return () => worker.terminate();
}
