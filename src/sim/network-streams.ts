/** One random stream for each random thing of a network, all from the experiment's seed, so that one thing's
 *  draws never shift another's. The generator is xoshiro128** (Blackman & Vigna 2021), seeded through
 *  SplitMix's mixing function; stream n begins n jumps, of 2⁶⁴ numbers each, from the seed's state. */
import type { Uniform } from './connectivity.ts';
import { MAX_PARTS } from './network-params.ts';

export interface NetworkStreams {
  /** For the synapses of projection p. */
  projection(p: number): Uniform;
  /** For the start values of population p. */
  start(p: number): Uniform;
  /** For the spikes of drive d. */
  drive(d: number): Uniform;
}

/** The polynomial of a jump by 2⁶⁴ (Blackman & Vigna's xoshiro128starstar.c). */
const JUMP = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b] as const;

class Xoshiro128 {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(a: number, b: number, c: number, d: number) {
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
  }

  /** 32 random bits. */
  next(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  jump(): void {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (const word of JUMP) {
      for (let bit = 0; bit < 32; bit++) {
        if ((word >>> bit) & 1) {
          a ^= this.#a;
          b ^= this.#b;
          c ^= this.#c;
          d ^= this.#d;
        }
        this.next();
      }
    }
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
  }
}

/** Four words from one: a counter through a 32-bit finaliser (Steele et al. 2014, with lowbias32's constants). */
function seeded(seed: number): Xoshiro128 {
  const word = (n: number): number => {
    let x = (seed + Math.imul(n, 0x9e3779b9)) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return x ^ (x >>> 15);
  };
  return new Xoshiro128(word(1), word(2), word(3), word(4));
}

/** @param seed a whole number of 32 bits */
export function networkStreams(seed: number): NetworkStreams {
  const stream = (n: number): Uniform => {
    const generator = seeded(seed);
    for (let jumped = 0; jumped < n; jumped++) generator.jump();
    return () => generator.next() / 2 ** 32;
  };
  return {
    projection: (p) => stream(p),
    start: (p) => stream(MAX_PARTS + p),
    drive: (d) => stream(2 * MAX_PARTS + d),
  };
}
