/** Reads and fits what a reader brings, beside the page. */
import { fitLif } from '../../../sim/fit-lif.ts';
import { measuredFromText } from '../../../sim/measured-data.ts';
import { spikesOfTrace, timesOf } from '../../../sim/trace-spikes.ts';
import type { Answer, Work } from './work.ts';

function answer(work: Work): Answer {
  if ('inputs' in work) return { fit: fitLif(work.t, work.V, work.inputs) };
  const data = measuredFromText(work.text);
  const spikes = data.kind === 'spikes' ? data.times : timesOf(spikesOfTrace(data.t, data.V), data.t);
  return { brought: { data, spikes } };
}

onmessage = ({ data }: MessageEvent<Work>) => {
  try {
    postMessage(answer(data));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    postMessage({ refusal: error.message } satisfies Answer);
  }
};
