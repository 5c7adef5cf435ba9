/** An experiment as one plain Python program: standard library only, the same method as the site, the same spikes. */
import type { Experiment, Method } from '../sim/experiment.ts';
import { modelNote } from './notes.ts';
import type { ExportedFile } from './index.ts';
import { currentFunction, edgeList, hasNoise, isTrain, trainTimes } from './python-inputs.ts';
import { parameterLines, pythonModel } from './python-models.ts';
import { block, number } from './text.ts';

const STEPPERS: Partial<Record<Method, string>> = {
  euler: `
    def advance(y, t, h):
        """One Euler step of h ms: order 1."""
        k = slope(y, t, t + h / 2)
        return [v + h * s for v, s in zip(y, k)]
  `,
  rk2: `
    def advance(y, t, h):
        """One midpoint step of h ms: order 2."""
        middle = t + h / 2
        k1 = slope(y, t, middle)
        k2 = slope([v + h / 2 * s for v, s in zip(y, k1)], middle, middle)
        return [v + h * s for v, s in zip(y, k2)]
  `,
  rk4: `
    def advance(y, t, h):
        """One step of h ms with Kutta's four stages: order 4."""
        middle = t + h / 2
        k1 = slope(y, t, middle)
        k2 = slope([v + h / 2 * s for v, s in zip(y, k1)], middle, middle)
        k3 = slope([v + h / 2 * s for v, s in zip(y, k2)], middle, middle)
        k4 = slope([v + h * s for v, s in zip(y, k3)], t + h, middle)
        return [v + h / 6 * (a1 + 2 * (a2 + a3) + a4) for v, a1, a2, a3, a4 in zip(y, k1, k2, k3, k4)]
  `,
};

/** The exact update of the LIF membrane. A current that is constant between events needs no average. */
function exactUpdate({ neuron, inputs }: Experiment): string {
  const leak = 'leak' in neuron && neuron.leak;
  const constant =
    neuron.model === 'lif' &&
    inputs.every(
      (input) =>
        ['step', 'pulse', 'ou', 'white'].includes(input.type) ||
        (input.type === 'samples' && input.interpolation === 'hold') ||
        (isTrain(input) && input.synapse === 'delta'),
    );
  const update = leak
    ? `
        V_end = E_L + R_m * I  # where V would settle
        return [V_end + (y[0] - V_end) * math.exp(-h / (R_m * C_m))]`
    : `
        return [y[0] + I * h / C_m]  # no leak: the membrane adds up what flows in`;
  if (constant) {
    return block(`
    def advance(y, t, h):
        """The exact update: the current is constant for h ms."""
        I = total_current(t, t + h / 2)${update}
    `);
  }
  return `${block(`
    # Five points of Gauss and Legendre on [0, 1]: where to look at a current, and how much each look counts.
    GAUSS = [
        (0.04691007703066802, 0.11846344252809454),
        (0.23076534494715845, 0.23931433524968324),
        (0.5, 0.28444444444444444),
        (0.7692346550528415, 0.23931433524968324),
        (0.9530899229693319, 0.11846344252809454),
    ]
  `)}


${block(`
    def advance(y, t, h):
        """The exact update with the mean current of these h ms, averaged as the membrane remembers it."""
        weights = [w${leak ? ' * math.exp(-(1 - x) * h / (R_m * C_m))' : ''} for x, w in GAUSS]
        flows = [total_current(t + x * h, t + h / 2) for x, _ in GAUSS]
        I = sum(w * i for w, i in zip(weights, flows)) / sum(weights)${update}
    `)}`;
}

/** Synapses: what has arrived, as levels that decay, and the function `total_current`. */
function synapses({ neuron, inputs }: Experiment): string {
  const trains = inputs.filter(isTrain);
  const adapts = neuron.model === 'alif';
  const parts = trains.map((train, i) => {
    const kind = { delta: 'jumps of the potential, mV', exp: 'exponential', alpha: 'alpha' }[train.synapse];
    return [
      trainTimes(train, `times_${i}`),
      `# Synapse ${i}: ${kind}; they arrive ${number(train.delay)} ms after they were fired.`,
      `SYNAPSES.append(dict(kind="${train.synapse}", weight=${number(train.weight)}, tau=${number(train.tau_syn || 1)}, p=0.0, q=0.0))`,
      `events += [(t + ${number(train.delay)}, ${i}) for t in times_${i} if t + ${number(train.delay)} < duration]`,
    ].join('\n');
  });
  const level = '(s["p"] + s["q"] * h) * math.exp(-h / s["tau"])';
  const sum = [
    'current(t, middle)',
    ...(neuron.model !== 'lif_cond' && trains.some(({ synapse }) => synapse !== 'delta')
      ? [`sum(${level} for s in SYNAPSES)`]
      : []),
    ...(adapts ? ['-w_now * math.exp(-h / tau_w)'] : []),
  ].join(' + ');
  const conductances =
    neuron.model === 'lif_cond'
      ? block(`


    def conductances(t):
        """Each synapse's conductance in uS at t ms, and its weight, whose sign tells excitation."""
        h = t - anchor
        return [(abs(${level}), s["weight"]) for s in SYNAPSES]
    `)
      : '';
  return [
    '# What happens at a time of its own: an edge of the current (-1), or a spike that arrives at a synapse.',
    'SYNAPSES = []',
    `events = [(t, -1) for t in ${edgeList({ inputs } as Experiment)} if t < duration]`,
    ...parts,
    'events.sort()',
    'anchor = 0.0  # the time of the last event: the levels of the synapses are those of then',
    ...(adapts ? ['w_now = w  # the adaptation current, likewise'] : []),
    '',
    '',
    block(`
      def total_current(t, middle):
          """Everything that flows in at t ms."""
          h = t - anchor
          return ${sum}
    `),
    ...(conductances ? ['', '', conductances.trimStart()] : []),
    '',
    '',
    block(`
      def settle(t):
          """Lets all levels decay until t ms."""
          global anchor${adapts ? ', w_now' : ''}
          h = t - anchor
          for s in SYNAPSES:
              fading = math.exp(-h / s["tau"])
              s["p"], s["q"] = (s["p"] + s["q"] * h) * fading, s["q"] * fading
          ${adapts ? 'w_now *= math.exp(-h / tau_w)' : ''}
          anchor = t
    `).replace(/\n\s*\n/g, '\n'),
    '',
    '',
    block(`
      def arrive(number):
          """Lets an event happen. Returns the jump of the potential in mV."""
          if number < 0:
              return 0.0
          s = SYNAPSES[number]
          if s["kind"] == "delta":
              return s["weight"]
          if s["kind"] == "exp":
              s["p"] += s["weight"]
          else:  # alpha: its peak is the weight, tau after it began
              s["q"] += s["weight"] * math.e / s["tau"]
          return 0.0
    `),
  ].join('\n');
}

/** The loop of a method that looks at threshold once a step. */
function gridLoop(experiment: Experiment): string {
  const { neuron, grid } = experiment;
  const model = pythonModel(experiment);
  const early = grid === 'brian2' ? 1 : 0;
  const stamp = early ? 'max(0, k - 1) * dt' : 'k * dt';
  const indent = (lines: readonly string[], n: number) => lines.map((l) => ' '.repeat(n) + l).join('\n');
  const isLif = 'R_m' in neuron;
  const fires =
    model.fires === '' || model.reset.length === 0
      ? ''
      : `
    if ${isLif ? 'k > 0 and ' : ''}not held and y[0] >= ${model.fires}:  # threshold is looked at once a step
        spikes.append(${stamp})
        settle(k * dt)
${indent(model.reset, 8)}
        held_until = k + ${model.hasRefractory ? `max(0, math.floor(t_ref / dt + 0.5)${early ? ' - 1' : ''})` : '0'}`;
  const noReset = model.reset.length === 0;
  return `${
    noReset
      ? `${block(`
    def crossing(V0, V1, slope0, slope1, h):
        """Where in h ms the cubic through two potentials and slopes rises through 0 mV."""
        low, high = 0.0, 1.0
        while True:
            x = low + (high - low) / 2
            if x in (low, high):
                return high * h
            z = 1 - x
            V = z * z * ((1 + 2 * x) * V0 + x * h * slope0) + x * x * ((1 + 2 * z) * V1 - z * h * slope1)
            low, high = (x, high) if V < 0 else (low, x)
  `)}


`
      : ''
  }# The run. Sample k is at k*dt. ${
    noReset
      ? 'A spike is where V rises through 0 mV; nothing is reset.'
      : early
        ? 'A spike is stamped at the start of the step that crosses threshold.'
        : 'A spike is stamped at the end of the step that crosses threshold.'
  }
steps = math.floor(duration / dt + 1e-9)
spikes, trace = [], []
held = False  # refractory: V does not move
held_until = -1  # the last sample of the refractory period
due = 0  # the next event


def move_to(t, now):
    """Integrates from now to t ms."""
    global y
    if t > now and not (held and len(y) == 1):
${
  noReset
    ? `        before, slope_before = y, slope(y, now, now + (t - now) / 2)
        y = advance(y, now, t - now)
        if before[0] < 0 <= y[0]:
            slope_after = slope(y, t, now + (t - now) / 2)
            spikes.append(now + crossing(before[0], y[0], slope_before[0], slope_after[0], t - now))`
    : '        y = advance(y, now, t - now)'
}
    return max(t, now)


y = ${model.start}
now = 0.0
for k in range(steps + 1):
    held = 0 < k <= held_until
    # An event within 1e-9 of a step of a sample is at the sample.
    while due < len(events) and events[due][0] <= (k + 1e-9) * dt:
        time, number = events[due]
        now = move_to(time, now)
        settle(now)
        jump = arrive(number)
        if not held:  # a jump that comes in the refractory period is lost
            ${
              noReset
                ? `if y[0] < 0 <= y[0] + jump:
                spikes.append(now)
            `
                : ''
            }y[0] += jump
        due += 1
    now = move_to(k * dt, now)${fires}
    trace.append(y[0])
`;
}

/** The loop that finds the time of a spike inside the step. */
function preciseLoop(experiment: Experiment): string {
  const model = pythonModel(experiment);
  const reset = model.reset.map((l) => `        ${l}`).join('\n');
  const fires =
    model.fires === ''
      ? ''
      : `
        if end[0] >= V_th:  # halve the stretch until the crossing is known to the last bit
            low, high = 0.0, until - now
            while True:
                h = low + (high - low) / 2
                if h in (low, high):
                    break
                low, high = (low, h) if advance(y, now, h)[0] >= V_th else (h, high)
            now += high
            fire()
            continue`;
  const fire =
    model.fires === ''
      ? ''
      : `def fire():
    """A spike at \`now\`: the reset, and the refractory period begins."""
    global held_until${model.reset.length > 1 ? ', w_now' : ''}
    spikes.append(now)
    settle(now)
${reset.replace(/^ {4}/gm, '')}
    held_until = now + t_ref


`;
  return `# The run, from event to event. Sample k is at k*dt, spikes are where V meets threshold, off this grid.
# (A bump above threshold that begins and ends within one step of dt is missed; the site's solver misses none.)
steps = math.floor(duration / dt + 1e-9)
spikes, trace = [], []
held_until = -1.0  # the end of the refractory period, ms
due = 0  # the next event
y = ${model.start}
now = 0.0


${fire}for k in range(steps + 1):
    while True:
        # Everything that is due now.
        while due < len(events) and events[due][0] <= now:
            settle(now)
            jump = arrive(events[due][1])
            if now >= held_until:  # a jump that comes in the refractory period is lost
                y[0] += jump
            due += 1
${
  model.fires === ''
    ? ''
    : `        if now >= held_until and y[0] >= V_th:
            fire()
`
}        if now >= k * dt:
            break
        until = min(k * dt, events[due][0] if due < len(events) else math.inf)
        if now < held_until:
            now = min(until, held_until)
            continue
        end = advance(y, now, until - now)${fires}
        y, now = end, until
    trace.append(y[0])
`;
}

/** @throws RangeError where plain Python of a readable length cannot do it */
export function toPython(experiment: Experiment): ExportedFile[] {
  const { neuron, method, duration, dt } = experiment;
  if (method === 'adaptive') {
    throw new RangeError(
      'plain Python has no method "adaptive": the standard library has no solver that chooses its own step. ' +
        'Export the experiment with method "rk4"',
    );
  }
  const model = pythonModel(experiment);
  const random = hasNoise(experiment) ? '\nimport random' : '';
  const exact = method === 'exact' || method === 'precise';
  const text = `"""${modelNote(neuron)}

Plain Python: no package is needed. Units: ms, mV, nA, nF, MOhm, uS; their products need no factors.
Method: ${method}${method === 'precise' ? '' : `, spikes on the grid as ${experiment.grid === 'nest' ? 'NEST' : 'Brian2'} stamps them`}.
Run it:  python3 neuron.py            prints the spike times
         python3 neuron.py --plot     draws the membrane potential (needs matplotlib)
"""
import math${random}
import sys

duration = ${number(duration)}  # ms
dt = ${number(dt)}  # ms
${parameterLines(neuron).join('\n')}

${currentFunction(experiment, model.unit).replace(/\ndef /, '\n\ndef ')}


${synapses(experiment)}


${exact ? exactUpdate(experiment) : `${model.slope}\n\n\n${block(STEPPERS[method] ?? '')}`}


${method === 'precise' ? preciseLoop(experiment) : gridLoop(experiment)}

print("spikes (ms):", spikes)
if "--plot" in sys.argv:
    import matplotlib.pyplot as plt

    plt.plot([k * dt for k in range(steps + 1)], trace)
    plt.plot(spikes, [max(trace)] * len(spikes), "|", markersize=20)
    plt.xlabel("time (ms)")
    plt.ylabel("membrane potential (mV)")
    plt.show()
`;
  return [
    { name: 'neuron.py', text: text.replace(/\n{4,}/g, '\n\n\n').replace(/"""\n*(?=def )/g, '"""\n\n\n') },
  ];
}
