/** The inputs of an experiment as Python: one function of time for all injected currents, used by every target
 *  that runs in Python, and lists of arriving spikes. */
import type { Experiment, Input, RandomInput, SpikesInput, PoissonInput } from '../sim/experiment.ts';
import { number, numberList, plural } from './text.ts';

/** An input that is a train of spikes. */
export type Train = SpikesInput | PoissonInput;

export const isTrain = (input: Input): input is Train => input.type === 'spikes' || input.type === 'poisson';
export const isRandom = (input: Input): input is RandomInput =>
  input.type === 'ou' || input.type === 'white' || input.type === 'poisson';

/** Lines of Python that add one input to `I`, inside `current`. */
function added(input: Input, i: number): string[] {
  switch (input.type) {
    case 'step':
      return [
        `if ${number(input.start)} <= middle < ${number(input.stop)}:  # a step`,
        `    I += ${number(input.amplitude)}`,
      ];
    case 'pulse':
      return [
        `pulse = math.floor((middle - ${number(input.start)}) / ${number(input.period)})  # ${plural(input.count, 'pulse')}`,
        `since = middle - (${number(input.start)} + pulse * ${number(input.period)})`,
        `if 0 <= pulse < ${number(input.count)} and since < ${number(input.width)}:`,
        `    I += ${number(input.amplitude)}`,
      ];
    case 'ramp': {
      const slope = (input.to - input.from) / (input.stop - input.start);
      if (!Number.isFinite(slope)) return [];
      return [
        `if ${number(input.start)} <= middle < ${number(input.stop)}:  # a ramp`,
        `    I += ${number(input.from)} + ${number(slope)} * (t - ${number(input.start)})`,
      ];
    }
    case 'sine':
      return [
        `if ${number(input.start)} <= middle < ${number(input.stop)}:  # a sine of ${number(input.frequency)} Hz`,
        `    angle = 2 * math.pi * ${number(input.frequency)} / 1000 * (t - ${number(input.start)}) + ${number(input.phase)}`,
        `    I += ${number(input.offset)} + ${number(input.amplitude)} * math.sin(angle)`,
      ];
    case 'chirp': {
      const span = input.stop - input.start;
      if (span === 0) return [];
      return [
        `if ${number(input.start)} <= middle < ${number(input.stop)}:  # a chirp from ${number(input.from)} to ${number(input.to)} Hz`,
        `    s = t - ${number(input.start)}`,
        `    cycles = ${number(input.from)} / 1000 * s + ${number(input.to - input.from)} / 1000 * s * s / ${number(2 * span)}`,
        `    I += ${number(input.offset)} + ${number(input.amplitude)} * math.sin(2 * math.pi * cycles + ${number(input.phase)})`,
      ];
    }
    case 'samples': {
      const values = `SAMPLES_${i}`;
      const linear = input.interpolation === 'linear';
      return [
        `k = math.floor((middle - ${number(input.start)}) / ${number(input.dt)})  # a recorded current`,
        `if 0 <= k < len(${values})${linear ? ' - 1' : ''} and middle < ${number(input.stop)}:`,
        linear
          ? `    I += ${values}[k] + (${values}[k + 1] - ${values}[k]) * ((t - ${number(input.start)}) / ${number(input.dt)} - k)`
          : `    I += ${values}[k]`,
      ];
    }
    case 'ou':
    case 'white':
      return [
        `k = math.floor((middle - ${number(input.start)}) / dt)  # noise, held for a step`,
        `if 0 <= k < len(NOISE_${i}) and middle < ${number(input.stop)}:`,
        `    I += NOISE_${i}[k]`,
      ];
    case 'spikes':
    case 'poisson':
      return [];
  }
}

/** Python that draws the noise of one input; `dt`, `duration` and the neuron's R_m, C_m, E_L stand above it. */
function drawn(input: Input, i: number): string[] {
  const steps = (start: number, stop: number) =>
    `max(0, math.ceil((min(${number(stop)}, duration) - ${number(start)}) / dt - 1e-9))`;
  if (input.type === 'ou') {
    return [
      `# An Ornstein-Uhlenbeck current: mean and standard deviation in nA, correlation time ${number(input.tau)} ms.`,
      `NOISE_${i} = []`,
      `kept = math.exp(-dt / ${number(input.tau)})`,
      `deviation = random.gauss(0, ${number(input.sd)})`,
      `for _ in range(${steps(input.start, input.stop)}):`,
      `    NOISE_${i}.append(${number(input.mean)} + deviation)`,
      `    deviation = deviation * kept + ${number(input.sd)} * math.sqrt(1 - kept * kept) * random.gauss(0, 1)`,
    ];
  }
  if (input.type === 'white') {
    return [
      `# White noise, tau dV = (mu - V) dt + sigma sqrt(tau) dW, as a current held for each step: its standard`,
      `# deviation makes V at the ends of the steps exactly the continuous process, whatever dt.`,
      `kept = math.exp(-dt / (R_m * C_m))`,
      `mean = (${number(input.mu)} - E_L) / R_m`,
      `sd = ${number(input.sigma)} / R_m * math.sqrt((1 + kept) / (2 * (1 - kept)))`,
      `NOISE_${i} = [random.gauss(mean, sd) for _ in range(${steps(input.start, input.stop)})]`,
    ];
  }
  return [];
}

/** When the current has an edge, as Python; empty for a train of spikes. */
function edges(input: Input, i: number): string {
  switch (input.type) {
    case 'spikes':
    case 'poisson':
      return '';
    case 'pulse': {
      const [start, period, width] = [number(input.start), number(input.period), number(input.width)];
      return `[${start} + j * ${period} + late for j in range(${number(input.count)}) for late in (0, ${width})]`;
    }
    case 'samples': {
      const [start, dt] = [number(input.start), number(input.dt)];
      const last = input.values.length - (input.interpolation === 'linear' ? 1 : 0);
      return `[${start} + k * ${dt} for k in range(${last + 1})] + [${number(input.stop)}]`;
    }
    case 'ou':
    case 'white':
      return `[${number(input.start)} + k * dt for k in range(len(NOISE_${i}))] + [${number(input.stop)}]`;
    default:
      return `[${number(input.start)}, ${number(input.stop)}]`;
  }
}

/** Whether any current is injected at all. */
export const hasCurrent = ({ inputs }: Experiment): boolean => inputs.some((input) => !isTrain(input));
export const hasNoise = ({ inputs }: Experiment): boolean => inputs.some(isRandom);

/** Recorded and drawn currents, then `current(t, middle)`.
 *  @param unit of the currents */
export function currentFunction({ inputs, seed }: Experiment, unit: string): string {
  const data = inputs.flatMap((input, i) => {
    if (input.type === 'samples') {
      return [
        `# A recorded current in ${unit}, one value every ${number(input.dt)} ms.`,
        `SAMPLES_${i} = ${numberList(input.values)}`,
      ];
    }
    return drawn(input, i);
  });
  const seeded = inputs.some(isRandom)
    ? [
        '# The random numbers are not those of the site: statistics agree, single spikes do not.',
        `random.seed(${number(seed)})`,
      ]
    : [];
  const body = inputs.flatMap(added);
  return [
    ...seeded,
    ...data,
    ...(data.length > 0 ? [''] : []),
    'def current(t, middle):',
    `    """Injected current in ${unit} at t ms; an input flows when it does so in the middle of the step."""`,
    '    I = 0.0',
    ...body.map((line) => `    ${line}`),
    '    return I',
  ].join('\n');
}

/** The list of all edges, as a Python expression. */
export function edgeList({ inputs }: Experiment): string {
  return inputs.map(edges).filter(Boolean).join(' + ') || '[]';
}

/** The times of a train in ms, when it was fired, as Python lines that define `name`. */
export function trainTimes(input: Train, name: string): string {
  if (input.type === 'spikes') return `${name} = ${numberList(input.times)}`;
  return [
    `${name} = []  # a Poisson train of ${number(input.rate)} Hz: exponential intervals`,
    `t = ${number(input.start)}`,
    `while ${number(input.rate)} > 0:`,
    `    t += random.expovariate(${number(input.rate)} / 1000)`,
    `    if t >= min(${number(input.stop)}, duration):`,
    '        break',
    `    ${name}.append(t)`,
  ].join('\n');
}
