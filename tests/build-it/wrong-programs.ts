/** Programs that learners write and that are wrong, each with the name of its mistake. Most are the solution with
 *  one thing done differently. */
import { solutionWith } from './checked.ts';

export interface WrongProgram {
  readonly step: string;
  /** The name by which it must be recognised. */
  readonly mistake: string;
  /** What was done, in words. */
  readonly is: string;
  readonly code: string;
}

type Change = readonly [from: string, to: string];
const wrong = (step: string, mistake: string, is: string, ...changes: readonly Change[]): WrongProgram => ({
  step,
  mistake,
  is,
  code: solutionWith(step, ...changes),
});

const EULER = 'u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau';
const step1 = (mistake: string, is: string, to: string) => wrong('time-constant', mistake, is, ['R * C', to]);
const step2 = (mistake: string, is: string, ...changes: Change[]) =>
  wrong('one-step', mistake, is, ...changes);
const slope = (mistake: string, is: string, to: string) =>
  step2(mistake, is, ['(-(u_now - u_rest) + R * I) / tau', to]);
const loop = (mistake: string, is: string, to: string) => wrong('loop', mistake, is, [EULER, to]);
const exact = (mistake: string, is: string, ...changes: Change[]) =>
  wrong('exact-update', mistake, is, ...changes);
const fn = (mistake: string, is: string, ...changes: Change[]) => wrong('function', mistake, is, ...changes);

const REFRACTORY_BY_TIME = `
t_ref = 2
t = [0]
u = [u_rest]
spikes = []
for k in range(steps):
    now = t[-1] + dt
    if spikes and now - spikes[-1] COMPARED t_ref:
        u_next = u_reset
    else:
        u_next = ${EULER}
        if u_next >= theta:
            spikes.append(now)
            u_next = u_reset
    u.append(u_next)
    t.append(now)
`;

export const WRONG_PROGRAMS: readonly WrongProgram[] = [
  step2('straight-to-the-end', 'the end in the place of the next potential', [
    'u_now + dt * slope',
    'u_rest + R * I',
  ]),
  wrong('threshold', 'reset-to-threshold', 'reset to the threshold', ['u_next = u_reset', 'u_next = theta']),
  wrong('threshold', 'a-step-late', 'the time of the step after', [
    'spikes.append((k + 1) * dt)',
    'spikes.append((k + 2) * dt)',
  ]),
  wrong('refractoriness', 'waits-twice', 'twice the wait', ['round(t_ref / dt)', 'round(2 * t_ref / dt)']),
  wrong('refractoriness', 'waits-at-zero', 'held at 0 mV', [
    '    if wait > 0:\n        u_next = u_reset',
    '    if wait > 0:\n        u_next = 0',
  ]),
  exact('end-sign', 'a minus in u_inf', ['u_rest + R * I', 'u_rest - R * I']),
  step1('divided', 'R over C', 'R / C'),
  step1('added', 'R plus C', 'R + C'),
  step1('off-by-1000', 'milliseconds taken for seconds', 'R * C / 1000'),
  step1('off-by-1000', 'converted to ohms and farads', '(R * 1e6) * (C * 1e-9)'),
  step1('inverted', 'the rate in place of the time', '1 / (R * C)'),
  step1('one-of-two', 'only R', 'R'),
  step1('typed-in', 'the result in place of the product', '20'),
  wrong(
    'time-constant',
    'off-by-1000',
    'ohms and farads from the start',
    ['R = 10 ', 'R = 10e6 '],
    ['C = 2 ', 'C = 2e-9 '],
  ),

  slope('decays-to-zero', 'decay towards 0 mV', '(-u_now + R * I) / tau'),
  slope('no-leak', 'the leak forgotten', '(R * I) / tau'),
  slope('leak-sign', 'the leak with a plus', '((u_now - u_rest) + R * I) / tau'),
  slope('leak-brackets', 'the brackets round the leak forgotten', '(-u_now - u_rest + R * I) / tau'),
  slope('input-sign', 'the current with a minus', '(-(u_now - u_rest) - R * I) / tau'),
  slope('no-resistance', 'the current not multiplied by R', '(-(u_now - u_rest) + I) / tau'),
  slope('over-resistance', 'the current divided by R', '(-(u_now - u_rest) + I / R) / tau'),
  slope('no-input', 'the current forgotten', '-(u_now - u_rest) / tau'),
  slope('no-tau', 'not divided by tau', '-(u_now - u_rest) + R * I'),
  slope('times-tau', 'multiplied by tau', '(-(u_now - u_rest) + R * I) * tau'),
  slope('only-last-term-divided', 'only the last term divided', '-(u_now - u_rest) + R * I / tau'),
  slope('off-by-1000', 'nA turned into A', '(-(u_now - u_rest) + R * I * 1e-3) / tau'),
  step2('no-dt', 'a step as long as a millisecond', ['u_now + dt * slope', 'u_now + slope']),
  step2('dt-inverted', 'the slope over dt', ['u_now + dt * slope', 'u_now + slope / dt']),
  step2('change-only', 'only the change', ['u_now + dt * slope', 'dt * slope']),
  step2('slope-only', 'the slope itself', ['u_now + dt * slope', 'slope']),
  step2('change-subtracted', 'the change subtracted', ['u_now + dt * slope', 'u_now - dt * slope']),
  step2('always-from-the-start', 'from rest, not from now', ['u_now + dt * slope', 'u_rest + dt * slope']),
  step2(
    'off-by-1000',
    'potentials in volts',
    ['u_rest = -70 ', 'u_rest = -0.07 '],
    ['u_now = -60 ', 'u_now = -0.06 '],
  ),
  step2('off-by-1000', 'dt in seconds', ['dt = 0.1 ', 'dt = 0.0001 ']),

  loop('decays-to-zero', 'decay towards 0 mV', 'u[-1] + dt * (-u[-1] + R * I) / tau'),
  loop('no-leak', 'the leak forgotten', 'u[-1] + dt * R * I / tau'),
  loop('leak-sign', 'the leak with a plus, which runs away', 'u[-1] + dt * ((u[-1] - u_rest) + R * I) / tau'),
  loop(
    'always-from-the-start',
    'each step from the first value',
    'u[0] + dt * (-(u[0] - u_rest) + R * I) / tau',
  ),
  loop('dt-inverted', 'tau over dt', 'u[-1] + tau / dt * (-(u[-1] - u_rest) + R * I)'),
  wrong('loop', 'one-too-few', 'a round too few', ['range(steps)', 'range(steps - 1)']),
  wrong('loop', 'one-too-many', 'a round too many', ['range(steps)', 'range(steps + 1)']),
  wrong(
    'loop',
    'start-missing',
    'lists that begin empty',
    ['t = [0]  #', 't = []  #'],
    ['u = [u_rest]  #', 'v = u_rest; u = []  #'],
    [EULER, 'v + dt * (-(v - u_rest) + R * I) / tau; v = u_next'],
  ),
  wrong('loop', 'steps-not-ms', 'numbers of steps for times', ['(k + 1) * dt', 'k + 1']),
  wrong('loop', 'start-of-step', 'the time at which the step begins', ['(k + 1) * dt', 'k * dt']),
  wrong('loop', 'seconds-not-ms', 'times in seconds', ['(k + 1) * dt', '(k + 1) * dt / 1000']),

  wrong('threshold', 'reset-missing', 'no reset', ['        u_next = u_reset\n', '']),
  wrong('threshold', 'reset-to-zero', 'reset to 0 mV', ['u_next = u_reset', 'u_next = 0']),
  wrong('threshold', 'reset-to-rest', 'reset to rest', ['u_next = u_reset', 'u_next = u_rest']),
  wrong('threshold', 'reset-by-subtraction', 'reset by subtraction', [
    'u_next = u_reset',
    'u_next -= theta - u_reset',
  ]),
  wrong('threshold', 'strictly-above', '> for >=', ['u_next >= theta', 'u_next > theta']),
  wrong('threshold', 'fires-below', '<= for >=', ['u_next >= theta', 'u_next <= theta']),
  wrong('threshold', 'tested-before-update', 'the threshold tested before the update', [
    `    u_next = ${EULER}\n    if u_next >= theta:`,
    `    u_next = ${EULER}\n    if u[-1] >= theta:`,
  ]),
  wrong('threshold', 'start-of-step', 'the time at which the step begins', [
    'spikes.append((k + 1) * dt)',
    'spikes.append(k * dt)',
  ]),
  wrong('threshold', 'steps-not-ms', 'numbers of steps for times', [
    'spikes.append((k + 1) * dt)',
    'spikes.append(k + 1)',
  ]),
  wrong('threshold', 'seconds-not-ms', 'times in seconds', [
    'spikes.append((k + 1) * dt)',
    'spikes.append((k + 1) * dt / 1000)',
  ]),
  wrong('threshold', 'potentials-not-times', 'potentials for times', [
    'spikes.append((k + 1) * dt)',
    'spikes.append(u_next)',
  ]),
  wrong(
    'threshold',
    'count-not-times',
    'a count for the list',
    ['spikes = []  ', 'spikes = 0  '],
    ['spikes.append((k + 1) * dt)', 'spikes += 1'],
  ),
  wrong('threshold', 'once', 'the list made anew at the first spike only', [
    '        spikes.append((k + 1) * dt)',
    '        spikes = spikes or [(k + 1) * dt]',
  ]),

  wrong('refractoriness', 'never-waits', 'no wait', ['wait = round(t_ref / dt)', 'wait = 0']),
  wrong('refractoriness', 'waits-one-less', 'a step too few', ['round(t_ref / dt)', 'round(t_ref / dt) - 1']),
  wrong('refractoriness', 'waits-one-more', 'a step too many', [
    'round(t_ref / dt)',
    'round(t_ref / dt) + 1',
  ]),
  wrong('refractoriness', 'milliseconds-as-steps', 'milliseconds as steps', [
    'round(t_ref / dt)',
    'int(t_ref)',
  ]),
  wrong('refractoriness', 'wait-off-by-1000', 't_ref in seconds', [
    'round(t_ref / dt)',
    'round(t_ref * 1000 / dt)',
  ]),
  wrong('refractoriness', 'wait-times-dt', 't_ref times dt', ['round(t_ref / dt)', 'int(t_ref * dt)']),
  wrong('refractoriness', 'waits-at-rest', 'held at rest', [
    '    if wait > 0:\n        u_next = u_reset',
    '    if wait > 0:\n        u_next = u_rest',
  ]),
  wrong('refractoriness', 'climbs-while-waiting', 'not held at all', [
    '    if wait > 0:\n        u_next = u_reset',
    `    if wait > 0:\n        u_next = ${EULER}`,
  ]),
  wrong('refractoriness', 'waits-first', 'a wait at the start', ['wait = 0 ', 'wait = round(t_ref / dt) ']),
  wrong('refractoriness', 'waits-for-ever', 'the wait never grows shorter', [
    '        wait = wait - 1\n',
    '',
  ]),
  wrong('refractoriness', 'reset-to-zero', 'reset to 0 mV and held there', [
    'u_next = u_reset',
    'u_next = 0',
  ]),

  exact('still-euler', 'still Euler’s step', ['u_inf + (u[-1] - u_inf) * left', EULER]),
  exact('exp-grows', 'a plus in the exponent', ['math.exp(-dt / tau)', 'math.exp(dt / tau)']),
  exact('wrong-side', 'the exponential for the part that is done', [
    'u_inf + (u[-1] - u_inf) * left',
    'u[-1] + (u_inf - u[-1]) * left',
  ]),
  exact('wrong-side', 'the distance from the wrong side', [
    '(u[-1] - u_inf) * left',
    '(u_inf - u[-1]) * left',
  ]),
  exact('end-without-rest', 'u_inf without rest', ['u_rest + R * I', 'R * I']),
  exact('end-without-resistance', 'u_inf without R', ['u_rest + R * I', 'u_rest + I']),
  exact('end-without-input', 'u_inf without current', ['u_rest + R * I', 'u_rest']),
  exact('dt-inverted', 'tau over dt in the exponent', ['-dt / tau', '-tau / dt']),
  exact('no-tau', 'no tau in the exponent', ['-dt / tau', '-dt']),
  exact('whole-time', 'the time since the start in the exponent', [
    '(u[-1] - u_inf) * left',
    '(u[-1] - u_inf) * math.exp(-(k + 1) * dt / tau)',
  ]),
  exact('always-from-the-start', 'each step from the first value', ['(u[-1] - u_inf)', '(u[0] - u_inf)']),
  exact('off-by-1000', 'the exponent in seconds', ['-dt / tau', '-dt / 1000 / tau']),
  exact('tested-before-update', 'the threshold tested before the update', [
    'if u_next >= theta',
    'if u[-1] >= theta',
  ]),

  fn('ignores-I', 'its I has another name than in the body', ['def lif(I, dt)', 'def lif(current, dt)']),
  fn('ignores-dt', 'its dt has another name than in the body', ['def lif(I, dt)', 'def lif(I, step)']),
  fn('ignores-both', 'the body uses what stands above', ['def lif(I, dt)', 'def lif(current, step)']),
  fn(
    'arguments-swapped',
    'dt before I',
    ['def lif(I, dt)', 'def lif(dt, I)'],
    ['lif(current, dt)', 'lif(dt, current)'],
  ),
  fn('outer-steps', 'the number of steps from above', ['range(round(duration / dt))', 'range(steps)']),
  fn('outer-left', 'the exponential from above', ['    left = math.exp(-dt / tau)\n', '']),
  fn('ignores-I', 'u_inf from above', ['    u_inf = u_rest + R * I\n', '']),
  fn('list-outside', 'a list of spikes from above', ['    spikes = []\n', '']),
  fn(
    'prints-not-returns',
    'print for return',
    ['return spikes', 'print(spikes)'],
    ['spikes = lif(current, dt)', 'spikes = lif(current, dt) or []'],
  ),
  fn(
    'no-return',
    'no return',
    ['    return spikes\n', ''],
    ['spikes = lif(current, dt)', 'spikes = lif(current, dt) or []'],
  ),
  fn(
    'count-not-times',
    'returns how many',
    ['return spikes', 'return len(spikes)'],
    ['spikes = lif(current, dt)', 'spikes = []; lif(current, dt)'],
  ),
  fn('steps-not-ms', 'returns numbers of steps', ['spikes.append((k + 1) * dt)', 'spikes.append(k + 1)']),
  fn('seconds-not-ms', 'returns seconds', [
    'spikes.append((k + 1) * dt)',
    'spikes.append((k + 1) * dt / 1000)',
  ]),
  fn(
    'intervals-not-times',
    'returns intervals',
    ['return spikes', 'return [b - a for a, b in zip(spikes, spikes[1:])]'],
    ['1000 / (spikes[-1] - spikes[-2])', '1000 / spikes[-1]'],
  ),
  fn('reset-missing', 'no reset', [
    '                u = u_reset\n                wait = round(t_ref / dt)\n',
    '',
  ]),
  fn('waits-one-less', 'a step too few', ['round(t_ref / dt)', 'round(t_ref / dt) - 1']),
  fn('waits-first', 'a wait at the start', ['    wait = 0\n', '    wait = round(t_ref / dt)\n']),
  fn('per-millisecond', 'rates in kHz', ['1000 / (spikes[-1]', '1 / (spikes[-1]']),
  fn('interval-not-rate', 'intervals for rates', [
    '1000 / (spikes[-1] - spikes[-2])',
    'spikes[-1] - spikes[-2]',
  ]),
  fn('count-over-duration', 'spikes over the length of the run', [
    '1000 / (spikes[-1] - spikes[-2])',
    '1000 * len(spikes) / duration',
  ]),
  fn('first-from-zero', 'the first interval from 0', [
    '1000 / (spikes[-1] - spikes[-2])',
    '1000 / spikes[0]',
  ]),
  fn('count-not-rate', 'a count for the rate', ['1000 / (spikes[-1] - spikes[-2])', 'len(spikes)']),
];

/** Wrong, and in no single way: what is said is where it differs. */
export const BY_TIME = (compared: '<' | '<='): string => REFRACTORY_BY_TIME.replace('COMPARED', compared);
