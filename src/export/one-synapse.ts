/** The neurons of NEST and PyNN have one kind of synapse, with one time constant for excitation and one for
 *  inhibition. What an experiment has must fit. */
import type { Experiment, Synapse } from '../sim/experiment.ts';
import { isTrain, type Train } from './python-inputs.ts';

export interface OneSynapse {
  readonly trains: readonly Train[];
  /** What all of them are; `exp` where there is none. */
  readonly kind: Synapse;
  /** Time constants in ms of positive and of negative weights. */
  readonly tauEx: number;
  readonly tauIn: number;
}

/** What to do instead, at the end of a refusal. */
export const INSTEAD = 'Brian2 and plain Python can';

/** @param tool whose neurons these are
 *  @throws RangeError where the synapses do not fit into one neuron */
export function oneSynapse({ inputs }: Experiment, tool: string): OneSynapse {
  const trains = inputs.filter(isTrain);
  const kinds = [...new Set(trains.map(({ synapse }) => synapse))];
  if (kinds.length > 1) {
    throw new RangeError(
      `a neuron of ${tool} has one kind of synapse, got ${kinds.join(' and ')}; ${INSTEAD}`,
    );
  }
  const [kind = 'exp'] = kinds;
  const tauOf = (inhibits: boolean): number => {
    const taus = trains.filter(({ weight }) => weight < 0 === inhibits).map(({ tau_syn }) => tau_syn);
    const different = [...new Set(taus)];
    if (kind !== 'delta' && different.length > 1) {
      throw new RangeError(
        `a neuron of ${tool} has one time constant for ${inhibits ? 'inhibition' : 'excitation'}, got ${different.join(' and ')} ms; ${INSTEAD}`,
      );
    }
    return different[0] ?? 5;
  };
  return { trains, kind, tauEx: tauOf(false), tauIn: tauOf(true) };
}
