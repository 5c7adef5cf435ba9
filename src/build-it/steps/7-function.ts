/** Step 7: the neuron as a function of current and step, and its f–I curve. */
import type { NumberName, Numbers } from '../answers.ts';
import { judgeFunction } from '../judge-function.ts';
import { judgeRates } from '../judge-rates.ts';
import type { Call } from '../mistakes-function.ts';
import { randomNumbers } from '../numbers.ts';
import { only, type Step } from '../step.ts';
import { right, trialsOf } from '../trials.ts';
import { isClearCut } from '../truth.ts';

const USES: readonly NumberName[] = ['R', 'C', 'u_rest', 'I', 'dt', 'duration', 'theta', 'u_reset', 't_ref'];
const CALLS: readonly Call[] = [
  [2.5, 0.1],
  [1.5, 0.1],
  [4, 0.25],
  [3, 0.5],
  [2.5, 0.1],
];
const CURVE = `currents = [0.25 * k for k in range(25)]  # 0 to 6 nA
rates = []  # in Hz
for current in currents:
    spikes = lif(current, dt)
    `;
const PLOT = `
plot(currents, rates, xlabel="current in nA", ylabel="rate in Hz")`;

/** Nothing in a call with these numbers hangs on the last bit. */
const isFair = (numbers: Numbers) =>
  CALLS.every(
    ([I, dt]) =>
      isClearCut({ ...numbers, I, dt }, 'exact', 'refractoriness') &&
      isClearCut({ ...numbers, I, dt }, 'euler', 'refractoriness'),
  );

export const FUNCTION: Step = {
  id: 'function',
  title: 'A neuron as a function',
  starter: `
duration = 1000  # in ms

def lif(I, dt):
    """Spike times in ms, for the current I in nA and the step dt in ms."""
    ...
    return ...

${CURVE}rates.append(...)
${PLOT}
`,
  hints: [
    'The body is your program of step 6, moved to the right by four spaces. Everything that depends on I or dt is computed inside: u_inf, left, the number of steps. The lists begin inside, too. For the rate, take the interval between the last two spikes; with fewer than two the rate is 0.',
    'Begin the body with u = u_rest, spikes = [], wait = 0 and for k in range(round(duration / dt)): and end it with return spikes, as far left as the for. The rate is 1000 / (spikes[-1] - spikes[-2]) if len(spikes) > 1 else 0.',
  ],
  solution: `
duration = 1000  # in ms

def lif(I, dt):
    """Spike times in ms, for the current I in nA and the step dt in ms."""
    u_inf = u_rest + R * I
    left = math.exp(-dt / tau)
    u = u_rest
    spikes = []
    wait = 0
    for k in range(round(duration / dt)):
        if wait > 0:
            u = u_reset
            wait = wait - 1
        else:
            u = u_inf + (u - u_inf) * left
            if u >= theta:
                spikes.append((k + 1) * dt)
                u = u_reset
                wait = round(t_ref / dt)
    return spikes

${CURVE}if len(spikes) > 1:
        rates.append(1000 / (spikes[-1] - spikes[-2]))
    else:
        rates.append(0)
${PLOT}
`,
  names: [...USES, 'tau', 'steps', 'lif', 'currents', 'rates'],
  cases(seed) {
    const sets: Partial<Numbers>[] = [
      {},
      { R: 8, C: 1.5, u_rest: -65, I: 3.5, dt: 0.5, duration: 200, theta: -52, u_reset: -60, t_ref: 4 },
    ];
    for (let draw = 0; sets.length < 3; draw++) {
      const numbers = { ...randomNumbers(1000 * seed + draw), dt: 0.25, t_ref: 3, duration: 250 };
      if (isFair(numbers)) sets.push(only(numbers, USES));
    }
    return sets.map((set) => ({ set, function: 'lif', calls: CALLS }));
  },
  judge(cases, answers) {
    const all = trialsOf(cases, answers, USES, true);
    if (!Array.isArray(all)) return all;
    const trials = all.filter(({ words, numbers }) => words !== '' || isFair(numbers));
    const lif = judgeFunction(trials, CALLS);
    if ('ok' in lif) return lif;
    return judgeRates(trials, lif) ?? right(trials);
  },
};
