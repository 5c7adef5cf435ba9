/** Puts the axes to draw on in the place of the still ones. Loaded when a reader begins to draw. */
import { mount } from 'svelte';
import type { PredictionData } from '../../../figures/prediction-task.ts';
// A page with a prediction has the trace lab: without this line the bundler would cut what they share out of it.
import '../../demos/trace/TraceLab.svelte';
import Draw from './Draw.svelte';
import css from './draw.css?inline';

const styles = new CSSStyleSheet();
styles.replaceSync(css);

/** @param task the element of the page that holds the task, its still axes and its answer */
export function start(task: HTMLElement): void {
  const axes = task.querySelector<HTMLElement>('.axes');
  const details = task.querySelector('details');
  const answer = details?.querySelector('.answer');
  if (!axes || !details || !answer) return;
  if (!document.adoptedStyleSheets.includes(styles)) document.adoptedStyleSheets.push(styles);
  const replies = [...answer.querySelectorAll<HTMLElement>('.wrong-trace')].map((wrong) => ({
    claim: wrong.dataset['claim'] ?? '',
    nodes: [...wrong.querySelectorAll(':scope > .answer')],
  }));
  const truth = [...answer.querySelectorAll(':scope > .truth-text')];
  const target = document.createElement('div');
  axes.replaceWith(target);
  details.remove();
  mount(Draw, {
    target,
    props: {
      id: task.id,
      data: JSON.parse(task.dataset['task'] ?? '') as PredictionData,
      replies,
      answer: truth,
    },
  });
}
