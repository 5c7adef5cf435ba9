import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { DemoState } from '../../src/components/demos/demo.svelte.ts';
import { TRACE } from '../../src/components/demos/trace/trace.ts';

const DATA = { inputs: [{ type: 'step', amplitude: 2.5, start: 0, stop: 200 }], duration: 200 };
const CONTROLS = ['inputs.0.amplitude', 'neuron.V_th', 'neuron.V_reset', 'neuron.leak', 'method'];

/** Runs a test on a demo that is held by an effect root, as a component would hold it.
 *  @param test gets the demo and the sentences a reader has seen so far */
function withDemo(test: (demo: DemoState, seen: readonly string[]) => void): void {
  let demo: DemoState | undefined;
  const seen: string[] = [];
  const stop = $effect.root(() => {
    const held = new DemoState(TRACE, { experiment: DATA, controls: CONTROLS });
    $effect(() => void seen.push(held.sentence));
    demo = held;
  });
  flushSync();
  // Svelte's server build runs no effect root: then there is no demo, and the test fails here.
  if (!demo) throw new Error('the effect root did not run');
  test(demo, seen);
  stop();
}

describe('the state of a live figure', () => {
  it('starts with the values of its experiment', () => {
    withDemo((demo) => {
      expect(demo.entries).toEqual({
        'inputs.0.amplitude': '2.5',
        'neuron.V_th': '\u221250',
        'neuron.V_reset': '\u221270',
        'neuron.leak': true,
        method: 'precise',
      });
      expect(demo.pristine).toBe(true);
      expect(demo.sentence).toContain('34.19');
    });
  });
  it('derives recording, sentence and plot from the experiment alone', () => {
    withDemo((demo, seen) => {
      demo.set('inputs.0.amplitude', '1.5');
      flushSync();
      expect(demo.run.recording.spikes).toHaveLength(0);
      expect(demo.plots[0]?.marks).toContainEqual(expect.objectContaining({ id: 'spikes', times: [] }));
      expect(seen).toHaveLength(2);
      expect(seen[1]).toContain('It never fires');
    });
  });
  it('keeps its last good state while a box holds text, and the text with it', () => {
    withDemo((demo) => {
      demo.set('inputs.0.amplitude', '3');
      demo.set('inputs.0.amplitude', '3x');
      expect(demo.entries['inputs.0.amplitude']).toBe('3x');
      expect(demo.problems).toEqual({
        'inputs.0.amplitude': 'Current must be a number from \u22121000000 to 1000000 nA, got "3x".',
      });
      expect(demo.values.experiment.inputs[0]).toMatchObject({ amplitude: 3 });
      demo.set('inputs.0.amplitude', '4');
      expect(demo.problems).toEqual({});
      expect(demo.values.experiment.inputs[0]).toMatchObject({ amplitude: 4 });
    });
  });
  it('applies the other entries while one cannot be used', () => {
    withDemo((demo) => {
      demo.set('inputs.0.amplitude', '');
      demo.set('neuron.V_th', '-55');
      expect(demo.values.experiment.neuron).toMatchObject({ V_th: -55 });
      expect(demo.values.experiment.inputs[0]).toMatchObject({ amplitude: 2.5 });
      expect(demo.entries['inputs.0.amplitude']).toBe('');
    });
  });
  it('refuses entries that do not fit together in one sentence, and takes them once they do', () => {
    withDemo((demo) => {
      demo.set('neuron.V_reset', '-40');
      expect(demo.refusal).toMatch(/^neuron\.V_reset must be below neuron\.V_th \(.50 mV\), got .40 mV$/);
      expect(demo.values.experiment.neuron).toMatchObject({ V_reset: -70 });
      demo.set('neuron.V_th', '-30');
      expect(demo.refusal).toBe('');
      expect(demo.values.experiment.neuron).toMatchObject({ V_reset: -40, V_th: -30 });
    });
  });
  it('switches a part of the model off', () => {
    withDemo((demo) => {
      demo.set('neuron.leak', false);
      expect(demo.values.experiment.neuron).toMatchObject({ leak: false });
      // I/C = 1.25 mV/ms: 20 mV take 16 ms.
      expect(demo.run.recording.spikes[0]).toBeCloseTo(16, 9);
    });
  });
  it('takes 0 as a value', () => {
    withDemo((demo) => {
      demo.set('inputs.0.amplitude', '0');
      expect(demo.values.experiment.inputs[0]).toMatchObject({ amplitude: 0 });
      expect(demo.sentence).toContain('No current flows');
    });
  });
  it('goes back to the start', () => {
    withDemo((demo) => {
      const before = demo.values;
      demo.set('inputs.0.amplitude', 'abc');
      demo.set('neuron.V_reset', '-40');
      demo.reset();
      expect(demo.values).toBe(before);
      expect([demo.pristine, demo.refusal, demo.problems]).toEqual([true, '', {}]);
    });
  });
  it('refuses an experiment or a control that does not exist when the page is built', () => {
    expect(() => new DemoState(TRACE, { experiment: { neuron: { R: 10 } }, controls: [] })).toThrow(
      /neuron has no field "R"/,
    );
    expect(() => new DemoState(TRACE, { experiment: DATA, controls: ['neuron.R'] })).toThrow(
      'the control "neuron.R" is no number, switch or word of its experiment',
    );
  });
});
