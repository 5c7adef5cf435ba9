/** Opening and closing rates of the squid axon's gates at 6.3 °C (Hodgkin & Huxley 1952, eqs. 12, 13, 20, 21, 23
 *  and 24), in the modern convention: V is the potential inside, rest near −65 mV, depolarisation positive.
 *    α_m = (V+40)/10 / (1 − e^{−(V+40)/10})          β_m = 4·e^{−(V+65)/18}
 *    α_h = 0.07·e^{−(V+65)/20}                       β_h = 1/(1 + e^{−(V+35)/10})
 *    α_n = 0.1·(V+55)/10 / (1 − e^{−(V+55)/10})      β_n = 0.125·e^{−(V+65)/80}
 *  Outside ±150 mV the rates keep their value at that limit: they were measured within about 100 mV of rest, and
 *  their exponentials mean nothing beyond (NEURON's table of them ends at ±100 mV in the same way). */

const LIMIT = 150;

/** x/(1 − e^{−x}), which is 0/0 at x = 0: near it, its Taylor series with the Bernoulli numbers.
 *  @param decayed e^{−x} */
function linoid(x: number, decayed: number): number {
  if (Math.abs(x) > 0.1) return x / (1 - decayed);
  // The first term left out is x⁸/1209600, 8e-15 at x = 0.1.
  const z = x * x;
  return 1 + x / 2 + (z / 12) * (1 - (z / 60) * (1 - z / 42));
}

/** e^{−(V+65)/80} is the base of five of the six exponentials: their potentials are 80 mV divided by whole
 *  numbers. These are what the shifts of V leave. */
const [E_M, E_N, E_H] = [Math.exp(2.5), Math.exp(1), Math.exp(3)];

/** Writes α_m, β_m, α_h, β_h, α_n, β_n in 1/ms.
 *  @param V mV */
export function writeRates(V: number, rates: Float64Array): void {
  const held = Math.min(Math.max(V, -LIMIT), LIMIT);
  const base = Math.exp(-(held + 65) / 80);
  const fourth = base * base * (base * base);
  // e^{−(V+65)/10}
  const eighth = fourth * fourth;
  rates[0] = linoid((held + 40) / 10, eighth * E_M);
  rates[1] = 4 * Math.exp(-(held + 65) / 18);
  rates[2] = 0.07 * fourth;
  rates[3] = 1 / (1 + eighth * E_H);
  rates[4] = 0.1 * linoid((held + 55) / 10, eighth * E_N);
  rates[5] = 0.125 * base;
}

/** Where a gate settles and how fast, at one potential. */
export interface Gate {
  /** Open fraction, 0 to 1. */
  readonly settled: number;
  /** Time constant, ms. */
  readonly tau: number;
}

/** The three gates with V held at a potential in mV (a voltage clamp). */
export function gatesAt(V: number): Readonly<Record<'m' | 'h' | 'n', Gate>> {
  const rates = new Float64Array(6);
  writeRates(V, rates);
  const gate = (i: number): Gate => {
    const [opening, closing] = [rates[i] as number, rates[i + 1] as number];
    return { settled: opening / (opening + closing), tau: 1 / (opening + closing) };
  };
  return { m: gate(0), h: gate(2), n: gate(4) };
}

/** Fastest sum α + β of any gate at any potential, 1/ms: that of m at the lower limit. */
export const FASTEST_GATE = 1 / gatesAt(-LIMIT).m.tau;
