/** An experiment with one neuron as a PyNEST script (NEST 3). Names, units and the times of the devices are those of
 *  NEST's own documentation of each model. */
import type { Experiment } from '../sim/experiment.ts';
import { heldSteps } from './held-steps.ts';
import type { ExportedFile } from './index.ts';
import { modelNote } from './notes.ts';
import { assertOnGrid, offGrid } from './on-grid.ts';
import { INSTEAD, oneSynapse, type OneSynapse } from './one-synapse.ts';
import { NEVER_MV } from './pynn.ts';
import { hasCurrent, hasNoise, trainTimes } from './python-inputs.ts';
import { number } from './text.ts';
import { real } from './network-nest.ts';

interface Node {
  readonly model: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What makes pA of the site's unit of current, and of a weight. */
  readonly perCurrent: number;
  readonly perWeight: number;
  readonly note: string;
}

/** A patch of squid axon: with 1e-4 cm², 1 µF/cm² is 100 pF, 1 mS/cm² is 100 nS, 1 µA/cm² is 100 pA. */
const PATCH = 100;

/** `value * 1000`, written out: the reader sees the unit change. */
const thousand = (value: number): string => `${real(value)} * 1000`;

/** @throws RangeError where NEST has no such neuron */
function nodeOf(experiment: Experiment, { kind, tauEx, tauIn, trains }: OneSynapse): Node {
  const { neuron, method } = experiment;
  const refuse = (what: string): never => {
    throw new RangeError(`NEST ${what}; ${INSTEAD}`);
  };
  const taus = kind === 'delta' ? {} : { tau_syn_ex: real(tauEx), tau_syn_in: real(tauIn) };
  switch (neuron.model) {
    case 'lif':
    case 'lif_cond': {
      if (!neuron.leak) refuse('has no neuron without leak');
      const conductance = neuron.model === 'lif_cond';
      if (!conductance && method !== 'exact') {
        refuse(`integrates this neuron exactly and has no method "${method}" for it`);
      }
      return {
        model: `iaf_${conductance ? 'cond' : 'psc'}_${kind}`,
        parameters: {
          C_m: thousand(neuron.C_m),
          ...(conductance
            ? { g_L: `1000 / ${real(neuron.R_m)}` }
            : { tau_m: `${real(neuron.R_m)} * ${real(neuron.C_m)}` }),
          E_L: real(neuron.E_L),
          V_th: real(neuron.threshold ? neuron.V_th : NEVER_MV),
          V_reset: real(neuron.V_reset),
          t_ref: `max(0.0, ${real(neuron.t_ref)} - early)`,
          V_m: real(neuron.V_m),
          ...taus,
          ...(conductance ? { E_ex: real(neuron.E_ex), E_in: real(neuron.E_in) } : {}),
        },
        perCurrent: 1000,
        perWeight: kind === 'delta' ? 1 : 1000,
        note: conductance
          ? 'It is integrated by a Runge-Kutta-Fehlberg method that chooses its own steps within dt.'
          : 'It is integrated exactly: V_m at the end of a step is the solution of its equation (Rotter & Diesmann 1999).',
      };
    }
    case 'adex':
      return {
        model: `aeif_psc_${kind}`,
        parameters: {
          C_m: thousand(neuron.C_m),
          g_L: thousand(neuron.g_L),
          E_L: real(neuron.E_L),
          V_th: real(neuron.V_th),
          Delta_T: real(neuron.Delta_T),
          V_peak: real(neuron.V_peak),
          V_reset: real(neuron.V_reset),
          t_ref: `max(0.0, ${real(neuron.t_ref)} - early)`,
          a: thousand(neuron.a),
          b: thousand(neuron.b),
          tau_w: real(neuron.tau_w),
          V_m: real(neuron.V_m),
          w: thousand(neuron.w),
          ...taus,
        },
        perCurrent: 1000,
        perWeight: kind === 'delta' ? 1 : 1000,
        note: 'An adaptive Runge-Kutta-Fehlberg method looks for V_peak within the step; the spike is stamped its end.',
      };
    case 'izhikevich':
      if (method !== 'euler')
        refuse('steps this neuron by Euler’s method: export the experiment with method "euler"');
      if (kind !== 'delta' && trains.length > 0) refuse('has jumps of V_m alone as synapses of this neuron');
      return {
        model: 'izhikevich',
        parameters: {
          a: real(neuron.a),
          b: real(neuron.b),
          c: real(neuron.c),
          d: real(neuron.d),
          V_th: real(neuron.V_peak),
          V_m: real(neuron.V_m),
          U_m: real(neuron.u),
          consistent_integration: 'True',
        },
        perCurrent: 1,
        perWeight: 1,
        note: 'V_th is its peak. A current in pA counts as one in mV/ms.',
      };
    case 'hodgkin_huxley':
      if (kind !== 'alpha' && trains.length > 0)
        refuse('has alpha currents alone as synapses of this neuron');
      return {
        model: 'hh_psc_alpha',
        parameters: {
          C_m: `${real(neuron.C_m)} * ${PATCH}`,
          g_Na: `${real(neuron.g_Na)} * ${PATCH}`,
          g_K: `${real(neuron.g_K)} * ${PATCH}`,
          g_L: `${real(neuron.g_L)} * ${PATCH}`,
          E_Na: real(neuron.E_Na),
          E_K: real(neuron.E_K),
          E_L: real(neuron.E_L),
          t_ref: '0.0',
          ...(trains.length > 0 ? taus : {}),
        },
        perCurrent: PATCH,
        perWeight: PATCH,
        note: 'A patch of 1e-4 cm2: C_m in pF, conductances in nS, currents in pA are 100 times those of a square\n# centimetre in uF, mS and uA. NEST stamps the peak of a spike, the site where V_m rises through 0 mV.',
      };
    case 'alif':
      return refuse('has no LIF neuron with an adaptation current and a hard threshold');
  }
}

function squidStart({ neuron }: Experiment): string {
  if (neuron.model !== 'hodgkin_huxley') return '';
  return `
# The gates start settled at the first potential.
V = ${number(neuron.V_m)}
linoid = lambda x: x / -math.expm1(-x) if x else 1.0
m = linoid((V + 40) / 10), 4 * math.exp(-(V + 65) / 18)
h = 0.07 * math.exp(-(V + 65) / 20), 1 / (1 + math.exp(-(V + 35) / 10))
n = 0.1 * linoid((V + 55) / 10), 0.125 * math.exp(-(V + 65) / 80)
neuron.set(V_m=V, Act_m=m[0] / sum(m), Inact_h=h[0] / sum(h), Act_n=n[0] / sum(n))
`;
}

function synapses(experiment: Experiment, { trains }: OneSynapse, { perWeight }: Node): string[] {
  const { duration, dt, neuron } = experiment;
  if (trains.length === 0) return [];
  const unit = trains[0]?.synapse === 'delta' ? 'mV' : neuron.model === 'lif_cond' ? 'nS' : 'pA';
  return [
    '',
    `# Synapses. weight is in ${unit}${unit === 'mV' ? ', a jump of V_m' : ', the peak'}; below 0 it goes to the inhibitory synapse. A spike acts delay after`,
    '# it was sent, and delay is at least one step: what has to arrive at t is sent at t - dt.',
    ...trains.flatMap((train, i) => {
      const weight = `${real(train.weight)}${perWeight === 1 ? '' : ` * ${perWeight}`}`;
      if (train.type === 'poisson') {
        return [
          `source = nest.Create('poisson_generator', params={'rate': ${real(train.rate)}, 'start': ${real(train.start)}, 'stop': ${real(train.stop)}})`,
          `nest.Connect(source, neuron, syn_spec={'weight': ${weight}, 'delay': ${number(Math.max(1, Math.round(train.delay / dt)))} * dt})`,
        ];
      }
      const moved = offGrid(
        train.times.map((t) => t + train.delay).filter((t) => t < duration),
        dt,
      );
      return [
        ...(moved === '' ? [] : [`# ${moved}.`]),
        trainTimes(train, `times_${i}`),
        `arrivals = [max(2, round((t + ${number(train.delay)}) / dt)) for t in times_${i}]  # in steps; 2 is the first there is`,
        `source = nest.Create('spike_generator', params={'spike_times': [round((k - 1) * dt, 6) for k in arrivals]})`,
        `nest.Connect(source, neuron, syn_spec={'weight': ${weight}, 'delay': dt})`,
      ];
    }),
  ];
}

/** @throws RangeError unless a step is a whole number of NEST's ticks */
export function assertTicks(dt: number): void {
  if (Math.abs(dt * 1000 - Math.round(dt * 1000)) < 1e-6 && dt > 5e-4) return;
  throw new RangeError(
    `NEST's time has ticks of 0.001 ms, and dt must be a whole number of them, got ${number(dt)} ms`,
  );
}

/** @throws RangeError where NEST cannot do it */
export function toPynest(experiment: Experiment): ExportedFile[] {
  assertOnGrid(experiment, 'the export to NEST');
  const { neuron, duration, dt, grid, seed } = experiment;
  assertTicks(dt);
  const synapse = oneSynapse(experiment, 'NEST');
  const node = nodeOf(experiment, synapse);
  const parameters = Object.entries(node.parameters).map(([name, value]) => `        '${name}': ${value},`);
  const scale = node.perCurrent === 1 ? '' : ` * ${node.perCurrent}`;
  const text = `"""${modelNote(neuron)}

For NEST 3 (https://nest-simulator.readthedocs.io):  conda install -c conda-forge nest-simulator
Run it:  python3 neuron_nest.py            prints the spike times
         python3 neuron_nest.py --plot     draws the membrane potential
NEST's units are ms, mV, pA, pF, nS: a thousandth of the site's nA, nF and uS.
"""
import math
${hasNoise(experiment) ? 'import random\n' : ''}import sys

import nest

duration, dt = ${number(duration)}, ${real(dt)}  # ms
${experiment.inputs.some(({ type }) => type === 'white') && 'R_m' in neuron ? `R_m, C_m, E_L = ${number(neuron.R_m)}, ${number(neuron.C_m)}, ${number(neuron.E_L)}  # MOhm, nF, mV, for the noise\n` : ''}nest.ResetKernel()
nest.SetKernelStatus({'resolution': dt, 'rng_seed': ${number(Math.max(1, seed % 2 ** 32))}})

# NEST stamps a spike with the end of the step that crosses threshold, and then clamps t_ref / dt steps.${
    grid === 'brian2'
      ? "\n# This experiment is on Brian2's grid, which stamps the start of the step and clamps one step fewer."
      : ''
  }
early = ${grid === 'brian2' ? 'dt' : '0.0'}
# ${node.note}
neuron = nest.Create(
    '${node.model}',
    params={
${parameters.join('\n')}
    },
)
${squidStart(experiment)}${
    hasCurrent(experiment)
      ? `
${heldSteps(experiment)}

# A device reaches the neuron after a delay of at least one step: a current that changes at t is told so at t - dt. Before
# the second step no device can reach it; I_e, the neuron's own constant current, carries what flows from the start.
first = held[0]
neuron.set(I_e=first${scale})
later = sorted({max(2, k) for k in changes if k > 0 and k < steps})
if later:
    generator = nest.Create(
        'step_current_generator',
        params={
            'amplitude_times': [round((k - 1) * dt, 6) for k in later],
            'amplitude_values': [(held[k] - first)${scale} for k in later],
        },
    )
    nest.Connect(generator, neuron, syn_spec={'delay': dt})
`
      : ''
  }${synapses(experiment, synapse, node).join('\n')}

recorder = nest.Create('spike_recorder')
nest.Connect(neuron, recorder)
multimeter = nest.Create('multimeter', params={'record_from': ['V_m'], 'interval': dt})
nest.Connect(multimeter, neuron)
nest.Simulate(dt * round(duration / dt))

times = [float(t) - early for t in recorder.get('events', 'times')]
print("spikes (ms):", times)
if '--plot' in sys.argv:
    import matplotlib.pyplot as plt

    plt.plot(multimeter.get('events', 'times'), multimeter.get('events', 'V_m'))
    plt.xlabel('time (ms)')
    plt.ylabel('membrane potential (mV)')
    plt.show()
`;
  return [{ name: 'neuron_nest.py', text: text.replace(/\n{4,}/g, '\n\n\n').replaceAll('’', "'") }];
}
