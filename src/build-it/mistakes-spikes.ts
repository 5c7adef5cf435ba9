/** Wrong ways to fire, to be reset and to wait, by name. */
import type { Wrong } from './mistake.ts';
import { stepsOf, type Way } from './ways.ts';

const wrong = (id: string, say: string, ...ways: Way[]): Wrong => ({ id, say, ways });

export const THRESHOLD_MISTAKES: readonly Wrong[] = [
  wrong(
    'reset-missing',
    'The reset is missing: after a spike the potential stays above theta, and every further step is a spike again.',
    { reset: (next) => next },
    { reset: (next) => next, hold: () => 0 },
  ),
  wrong(
    'reset-to-zero',
    'You reset to 0 mV. A spike puts the potential to u_reset.',
    { reset: () => 0 },
    { reset: () => 0, held: () => 0 },
  ),
  wrong(
    'reset-to-rest',
    'You reset to u_rest. The reset potential is a parameter of its own, u_reset, and need not be the resting potential.',
    { reset: (_, { u_rest }) => u_rest },
    { reset: (_, { u_rest }) => u_rest, held: (_, { u_rest }) => u_rest },
  ),
  wrong(
    'reset-to-threshold',
    'You reset to theta, so that the next step is a spike again. A spike puts the potential to u_reset.',
    { reset: (_, { theta }) => theta },
  ),
  wrong(
    'reset-by-subtraction',
    'You subtract something at a spike. This neuron is put to u_reset, from however far above theta it was.',
    { reset: (next, { theta, u_reset }) => next - (theta - u_reset) },
    { reset: (next, { theta, u_rest }) => next - (theta - u_rest) },
  ),
  wrong(
    'tested-before-update',
    'Did you test the threshold before the update? The potential reaches theta at the end of a step, so the test comes after u_next is computed; else every spike and reset comes one step late.',
    { fires: (_, before, { theta }) => before >= theta },
    { fires: (_, before, { theta }) => before >= theta, note: (k, { dt }) => (k - 1) * dt },
  ),
  wrong(
    'strictly-above',
    'Your neuron fires only above theta. It fires when the potential reaches theta: >= and not >.',
    { fires: (next, _, { theta }) => next > theta },
  ),
  wrong(
    'fires-below',
    'Your neuron fires below theta: the comparison is the wrong way round.',
    { fires: (next, _, { theta }) => next <= theta },
    { fires: (next, _, { theta }) => next < theta },
  ),
  wrong(
    'start-of-step',
    'You noted the time at which the step began. The potential is at theta when the step has ended, dt later.',
    { note: (k, { dt }) => (k - 1) * dt },
  ),
  wrong(
    'a-step-late',
    'You noted the time of the step after. Step k, counted from 0, ends at (k + 1) · dt.',
    { note: (k, { dt }) => (k + 1) * dt },
  ),
  wrong(
    'steps-not-ms',
    'Those are numbers of steps. Multiplied by dt they are times in milliseconds.',
    { note: (k) => k },
    { note: (k) => k - 1 },
  ),
  wrong('seconds-not-ms', 'Those are seconds. Everything here is in milliseconds.', {
    note: (k, { dt }) => (k * dt) / 1000,
  }),
  wrong(
    'potentials-not-times',
    'Those are potentials. spikes is to hold the times at which they were reached.',
    { note: (_, __, next) => next },
    { note: (_, { theta }) => theta },
    { note: (_, { u_reset }) => u_reset },
  ),
  wrong('once', 'Only the first spike is noted down. Does the loop end there, or is the list made anew?', {
    once: true,
  }),
];

export const REFRACTORY_MISTAKES: readonly Wrong[] = [
  wrong(
    'never-waits',
    'It does not wait: after a spike the potential has to stay at u_reset for t_ref. Is the number of steps 0 because something was turned into seconds? All times here are in milliseconds.',
    { hold: () => 0 },
  ),
  wrong(
    'waits-one-less',
    'The wait is one step too short. The step with the spike does not count: round(t_ref / dt) further steps stay at u_reset. (Comparing times can also cost a step, as 0.1 added twenty times is not quite 2: count steps instead.)',
    { hold: ({ t_ref, dt }) => Math.round(t_ref / dt) - 1 },
  ),
  wrong(
    'waits-one-more',
    'The wait is one step too long. It is round(t_ref / dt) steps, the step with the spike not among them. (Comparing times can also add a step, as 0.1 added twenty times is not quite 2: count steps instead.)',
    { hold: ({ t_ref, dt }) => Math.round(t_ref / dt) + 1 },
  ),
  wrong('waits-twice', 'The wait is twice as long as t_ref.', {
    hold: ({ t_ref, dt }) => 2 * Math.round(t_ref / dt),
  }),
  wrong(
    'milliseconds-as-steps',
    'It waits for t_ref steps. A step is dt long, so t_ref milliseconds are t_ref / dt steps.',
    { hold: ({ t_ref }) => Math.floor(t_ref) },
    { hold: ({ t_ref }) => Math.ceil(t_ref) },
  ),
  wrong('wait-off-by-1000', 'The wait is off by a factor of 1000: t_ref is in milliseconds, as dt is.', {
    hold: ({ t_ref, dt }) => Math.round((1000 * t_ref) / dt),
  }),
  wrong(
    'wait-times-dt',
    'The number of steps is t_ref / dt; you multiply.',
    { hold: ({ t_ref, dt }) => Math.floor(t_ref * dt) },
    { hold: ({ t_ref, dt }) => Math.ceil(t_ref * dt) },
  ),
  wrong(
    'waits-at-rest',
    'It waits at u_rest. During the refractory period the potential is held at u_reset.',
    { held: (_, { u_rest }) => u_rest },
  ),
  wrong('waits-at-zero', 'It waits at 0 mV. During the refractory period the potential is held at u_reset.', {
    held: () => 0,
  }),
  wrong(
    'climbs-while-waiting',
    'The potential goes on climbing while it waits; only the spikes are held back. It has to stay at u_reset.',
    { climbs: true },
  ),
  wrong(
    'waits-first',
    'It waits before the first spike, too. No spike has come before it, so there is nothing to recover from.',
    { waitsFirst: true },
  ),
  wrong(
    'waits-for-ever',
    'After the first spike it waits for ever. Is the count made smaller in every step that waits?',
    { hold: (numbers) => stepsOf(numbers) },
  ),
];
