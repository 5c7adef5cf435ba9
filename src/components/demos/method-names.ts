/** The methods of integration in a reader's words. */
import type { Method } from '../../sim/experiment.ts';
import type { DemoChoice } from './definition.ts';

const METHOD_NAMES: Readonly<Record<Method, string>> = {
  precise: 'closed form, event by event',
  exact: 'exact step on the grid',
  euler: 'Euler',
  rk2: 'Runge–Kutta, 2nd order',
  rk4: 'Runge–Kutta, 4th order',
  adaptive: 'order 8, with steps as short as needed',
};

/** The choice among the methods of a model. */
export function methodChoice({ methods }: { readonly methods: readonly Method[] }): DemoChoice {
  return {
    label: 'method',
    choices: methods.map((value) => ({ value, label: METHOD_NAMES[value] })),
  };
}
