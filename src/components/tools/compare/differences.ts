/** Which of a demo's controls stand elsewhere than they did for another run. */
import type { Difference } from '../../../figures/compare.ts';
import { formatChosen } from '../../../lib/quantity.ts';
import { modelIn, valueIn } from '../../demos/demo-values.ts';
import type { DemoRun } from '../../demos/definition.ts';
import type { DemoState } from '../../demos/demo.svelte.ts';

/** What a control is called, and how a value of it is written. */
function control(demo: DemoState, path: string): { name: string; show: (value: unknown) => string } {
  const { definition, values } = demo;
  // A word before a number: a setting may stand for one.
  const choice = definition.choices?.[path];
  if (choice)
    return {
      name: choice.label,
      show: (value) => choice.choices.find((one) => one.value === String(value))?.label ?? String(value),
    };
  if (typeof valueIn(path, values) === 'number') {
    const { label, unit } = demo.specOf(path);
    return { name: label, show: (value) => formatChosen(Number(value), unit) };
  }
  const { switches } = modelIn(definition, values.experiment);
  const name = switches[path.split('.')[1] ?? '']?.label ?? path;
  return { name, show: (value) => (value === true ? 'on' : 'off') };
}

export function differences(demo: DemoState, pinned: DemoRun): readonly Difference[] {
  const now = demo.run;
  const found = demo.controls.flatMap((path): Difference[] => {
    const [before, after] = [valueIn(path, pinned), valueIn(path, now)];
    if (before === after || before === undefined || after === undefined) return [];
    const { name, show } = control(demo, path);
    return [{ name, pinned: show(before), now: show(after) }];
  });
  // What no control holds, such as the times of spikes.
  if (found.length > 0 || JSON.stringify(pinned.experiment) === JSON.stringify(now.experiment)) return found;
  return [{ name: 'input', pinned: 'as it was', now: 'changed' }];
}
