import { describe, expect, test } from 'vitest';
import { checked, solutionWith } from './checked.ts';
import { BY_TIME } from './wrong-programs.ts';

const EULER = 'u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau';

const RIGHT: readonly [step: string, is: string, code: string][] = [
  [
    'time-constant',
    'both numbers in one line, and a comment of three dots',
    'R, C = 10, 2\ntau = C * R  # ...',
  ],
  ['time-constant', 'arithmetic for the numbers', 'R = 5 * 2\nC: float = 4 / 2\ntau = R * C'],
  [
    'one-step',
    'in one line, the other way round',
    solutionWith('one-step', ['u_now + dt * slope', '(dt / tau) * (R * I + u_rest - u_now) + u_now']),
  ],
  [
    'one-step',
    'the exact update at once',
    solutionWith('one-step', [
      'u_now + dt * slope',
      '(u_rest + R*I) + (u_now - u_rest - R*I) * 2.718281828459045 ** (-dt / tau)',
    ]),
  ],
  [
    'loop',
    'a while loop over a counter',
    'duration = 100\nt = [0.0]\nu = [u_rest]\nk = 0\nwhile k < round(duration / dt):\n    u += [u[-1] + dt / tau * (u_rest + R * I - u[-1])]\n    k += 1\n    t += [k * dt]',
  ],
  [
    'loop',
    'lists made first and filled',
    'duration = 100\nn = int(duration / dt)\nt = [k * dt for k in range(n + 1)]\nu = [0] * (n + 1)\nu[0] = u_rest\nfor k in range(n):\n    u[k + 1] = u[k] + (-(u[k] - u_rest) + R * I) / tau * dt',
  ],
  ['loop', 'times added up', solutionWith('loop', ['(k + 1) * dt', 't[-1] + dt'])],
  [
    'loop',
    'a function for the step',
    solutionWith(
      'loop',
      [EULER, 'euler(u[-1])'],
      ['for k in', 'def euler(v):\n    return v + dt * (-(v - u_rest) + R * I) / tau\n\nfor k in'],
    ),
  ],
  ['loop', 'tuples instead of lists', `${solutionWith('loop')}\nt, u = tuple(t), tuple(u)`],
  [
    'threshold',
    'the potential kept before the reset',
    'theta = -50\nu_reset = -70\nv = u_rest\nu = [v]\nspikes = []\nfor k in range(steps):\n    v = v + dt * (-(v - u_rest) + R * I) / tau\n    u.append(v)\n    if v >= theta:\n        spikes.append(dt * (k + 1))\n        v = u_reset',
  ],
  [
    'threshold',
    'the comparison the other way round',
    solutionWith('threshold', ['if u_next >= theta', 'if not u_next < theta']),
  ],
  [
    'refractoriness',
    'the number of the step from which it climbs again',
    `
t_ref = 2
t, u, spikes, free = [0], [u_rest], [], 0
for k in range(1, steps + 1):
    u_next = ${EULER} if k > free else u_reset
    if u_next >= theta:
        spikes.append(k * dt)
        free = k + round(t_ref / dt)
        u_next = u_reset
    u.append(u_next)
    t.append(k * dt)`,
  ],
  [
    'refractoriness',
    'with the exact update already',
    solutionWith('refractoriness', [
      EULER,
      'u_rest + R * I + (u[-1] - u_rest - R * I) * __import__("math").exp(-dt / tau)',
    ]),
  ],
  [
    'exact-update',
    'with math.expm1',
    solutionWith('exact-update', [
      'u_inf + (u[-1] - u_inf) * left',
      'u[-1] - (u_inf - u[-1]) * math.expm1(-dt / tau)',
    ]),
  ],
  [
    'exact-update',
    'spike times interpolated between the samples',
    solutionWith('exact-update', [
      'spikes.append((k + 1) * dt)',
      'spikes.append(k * dt + dt * (theta - u[-1]) / (u_next - u[-1]))',
    ]),
  ],
  [
    'function',
    'with Euler’s method',
    solutionWith('function', ['u_inf + (u - u_inf) * left', 'u + dt * (u_inf - u) / tau']),
  ],
  [
    'function',
    'the mean of all intervals for the rate',
    solutionWith('function', [
      '1000 / (spikes[-1] - spikes[-2])',
      '1000 * (len(spikes) - 1) / (spikes[-1] - spikes[0])',
    ]),
  ],
  [
    'function',
    'spike times by the formula, without a grid',
    solutionWith('function').replace(
      /    u_inf = [\s\S]*?return spikes/,
      `    end = u_rest + R * I
    if end <= theta:
        return []
    now = tau * math.log((end - u_rest) / (end - theta))
    spikes = []
    while now < duration:
        spikes.append(now)
        now += t_ref + tau * math.log((end - u_reset) / (end - theta))
    return spikes`,
    ),
  ],
];

describe('a right program passes, however it is written', () => {
  for (const [step, is, code] of RIGHT)
    test(`${step}: ${is}`, () => {
      for (const seed of [1, 2, 3]) expect(checked(step, code, seed)).toMatchObject({ ok: true });
    });
});

describe('what is said', () => {
  const says = (step: string, code: string) => {
    const { text, numbers, mistake } = checked(step, code);
    return `${numbers ? `With ${numbers}: ` : ''}${text} ${mistake?.say ?? ''}`.replaceAll('\u00a0', ' ');
  };

  test('the example of the brief: the first spike at 32.3 ms, where 32.2 ms is expected', () => {
    const late = solutionWith('refractoriness', ['if u_next >= theta', 'if u[-1] >= theta']);
    expect(says('refractoriness', late)).toMatch(
      /^Your first spike is at 32\.3 ms, expected 32\.2 ms\. Did you test the threshold before the update\?/,
    );
  });
  test('a wait by comparing times is off by a step now and then, and the interval says so', () => {
    for (const compared of ['<', '<='] as const) {
      const code = BY_TIME(compared);
      const verdict = checked('refractoriness', code);
      if (!verdict.ok)
        expect(verdict.text).toMatch(/spike comes .* after the .*, expected|At .* your potential/);
    }
    expect([
      checked('refractoriness', BY_TIME('<')).ok,
      checked('refractoriness', BY_TIME('<=')).ok,
    ]).toContain(false);
  });
  test('variables of another kind are named in words', () => {
    expect(says('time-constant', 'R, C = 10, 2\ntau = "20"')).toContain(
      'tau is a text. It should be a number.',
    );
    expect(says('time-constant', 'R, C = 10, 2\nTau = R * C')).toContain(
      'There is no variable tau. Capitals count.',
    );
    expect(says('time-constant', 'R, C = 10, 2\ntau = [R * C]')).toContain('tau is a list of 1 value.');
    expect(says('time-constant', 'R, C = 10, 2\ntau = None')).toContain('tau is None, which is nothing.');
    expect(says('loop', 'duration = 100\nt = u = [u_rest, 1, 2]')).toContain(
      'u has 3 values, expected 1001: one for time 0, and one for each of the 1000 steps.',
    );
    expect(
      says('loop', solutionWith('loop', ['u.append(u_next)', 'u.append(str(u_next))'], [EULER, '1.5'])),
    ).toContain('u is a list whose element 1 is a text.');
    expect(
      says(
        'threshold',
        solutionWith(
          'threshold',
          ['spikes = []  ', 'spikes = {}  '],
          ['spikes.append((k + 1) * dt)', 'spikes[k] = 1'],
        ),
      ),
    ).toContain('spikes is a dictionary. It should be a list of numbers.');
  });
  test('numbers that are not finite are compared, not refused', () => {
    expect(says('time-constant', 'R, C = 10, 2\ntau = float("inf")')).toContain(
      'Your tau is ∞ ms, expected 20 ms.',
    );
    expect(says('time-constant', 'R, C = 10, 2\ntau = 10 ** 400')).toContain('Your tau is ∞ ms');
    expect(says('time-constant', 'R, C = 10, 2\ntau = float("nan")')).toContain('expected 20 ms');
  });
  test('an error in a hidden case names its line and the numbers', () => {
    const code = 'R = 10\nC = 2\ntau = R * C if R == 10 else R / 0';
    expect(says('time-constant', code)).toBe(
      'With R = 4 MΩ, C = 3 nF: The program ends with an error in line 3: ZeroDivisionError, division by zero. ',
    );
  });
  test('a number that the program has no line for is asked for', () => {
    expect(says('one-step', solutionWith('one-step', ['dt = 0.1 ', 'dt = tau / 200 ']))).toContain(
      'Keep the line dt = … with a plain number',
    );
    expect(
      says('one-step', solutionWith('one-step', ['u_rest = -70 ', 'rest = -70 '], ['- u_rest)', '- rest)'])),
    ).toContain('There is no variable u_rest.');
  });
  test('a step that rests on a wrong one above says so', () => {
    expect(says('one-step', `${solutionWith('one-step')}\ntau = 12`)).toContain(
      'tau is 12 ms, and R · C is 20 ms. Go back to step 1 first.',
    );
  });
  test('numbers that no neuron has are refused with the field and its range', () => {
    expect(says('threshold', solutionWith('threshold', ['u_reset = -70 ', 'u_reset = -40 ']))).toMatch(
      /the simulator refuses them: neuron\.V_reset .*must be .* got -40/,
    );
    expect(
      says('loop', solutionWith('loop').replace('duration = 100', 'dt = -0.1\nduration = -100')),
    ).toMatch(/the simulator refuses them: duration .* must be a number > 0 .* got -100 ms/);
  });
  test('a learner may play with the numbers; what hangs on the last bit is left to the other cases', () => {
    // Exactly at the rheobase, and a wait of two and a half steps.
    const played = `I = 2\nt_ref = 0.25\n${solutionWith('refractoriness', ['t_ref = 2 ', 't_ref = 0.25 '])}`;
    expect(checked('refractoriness', played)).toMatchObject({ ok: true });
  });
  test('a function that is none, or takes something else, is named', () => {
    expect(
      says('function', solutionWith('function', ['def lif(', 'def neuron('], ['= lif(', '= neuron('])),
    ).toContain('There is no function lif.');
    expect(says('function', 'duration = 1000\nlif = 3')).toContain(
      'lif is one number, 3. It should be a function.',
    );
    expect(says('function', 'duration = 1000\ndef lif(I):\n    return []')).toContain(
      'TypeError, lif() takes 1 positional argument but 2 were given',
    );
    expect(
      says(
        'function',
        solutionWith(
          'function',
          ['return spikes', 'return spikes, u'],
          ['= lif(current, dt)', '= lif(current, dt)[0]'],
        ),
      ),
    ).toContain('lif(2.5, 0.1) returns a list whose element 0 is another list');
  });
});
