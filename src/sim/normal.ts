/** Normal numbers, mean 0 and standard deviation 1, by the ziggurat (Marsaglia & Tsang 2000, J. Stat. Softw.
 *  5:8): the area under e^{−x²/2} is cut into 256 layers of equal area; 98.8 % of all numbers take one table
 *  look-up and one multiplication. Layer, sign and place within the layer come from different bits, since
 *  shared bits correlate (Doornik 2005). Uses + − × ÷ √ only, see portable.ts: a seed means the same numbers
 *  on every engine. */
import { portableExp, portableLog } from './portable.ts';
import type { Random } from './random.ts';

const LAYERS = 256;

/** Where the tail begins, for which the 256 layers just meet the peak: the root of that condition (Marsaglia &
 *  Tsang 2000; 50 digits in tests/reference/mpmath_normal.py). */
const TAIL = 3.654152885361009;
/** Area of the tail beyond, √(π/2)·erfc(TAIL/√2), from the same place. */
const TAIL_AREA = 3.233957646633213e-4;

/** A place within a layer has 55 bits and a sign: 23 of the first word, 32 of the second. */
const PLACES = 8388608;
/** 2³²: powers are not exact by the standard, whole numbers are. */
const WORDS = 4294967296;

const density = (x: number): number => portableExp(-0.5 * x * x);

/** Half-width of each layer, from the bottom. The lowest holds the tail: it is as wide as a rectangle of its
 *  area would be; the last, at the peak, is 0. */
const WIDTH = new Float64Array(LAYERS + 1);
/** Height of the density at each half-width. */
const HEIGHT = new Float64Array(LAYERS + 1);
/** Half-width for one place. */
const SCALE = new Float64Array(LAYERS);
/** Places below this lie under the layer above, and so under the density. */
const INSIDE = new Int32Array(LAYERS);

const AREA = TAIL * density(TAIL) + TAIL_AREA;
WIDTH[0] = AREA / density(TAIL);
let edge = TAIL;
for (let i = 1; i < LAYERS; i++) {
  WIDTH[i] = edge;
  HEIGHT[i] = density(edge);
  const above = density(edge) + AREA / edge;
  edge = above < 1 ? Math.sqrt(-2 * portableLog(above)) : 0;
}
HEIGHT[LAYERS] = 1;
for (let i = 0; i < LAYERS; i++) {
  const width = WIDTH[i] as number;
  SCALE[i] = width / (PLACES * WORDS);
  INSIDE[i] = Math.floor(((WIDTH[i + 1] as number) / width) * PLACES);
}

/** A normal number beyond TAIL (Marsaglia 1964). */
function tail(random: Random): number {
  for (;;) {
    const beyond = -portableLog(1 - random.uniform()) / TAIL;
    const y = -portableLog(1 - random.uniform());
    if (2 * y >= beyond * beyond) return TAIL + beyond;
  }
}

/** What becomes of a point at `x` outside the layer above: a number, or NaN when it lies over the density. */
function outside(random: Random, layer: number, x: number): number {
  const size = Math.abs(x);
  if (size < (WIDTH[layer + 1] as number)) return x;
  if (layer === 0) return x < 0 ? -tail(random) : tail(random);
  const low = HEIGHT[layer] as number;
  const high = HEIGHT[layer + 1] as number;
  return low + (high - low) * random.uniform() < density(x) ? x : NaN;
}

/** One normal number; never beyond ±13.8. */
export function normal(random: Random): number {
  for (;;) {
    const word = random.bits();
    const layer = word & 255;
    const place = word >> 8;
    const x = (place * WORDS + (random.bits() >>> 0)) * (SCALE[layer] as number);
    // place ^ (place >> 31) is the size of a whole number and half, rounded down.
    if ((place ^ (place >> 31)) < (INSIDE[layer] as number)) return x;
    const kept = outside(random, layer, x);
    if (kept === kept) return kept;
  }
}
