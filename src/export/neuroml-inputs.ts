/** The currents of an experiment as NeuroML's generators. */
import type { Experiment, Input } from '../sim/experiment.ts';
import { neuromlNumber } from './neuroml-number.ts';

/** In the order in which the schema has the elements of a document. */
const ORDER = ['pulseGenerator', 'sineGenerator', 'rampGenerator'] as const;

interface Generator {
  readonly kind: (typeof ORDER)[number];
  readonly id: string;
  /** Name → value with its unit. */
  readonly attributes: Readonly<Record<string, string>>;
}

const INSTEAD = 'Brian2 and plain Python can';
const REFUSED = {
  chirp: 'NeuroML has no current whose frequency runs',
  samples: 'NeuroML has no recorded current',
  ou: 'NeuroML has no Ornstein–Uhlenbeck current',
  white: 'NeuroML has no white noise',
  poisson: 'trains of spikes are not written for NeuroML, whose synapses are others than ours',
  spikes: 'trains of spikes are not written for NeuroML, whose synapses are others than ours',
} as const;

const ms = (value: number): string => `${neuromlNumber(value)}ms`;

/** @param current a current with its unit
 *  @param end of the run, ms: pulses after it are left out */
function generators(input: Input, i: number, end: number, current: (value: number) => string): Generator[] {
  const id = `input_${i}`;
  switch (input.type) {
    case 'step': {
      const attributes = {
        delay: ms(input.start),
        duration: ms(input.stop - input.start),
        amplitude: current(input.amplitude),
      };
      return [{ kind: 'pulseGenerator', id, attributes }];
    }
    case 'pulse': {
      const starts = Array.from({ length: input.count }, (_, k) => input.start + k * input.period);
      return starts
        .filter((start) => start < end)
        .map((start, k) => ({
          kind: 'pulseGenerator',
          id: `${id}_${k}`,
          attributes: { delay: ms(start), duration: ms(input.width), amplitude: current(input.amplitude) },
        }));
    }
    case 'ramp': {
      const attributes = {
        delay: ms(input.start),
        duration: ms(input.stop - input.start),
        startAmplitude: current(input.from),
        finishAmplitude: current(input.to),
        baselineAmplitude: current(0),
      };
      return [{ kind: 'rampGenerator', id, attributes }];
    }
    case 'sine': {
      const times = { delay: ms(input.start), duration: ms(input.stop - input.start) };
      const constant = (name: string, value: number): Generator[] =>
        value === 0
          ? []
          : [{ kind: 'pulseGenerator', id: name, attributes: { ...times, amplitude: current(value) } }];
      // A sine that stands still has no period.
      if (input.frequency === 0) return constant(id, input.offset + input.amplitude * Math.sin(input.phase));
      const attributes = {
        phase: neuromlNumber(input.phase),
        ...times,
        amplitude: current(input.amplitude),
        period: ms(1000 / input.frequency),
      };
      return [...constant(`${id}_offset`, input.offset), { kind: 'sineGenerator', id, attributes }];
    }
    default:
      throw new RangeError(`inputs.${i}: ${REFUSED[input.type]}; ${INSTEAD}`);
  }
}

/** @returns the elements, and the ids by which the network names them
 *  @throws RangeError for a current that no generator makes */
export function neuromlInputs({ neuron, inputs, duration }: Experiment): { lines: string[]; ids: string[] } {
  const dimensionless = neuron.model === 'izhikevich';
  // µA/cm² times the 1000 µm² of the cell is 10 pA.
  const current = (value: number): string => {
    if (dimensionless) return neuromlNumber(value);
    return neuron.model === 'hodgkin_huxley' ? `${neuromlNumber(value * 10)}pA` : `${neuromlNumber(value)}nA`;
  };
  const all = inputs
    .flatMap((input, i) => generators(input, i, duration, current))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const lines = all.map(({ kind, id, attributes }) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${kind}${dimensionless ? 'DL' : ''} id="${id}"${written.join('')}/>`;
  });
  return { lines, ids: all.map(({ id }) => id) };
}
