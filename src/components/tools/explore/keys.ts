/** The keys of a figure. */
import type { FigureTools } from '../figure-tools.svelte.ts';

/** Keys in words, for those who land on the figure. */
export const KEYS_IN_WORDS =
  'Left and right arrow: from sample to sample, stopping at every spike. Page up and page down: from spike to spike. ' +
  'Home and end: start and end. Plus and minus: zoom, 0: the whole run. Shift and arrows: move the window.';

/** A key held down for so many samples begins to go faster… */
const PATIENCE = 10;
/** … and crosses the window in about so many steps. */
const STEPS = 150;

/** Samples of one press; `held` counts the repeats so far. */
function samplesOf(held: number, { window, demo }: FigureTools): number {
  if (held < PATIENCE) return 1;
  return Math.max(1, Math.round((window[1] - window[0]) / demo.run.experiment.dt / STEPS));
}

/** @param held how often the key has repeated itself
 *  @returns whether the key was one of the figure's */
export function pressKey({ key, shiftKey }: KeyboardEvent, tools: FigureTools, held: number): boolean {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = key === 'ArrowLeft' ? -1 : 1;
      if (shiftKey) tools.pan(direction / 4);
      else tools.step(direction * samplesOf(held, tools));
      return true;
    }
    case 'PageUp':
    case 'PageDown':
      tools.toSpike(key === 'PageUp' ? -1 : 1);
      return true;
    case 'Home':
      tools.put({ time: 0, sample: 0 });
      return true;
    case 'End':
      tools.put({ time: tools.whole[1], sample: 0 });
      return true;
    case '+':
    case '=':
      tools.zoom(2);
      return true;
    case '-':
    case '_':
      tools.zoom(0.5);
      return true;
    case '0':
      tools.showAll();
      return true;
    case 'Escape':
      tools.at = undefined;
      return true;
    default:
      return false;
  }
}
