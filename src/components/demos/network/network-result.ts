/** Runs the network, in one go or in pieces, and takes from it what the figure shows. */
import { networkActivity } from '../../../figures/network-activity.ts';
import { rasterRows } from '../../../figures/network-raster.ts';
import { NetworkRun } from '../../../sim/network-simulate.ts';
import type { NetworkResult } from './network-run.ts';
import { networkExperimentOf, SETTLING_MS, type NetworkSettings } from './network-settings.ts';

/** Neurons in the raster. */
export const SHOWN = 60;
/** In how many pieces a run is done. */
const PIECES = 100;

/** @param progress told the part that is done, after each piece */
export function networkResult(
  settings: NetworkSettings,
  rows: number,
  progress: (part: number) => void = () => {},
): NetworkResult {
  const run = new NetworkRun(networkExperimentOf(settings));
  const piece = Math.ceil(run.steps / PIECES);
  while (run.step < run.steps) {
    run.advance(piece);
    progress(run.step / run.steps);
  }
  const recording = run.recording();
  return {
    settings,
    recording,
    activity: networkActivity(recording, settings.duration, SETTLING_MS),
    raster: rasterRows(recording, rows),
  };
}
