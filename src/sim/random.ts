/** The one source of randomness: xoshiro128** (Blackman & Vigna 2021, ACM Trans. Math. Softw. 47:36), a state
 *  of four 32-bit words and a period of 2¹²⁸ − 1, seeded by SplitMix64 (Steele et al. 2014). Uses whole numbers
 *  only: the same seed gives the same numbers on every machine. A step neither allocates nor branches.
 *  Left out: cryptography; who sees four outputs can tell all others. */
import { showValue } from './param-spec.ts';

/** Most streams of one seed. */
export const MAX_STREAMS = 65_536;

/** The polynomial by which `jump` steps 2⁶⁴ numbers ahead: x^(2⁶⁴) modulo the characteristic polynomial of the
 *  generator, as published with it. tests/reference/xoshiro128.py raises the generator's matrix to that power. */
const JUMP = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b] as const;

/** 2⁻⁵³, written out: ECMAScript fixes the reading of a number to the last bit, but not powers. */
const ULP = 1.1102230246251565e-16;

const MASK_64 = (1n << 64n) - 1n;

/** Two outputs of SplitMix64 as four 32-bit words, each low word first. */
function splitMix64(seed: number): Int32Array {
  const words = new Int32Array(4);
  let state = BigInt(seed);
  for (let i = 0; i < 4; i += 2) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    z ^= z >> 31n;
    words[i] = Number(BigInt.asIntN(32, z));
    words[i + 1] = Number(BigInt.asIntN(32, z >> 32n));
  }
  return words;
}

function assertWhole(value: number, max: number, name: string): void {
  if (Number.isInteger(value) && value >= 0 && value <= max) return;
  throw new RangeError(`${name} must be a whole number from 0 to ${max}, got ${showValue(value)}`);
}

export class Random {
  /** Kept in a typed array: an engine would box 32-bit fields that exceed its small integers. */
  readonly #state: Int32Array;

  /** @param seed whole number from 0 to 2⁵³ − 1
   *  @param stream which of the seed's independent sequences: stream n begins n·2⁶⁴ numbers after the first
   *  @throws RangeError naming seed or stream, its value and range */
  constructor(seed: number, stream = 0) {
    assertWhole(seed, Number.MAX_SAFE_INTEGER, 'seed');
    assertWhole(stream, MAX_STREAMS - 1, 'stream');
    this.#state = splitMix64(seed);
    for (let n = 0; n < stream; n++) this.jump();
  }

  /** The four words of the state, each from 0 to 2³² − 1. */
  get state(): number[] {
    return Array.from(this.#state, (word) => word >>> 0);
  }

  /** Continues from a state, e.g. one that was read before.
   *  @throws RangeError unless these are four whole numbers from 0 to 2³² − 1, not all 0 */
  set state(words: readonly number[]) {
    if (words.length !== 4 || words.every((word) => word === 0)) {
      throw new RangeError(`state must be four 32-bit words that are not all 0, got ${showValue(words)}`);
    }
    words.forEach((word, i) => assertWhole(word, 2 ** 32 - 1, `state[${i}]`));
    this.#state.set(words);
  }

  /** 32 random bits, as a whole number from −2³¹ to 2³¹ − 1. */
  bits(): number {
    const state = this.#state;
    const a = state[0] as number;
    const b = state[1] as number;
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const c = (state[2] as number) ^ a;
    const d = (state[3] as number) ^ b;
    state[0] = a ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return result;
  }

  /** A multiple of 2⁻⁵³ from 0 to 1 − 2⁻⁵³, all equally likely: the 27 and 26 upper bits of two words. */
  uniform(): number {
    const high = this.bits() >>> 5;
    const low = this.bits() >>> 6;
    return (high * 67108864 + low) * ULP;
  }

  /** Skips 2⁶⁴ numbers. */
  jump(): void {
    const state = this.#state;
    const sum = new Int32Array(4);
    for (const word of JUMP) {
      for (let bit = 0; bit < 32; bit++) {
        if ((word >>> bit) & 1) for (let i = 0; i < 4; i++) sum[i] = (sum[i] ?? 0) ^ (state[i] ?? 0);
        this.bits();
      }
    }
    state.set(sum);
  }
}
