/** The numbers of the path: what the course's neuron has, what a learner calls them, what a hidden case makes of
 *  them. */
import { LIF_PARAMS } from '../sim/lif-params.ts';
import { Random } from '../sim/random.ts';
import type { NumberName, Numbers } from './answers.ts';

const course = (name: keyof typeof LIF_PARAMS) => Number(LIF_PARAMS[name].default);

/** What stands in the starters. */
export const COURSE: Numbers = {
  R: course('R_m'),
  C: course('C_m'),
  u_rest: course('E_L'),
  I: 2.5,
  dt: 0.1,
  u_now: -60,
  duration: 100,
  theta: course('V_th'),
  u_reset: course('V_reset'),
  t_ref: course('t_ref'),
};

export const UNITS: Readonly<Record<NumberName, string>> = {
  R: 'MΩ',
  C: 'nF',
  u_rest: 'mV',
  I: 'nA',
  dt: 'ms',
  u_now: 'mV',
  duration: 'ms',
  theta: 'mV',
  u_reset: 'mV',
  t_ref: 'ms',
};

/** A neuron that fires, somewhere else in the range of real ones. Its times are whole numbers of steps, so that
 *  every right way to count gives the same.
 *  @param seed the same seed, the same neuron */
export function randomNumbers(seed: number): Numbers {
  const random = new Random(seed);
  const among = (from: number, to: number, step: number) => {
    const count = Math.round((to - from) / step);
    return Number((from + step * Math.floor(random.uniform() * (count + 1))).toFixed(6));
  };
  const R = among(5, 20, 0.5);
  const C = among(0.5, 2.5, 0.1);
  const dt = [0.05, 0.1, 0.2, 0.25][Math.floor(random.uniform() * 4)]!;
  const u_rest = among(-80, -62, 1);
  const theta = u_rest + among(12, 20, 1);
  const u_reset = theta - among(5, 9, 1);
  const rheobase = (theta - u_rest) / R;
  return {
    R,
    C,
    u_rest,
    I: Number((rheobase * among(1.2, 2, 0.1)).toFixed(2)),
    dt,
    u_now: theta - among(3, 9, 0.5),
    duration: 100,
    theta,
    u_reset,
    t_ref: among(1, 5, 0.5),
  };
}

/** Names and values as a program would write them: "R = 4 MΩ, C = 3 nF". */
export function inWords(set: Partial<Numbers>, show: (value: number, unit: string) => string): string {
  const names = Object.keys(set) as NumberName[];
  return names.map((name) => `${name} = ${show(set[name]!, UNITS[name])}`).join(', ');
}
