/** A network's recording as text, in pieces. */
import type { NetworkRecording } from '../sim/network.ts';

/** Spikes per piece of CSV. */
const PIECE = 4096;

const list = (values: ArrayLike<number>): string => `[${Array.prototype.join.call(values, ',')}]`;

/** `{"t":[…],"V_m":[[…],…],"spikes":[…],"senders":[…],"populations":[…],"synapses":n}`: ms and mV. */
export function* networkAsJson(recording: NetworkRecording): Generator<string> {
  const { t, V_m, spikes, senders, populations, synapses } = recording;
  yield `{"t":${list(t)},"V_m":[`;
  for (const [n, trace] of V_m.entries()) yield (n === 0 ? '' : ',') + list(trace);
  yield `],"spikes":${list(spikes)},"senders":${list(senders)},`;
  yield `"populations":${JSON.stringify(populations)},"synapses":${synapses}}\n`;
}

/** One row per spike: its time, its neuron through all populations, its population and place in it. */
export function* networkAsCsv({ spikes, senders, populations }: NetworkRecording): Generator<string> {
  yield 'spikes (ms),sender,population,index\n';
  for (let i = 0; i < spikes.length; i += PIECE) {
    let piece = '';
    for (let s = i; s < Math.min(spikes.length, i + PIECE); s++) {
      const sender = senders[s] ?? 0;
      const home = populations.findLast(({ first }) => first <= sender);
      piece += `${spikes[s]},${sender},${home?.name},${sender - (home?.first ?? 0)}\n`;
    }
    yield piece;
  }
}
