/** The other side of long-run.ts: runs one experiment of one demo and hands its arrays over. */
import { stepCount } from '../../sim/time-grid.ts';
import { DEMOS } from './list.ts';
import type { LongRunReport, LongRunRequest } from './long-run.ts';

/** The buffers of all arrays in a recording, however deep: they are moved to the page and not copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(buffersOf) : [];
}

const send = (report: LongRunReport, transfer: Transferable[] = []) => postMessage(report, { transfer });

onmessage = async ({ data: { name, experiment, settings } }: MessageEvent<LongRunRequest>) => {
  const definition = await DEMOS[name]?.();
  if (!definition) throw new Error(`no demo is called ${name}`);
  const samples = stepCount(experiment.duration, experiment.dt) + 1;
  const recording = definition.simulate(experiment, settings, (done) => send({ part: done / samples }));
  send({ recording }, [...new Set(buffersOf(recording))]);
};
