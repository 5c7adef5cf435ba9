/** The other side of network-run.ts. */
import { networkResult, SHOWN } from './network-result.ts';
import type { NetworkReport } from './network-run.ts';
import type { NetworkSettings } from './network-settings.ts';

const send = (report: NetworkReport, transfer: Transferable[] = []) => postMessage(report, { transfer });

onmessage = ({ data }: MessageEvent<NetworkSettings>) => {
  const result = networkResult(data, SHOWN, (part) => send({ part }));
  const { spikes, senders } = result.recording;
  // Moved to the page and not copied: a million spikes are 12 MB.
  send({ result }, [spikes.buffer as ArrayBuffer, senders.buffer as ArrayBuffer]);
};
