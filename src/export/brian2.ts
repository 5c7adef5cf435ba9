/** An experiment with one neuron as a Brian2 script. */
import type { Experiment } from '../sim/experiment.ts';
import { brian2Model, weightUnit } from './brian2-models.ts';
import type { ExportedFile } from './index.ts';
import { modelNote } from './notes.ts';
import { assertOnGrid, heldCurrent, offGrid } from './on-grid.ts';
import { currentFunction, hasCurrent, hasNoise, isTrain, trainTimes, type Train } from './python-inputs.ts';
import { number } from './text.ts';

/** A time constant as the file gives it. Brian2's closed form divides by the difference to that of the membrane and
 *  by 0 where they are equal: such a one is moved 1e-5 of itself away. */
function apart({ neuron, method }: Experiment, tau: number): string {
  const same = method === 'exact' && 'R_m' in neuron && Math.abs(tau / (neuron.R_m * neuron.C_m) - 1) < 1e-5;
  return same
    ? `${number(tau)}*(1 + 1e-5)*ms  # just beside tau_m: Brian2 would divide 0 by 0`
    : `${number(tau)}*ms`;
}

function synapseEquations(experiment: Experiment): string[] {
  const dimension = experiment.neuron.model === 'lif_cond' ? 'siemens' : brian2Model(experiment).current[1];
  return experiment.inputs.filter(isTrain).flatMap((train, i) => {
    const tau = `tau_${i}`;
    if (train.synapse === 'exp') return [`ds_${i}/dt = -s_${i}/${tau} : ${dimension}`];
    if (train.synapse === 'delta') return [];
    return [
      `ds_${i}/dt = (x_${i} - s_${i})/${tau} : ${dimension}  # alpha: two stages`,
      `dx_${i}/dt = -x_${i}/${tau} : ${dimension}`,
    ];
  });
}

function source(experiment: Experiment, train: Train, i: number): string[] {
  const { duration, dt } = experiment;
  if (train.type === 'poisson') {
    return [
      `# A Poisson train of Brian2's own random numbers.`,
      `source_${i} = PoissonGroup(1, '${number(train.rate)}*Hz*int(t >= ${number(train.start)}*ms and t < ${number(train.stop)}*ms)')`,
    ];
  }
  const arrivals = train.times.map((t) => t + train.delay).filter((t) => t < duration);
  const moved = offGrid(arrivals, dt);
  return [
    ...(moved === '' ? [] : [`# ${moved}.`]),
    trainTimes({ ...train, times: train.times.filter((t) => t + train.delay < duration) }, `times_${i}`),
    `fired = [max(0, round((t + ${number(train.delay)})/(dt/ms)) - 1) for t in times_${i}]  # in steps, see above`,
    `source_${i} = SpikeGeneratorGroup(max(1, len(fired)), range(len(fired)), fired*dt)`,
  ];
}

function synapses(experiment: Experiment): string[] {
  const { neuron } = experiment;
  const trains = experiment.inputs.filter(isTrain);
  if (trains.length === 0) return [];
  return [
    '',
    '# Synapses. In every step Brian2 moves the states, then looks at threshold, then lets spikes arrive, then resets:',
    '# what arrives in the step from t to t + dt acts from t + dt on. To arrive at a time, a spike is sent one step',
    '# before it. A jump of v is compared with threshold at the end of the step after it.',
    ...trains.flatMap((train, i) => {
      const size = neuron.model === 'lif_cond' ? Math.abs(train.weight) : train.weight;
      const weight = `${number(size)}*${weightUnit(experiment, train)}`;
      const effect = {
        delta: `v += ${weight}`,
        exp: `s_${i} += ${weight}`,
        alpha: `x_${i} += 2.718281828459045*${weight}`,
      }[train.synapse];
      return [
        ...source(experiment, train, i),
        `synapse_${i} = Synapses(source_${i}, neuron, on_pre='${effect}'${train.type === 'poisson' && train.delay > 0 ? `, delay=${number(train.delay)}*ms` : ''})`,
        `synapse_${i}.connect()`,
      ];
    }),
  ];
}

const METHOD_NOTE = {
  exact: "'exact': the solution in closed form, for equations linear in their variables",
  euler: "'euler': one step along the slope, order 1",
  rk2: "'rk2': the midpoint method, order 2",
  rk4: "'rk4': Kutta's four stages, order 4",
} as const;

/** @throws RangeError where Brian2 steps otherwise */
export function toBrian2(experiment: Experiment): ExportedFile[] {
  assertOnGrid(experiment, 'Brian2');
  const { neuron, duration, dt, grid, seed } = experiment;
  const asked = experiment.method as keyof typeof METHOD_NOTE;
  // Brian2's closed form needs a leak; without one Euler's step is exact where the current is held.
  const leaks = !('leak' in neuron) || neuron.leak;
  const decays =
    experiment.inputs.some((input) => isTrain(input) && input.synapse !== 'delta') || neuron.model === 'alif';
  const method = leaks || asked !== 'exact' ? asked : decays ? 'rk4' : 'euler';
  const model = brian2Model(experiment);
  const trains = experiment.inputs.filter(isTrain);
  const [unit, dimension] = model.current;
  const late = grid === 'nest' && model.reset !== '' ? 1 : 0;
  const steps = 't_ref' in neuron ? Math.round(neuron.t_ref / dt) : 0;
  const current = hasCurrent(experiment)
    ? [`I_in = I_held(t) : ${dimension} (constant over dt)`]
    : [`I_in = 0*${unit} : ${dimension}`];
  const stamps =
    model.reset === ''
      ? `# A spike is a sample at or above 0 mV that comes after one below it; Brian2 stamps the start of that step.`
      : late
        ? `# Brian2 stamps a spike with the start t of the step that crosses threshold. This experiment has NEST's grid, the end
# of the step: dt is added below. NEST also clamps one step more; so the refractory period is longer by dt here.`
        : `# Brian2 stamps a spike with the start t of the step that crosses threshold, and the clamped steps count from there:
# t_ref/dt - 1 further steps stand still.`;
  const fires = [
    ...(model.threshold === '' ? [] : [`threshold='${model.threshold}'`]),
    ...(model.threshold === '' || model.reset === '' ? [] : [`reset='${model.reset}'`]),
    ...(model.hasRefractory ? [`refractory=${number(steps + late)}*dt`] : []),
    ...(model.reset === '' ? ["refractory='v >= 0*mV'"] : []),
  ];
  const text = `"""${modelNote(neuron)}

For Brian2 (https://brian2.readthedocs.io):  pip install brian2, or apt-get install python3-brian
Run it:  python3 neuron_brian2.py            prints the spike times
         python3 neuron_brian2.py --plot     draws the membrane potential
"""
from brian2 import *

# After brian2, which brings names of its own.
${hasCurrent(experiment) ? 'import math\n' : ''}${hasNoise(experiment) ? 'import random\n' : ''}import sys

prefs.codegen.target = 'numpy'  # one neuron: no compiler is needed, and none would be faster
defaultclock.dt = ${number(dt)}*ms
duration, dt = ${number(duration)}, ${number(dt)}  # ms: plain numbers, for the inputs
${experiment.inputs.some(({ type }) => type === 'white') && 'R_m' in neuron ? `R_m, C_m, E_L = ${number(neuron.R_m)}, ${number(neuron.C_m)}, ${number(neuron.E_L)}  # MOhm, nF, mV, likewise\n` : ''}${
    hasCurrent(experiment)
      ? `\n${currentFunction(experiment, unit).replace(/\n?def /, '\n\ndef ')}


# The injected current is held through each step; TimedArray is Brian2's name for a function of time.
steps = math.floor(duration/dt + 1e-9)
I_held = TimedArray([${heldCurrent(experiment)} for k in range(steps)]*${unit.includes('/') ? `(${unit})` : unit}, dt=dt*ms)
`
      : ''
  }
# Parameters carry their units; Brian2 checks every equation for them.
dt = defaultclock.dt
${model.parameters.join('\n')}
${neuron.model === 'alif' ? `tau_w = ${apart(experiment, neuron.tau_w)}\n` : ''}${trains.flatMap((train, i) => (train.synapse === 'delta' ? [] : [`tau_${i} = ${apart(experiment, train.tau_syn)}`])).join('\n')}

${hasNoise(experiment) ? `seed(${number(seed)})  # statistics agree with the site's, single spikes do not\n` : ''}${stamps}
# method=${METHOD_NOTE[method]}${method === 'exact' ? '' : '; all equations are taken with it,\n# where the site has synapses and adaptation in closed form'}
neuron = NeuronGroup(
    1,
    '''
    ${[...model.equations, ...current, ...synapseEquations(experiment)].join('\n    ')}
    ''',
    method='${method}',
    ${fires.join(',\n    ')}${fires.length > 0 ? ',' : ''}
)
${model.start.join('\n')}
${synapses(experiment).join('\n')}
trace = StateMonitor(neuron, 'v', record=0, when='start')  # when='start': v at t, before the step is taken
${model.threshold === '' ? '' : 'spikes = SpikeMonitor(neuron)\n'}run(duration*ms)

${model.threshold === '' ? 'times = []' : `times = [float(t) for t in (spikes.t${late ? ' + dt' : ''})/ms]`}
print("spikes (ms):", times)
if "--plot" in sys.argv:
    plot(trace.t/ms, trace.v[0]/mV)
    plot(times, [max(trace.v[0]/mV)]*len(times), '|', markersize=20)
    xlabel('time (ms)')
    ylabel('membrane potential (mV)')
    show()
`;
  return [{ name: 'neuron_brian2.py', text: text.replace(/\n{4,}/g, '\n\n\n') }];
}
