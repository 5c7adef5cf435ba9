/** What the distance lab shows, in sentences: the distance and what it is made of. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import { isVanRossum } from './distance-run.ts';
import { limitsOf } from './scale-plot.ts';
import type { DistanceRun } from './trains-plot.ts';

const times = (count: number) => (count === 1 ? 'once' : `${formatNumber(count, 0)} times`);
const spikes = (count: number) => `${formatNumber(count, 0)} ${count === 1 ? 'spike' : 'spikes'}`;
const plain = (value: number) => formatNumber(value, 2);

/** "a", "a, and b", "a, b, and c". */
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, and ${parts[parts.length - 1]}`;

function costs({ recording, settings }: DistanceRun): string {
  const { spikes: a, other: b, pairs, distance } = recording;
  const way = pairs.reduce((sum, [i, j]) => sum + Math.abs((a[i] ?? 0) - (b[j] ?? 0)), 0);
  const [gone, added] = [a.length - pairs.length, b.length - pairs.length];
  const parts = [
    ...(pairs.length > 0
      ? [
          `moves ${spikes(pairs.length)} by ${formatQuantity(way, 'ms', 2)} in all, for ${plain(way * settings.q)}`,
        ]
      : []),
    ...(gone > 0 ? [`takes ${spikes(gone)} away, for ${formatNumber(gone, 0)}`] : []),
    ...(added > 0 ? [`adds ${spikes(added)}, for ${formatNumber(added, 0)}`] : []),
  ];
  const farthest =
    settings.q > 0
      ? ` A spike is moved by at most 2/q = ${formatChosen(Number((2 / settings.q).toPrecision(3)), 'ms')}: beyond, it is cheaper to take it away and add another.`
      : '';
  if (parts.length === 0) return 'Neither fires: the distance is 0.';
  return `The cheapest way from A to B ${listed(parts)}: a distance of ${plain(distance)}.${farthest}`;
}

function traces(run: DistanceRun): string {
  const { counts, all } = limitsOf(run);
  return (
    `With traces of ${formatChosen(run.settings.tau, 'ms')} the distance is ${plain(run.recording.distance)}; ` +
    `one spike against none would be ${plain(Math.SQRT1_2)}. Much shorter traces would count every spike that has no ` +
    `partner, ${plain(all)}; much longer ones only the numbers of spikes, ${plain(counts)}.`
  );
}

export function distanceSentence(run: DistanceRun): string {
  const { spikes: a, other: b } = run.recording;
  const count = `A fires ${times(a.length)}, B ${times(b.length)}.`;
  return `${count} ${isVanRossum(run.settings) ? traces(run) : costs(run)}`;
}
