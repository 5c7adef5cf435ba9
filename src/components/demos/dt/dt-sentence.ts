/** What the dt lab shows, in sentences. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { stabilityFactor } from '../../../sim/lif-stepped.ts';
import { interspikeIntervalMs, steadyStateMv, timeConstantMs } from '../../../sim/theory.ts';
import { stepsIn } from '../../../sim/time-grid.ts';
import { constantCurrent } from '../constant-current.ts';
import { gridIntervalMs, type StepErrors } from './dt-errors.ts';
import { regimeOf, type Regime } from './dt-regime.ts';

const ms = (value: number) => formatQuantity(value, 'ms', 2);

/** @param factor what a step leaves of the distance to u∞ */
function euler(regime: Regime, factor: number, steady: string): string {
  const part = formatNumber(Math.abs(factor), 2);
  const ways: Record<Regime, string> = {
    monotone: `shorter than τ: Euler comes nearer with every step and never goes past ${steady}`,
    'at once': `just τ: Euler jumps to ${steady} in a single step, and stays`,
    oscillating: `between τ and 2τ: Euler goes past ${steady} with every step, and ${part} times as far on the other side`,
    'for ever': `just 2τ: Euler swings about ${steady} for ever, as far at each step as before`,
    diverging: `longer than 2τ: Euler diverges, at each step ${part} times as far on the other side of ${steady}`,
  };
  return ways[regime];
}

function passive({ neuron, dt }: Experiment<LifNeuron>, current: number, here: StepErrors): string {
  const tau = timeConstantMs(neuron);
  const steady = steadyStateMv(neuron, current);
  if (steady === neuron.V_m) return `u stays at ${formatChosen(steady, 'mV')}, whatever the step.`;
  const factor = stabilityFactor('euler', -dt / tau);
  const wrong =
    here.euler < 1e6
      ? `it is wrong by up to ${formatChosen(Number(here.euler.toPrecision(2)), 'mV')}`
      : 'it leaves every bound';
  return (
    `A step of ${formatChosen(dt, 'ms')} is ${euler(regimeOf(dt, tau), factor, formatQuantity(steady, 'mV', 1))}; ` +
    `${wrong}. A step of Euler multiplies the distance by 1 − dt/τ = ${formatNumber(factor, 3)}, the exact update by ` +
    `e^(−dt/τ) = ${formatNumber(Math.exp(-dt / tau), 3)}, which is right at any step, to the rounding of the last digit.`
  );
}

/** The grid holds a refractory period for whole steps only. */
function refractory({ neuron: { t_ref }, dt }: Experiment<LifNeuron>): string {
  const held = stepsIn(t_ref, dt) * dt;
  if (Math.abs(held - t_ref) <= 1e-9 * dt) return '';
  return ` On this grid the refractory period of ${formatChosen(t_ref, 'ms')} lasts ${formatChosen(held, 'ms')}.`;
}

/** Whether Euler's early crossing makes up for the wait until the next point of the grid. */
function cancels({ euler, exact }: StepErrors): string {
  if (euler === exact) return 'does not save a whole step';
  return euler < 0 ? 'more than makes up for the wait' : 'makes up for some of the wait';
}

function spiking(experiment: Experiment<LifNeuron>, current: number, here: StepErrors): string {
  const { neuron, dt } = experiment;
  const truth = interspikeIntervalMs(neuron, current);
  const at = `At ${formatChosen(current, 'nA')}`;
  if (truth === Infinity) {
    const interval = gridIntervalMs(experiment, 'euler');
    const euler =
      interval < Infinity
        ? `Euler fires it every ${ms(interval)} all the same: a step longer than τ goes past u∞.`
        : 'Neither method fires it.';
    return `${at} the neuron never fires, and there is no interval to compare. ${euler}`;
  }
  return (
    `${at} the interval is ${ms(truth)}; with a step of ${formatChosen(dt, 'ms')} Euler makes it ` +
    `${ms(truth + here.euler)}, the exact update ${ms(truth + here.exact)}. Exact is only the way between two spikes: a spike ` +
    `waits for the next point of the grid, up to ${formatChosen(dt, 'ms')}. Euler climbs too fast, which ` +
    `here ${cancels(here)}.${refractory(experiment)}`
  );
}

export function dtSentence(experiment: Experiment<LifNeuron>, here: StepErrors): string {
  const current = constantCurrent(experiment);
  return experiment.neuron.threshold
    ? spiking(experiment, current, here)
    : passive(experiment, current, here);
}
