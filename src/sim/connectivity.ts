/** Who is wired to whom, as compressed sparse rows.
 *  Fixed probability (Erdős–Rényi): every ordered pair is wired with probability p, independently; the walk
 *  jumps from synapse to synapse by geometric gaps (Batagelj & Brandes 2005) instead of tossing a coin for
 *  every pair. Fixed in-degree (Brunel 2000): every target draws k different sources.
 *  Neither rule makes autapses (a neuron onto itself) or multapses (a pair wired twice).
 *  Left out: distance, per-synapse weights and delays, plasticity. */
import type { ConnectionRule } from './network.ts';
import { portableLog } from './portable.ts';

/** Target lists are 16 bits wide where the target population allows: half the memory, half the traffic. */
export type Targets = Uint16Array | Uint32Array;

/** Source i has the targets `targets[rowptr[i]] … targets[rowptr[i + 1] − 1]`, counted from 0 in the
 *  target population. Rows drawn here ascend. */
export interface Csr {
  /** Length: sources + 1. */
  readonly rowptr: Uint32Array;
  readonly targets: Targets;
}

/** A generator of numbers in [0, 1), multiples of 2⁻⁵³. */
export type Uniform = () => number;

/** An empty target list for a population of `size` neurons. */
export function targetList(length: number, size: number): Targets {
  return size <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** ln(1 − p), exact for small p too: the error of the rounded 1 − p is divided out (Goldberg 1991, theorem 4). */
function logOfMiss(p: number): number {
  const miss = 1 - p;
  return miss === 1 ? -p : (-p * portableLog(miss)) / (miss - 1);
}

function fixedProbability(sources: number, size: number, p: number, same: boolean, uniform: Uniform): Csr {
  const rowptr = new Uint32Array(sources + 1);
  const pairsPerRow = same ? size - 1 : size;
  const pairs = sources * pairsPerRow;
  if (p === 0 || pairs === 0) return { rowptr, targets: targetList(0, size) };
  // Six standard deviations above the expected number: the list all but never grows.
  let targets = targetList(Math.ceil(pairs * p + 6 * Math.sqrt(pairs * p * (1 - p))) + 16, size);
  // P(gap ≥ g) = (1 − p)^g, inverted.
  const logMiss = logOfMiss(p);
  let count = 0;
  let row = 0;
  let column = -1;
  for (;;) {
    column += 1 + Math.floor(portableLog(1 - uniform()) / logMiss);
    while (column >= pairsPerRow && row < sources) {
      column -= pairsPerRow;
      row++;
      rowptr[row] = count;
    }
    if (row >= sources) break;
    if (count === targets.length) {
      const longer = targetList(2 * count, size);
      longer.set(targets);
      targets = longer;
    }
    targets[count++] = same && column >= row ? column + 1 : column;
  }
  return { rowptr, targets: targets.slice(0, count) };
}

/** For every target `k` different sources, target after target. */
function drawSources(sources: number, size: number, k: number, same: boolean, uniform: Uniform): Targets {
  const drawn = targetList(k * size, sources);
  const candidates = same ? sources - 1 : sources;
  // Rejection draws few numbers twice while fewer than half are taken; else the ones left out are drawn.
  const inverted = 2 * k > candidates;
  const draws = inverted ? candidates - k : k;
  // marks[s] = target + 1 where s has been drawn for that target: nothing to clear between targets.
  const marks = new Uint32Array(sources);
  let count = 0;
  for (let target = 0; target < size; target++) {
    const mark = target + 1;
    for (let made = 0; made < draws;) {
      const draw = Math.floor(uniform() * candidates);
      const source = same && draw >= target ? draw + 1 : draw;
      if (marks[source] === mark) continue;
      marks[source] = mark;
      made++;
      if (!inverted) drawn[count++] = source;
    }
    if (!inverted) continue;
    for (let source = 0; source < sources; source++) {
      if (marks[source] !== mark && !(same && source === target)) drawn[count++] = source;
    }
  }
  return drawn;
}

function fixedIndegree(sources: number, size: number, k: number, same: boolean, uniform: Uniform): Csr {
  const drawn = drawSources(sources, size, k, same, uniform);
  // Sorted by source in one counting pass; targets come in ascending order, so every row ascends.
  const rowptr = new Uint32Array(sources + 1);
  for (const source of drawn) rowptr[source + 1]! += 1;
  for (let source = 0; source < sources; source++) rowptr[source + 1]! += rowptr[source]!;
  const next = rowptr.slice(0, sources);
  const targets = targetList(drawn.length, size);
  for (let j = 0, target = 0; target < size; target++) {
    for (let made = 0; made < k; made++, j++) targets[next[drawn[j]!]!++] = target;
  }
  return { rowptr, targets };
}

/** Makes the synapses of a projection.
 *  @param rule as validated by `parseNetworkExperiment`
 *  @param sources neurons of the sending population
 *  @param size neurons of the receiving population
 *  @param same whether the two are one population
 *  @param uniform the projection's own random stream */
export function connect(
  rule: ConnectionRule,
  sources: number,
  size: number,
  same: boolean,
  uniform: Uniform,
): Csr {
  if (rule.type === 'fixed_probability') return fixedProbability(sources, size, rule.p, same, uniform);
  if (rule.type === 'fixed_indegree') return fixedIndegree(sources, size, rule.k, same, uniform);
  const targets = targetList(rule.targets.length, size);
  targets.set(rule.targets);
  return { rowptr: Uint32Array.from(rule.rowptr), targets };
}
