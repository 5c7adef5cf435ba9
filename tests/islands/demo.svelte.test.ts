import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { DemoState } from '../../src/components/demos/demo.svelte.ts';
import type { DemoDefinition } from '../../src/components/demos/definition.ts';
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

/** The trace lab with two settings that have to fit together, and a count of its runs. */
function labWithSettings() {
  const runs: number[] = [];
  const spec = { symbol: 'n', label: 'number of bins', unit: '1', step: 1, integer: true, doc: '', source: '' } as const; // prettier-ignore
  const definition: DemoDefinition = {
    ...TRACE,
    name: 'bins',
    settings: {
      bins: { ...spec, default: 20, min: 1, max: 100, slider: [5, 50] },
      shown: { ...spec, label: 'bins shown', default: 10, min: 1, max: 100, slider: [5, 50] },
    },
    assertConsistent: (_experiment, { bins = NaN, shown = NaN }) => {
      if (shown > bins) throw new RangeError(`settings.shown must be at most ${bins}, got ${shown}`);
    },
    simulate: (experiment, { bins = NaN }) => {
      runs.push(bins);
      return TRACE.simulate(experiment as Parameters<typeof TRACE.simulate>[0], {});
    },
  };
  return { definition, runs };
}

describe('a lab with settings', () => {
  const controls = ['settings.bins', 'settings.shown', 'inputs.0.amplitude'];
  const start = { experiment: DATA, settings: { bins: 30 }, controls };

  it('takes those of the page, else the defaults of their records', () => {
    const demo = new DemoState(labWithSettings().definition, start);
    expect(demo.values.settings).toEqual({ bins: 30, shown: 10 });
    expect(demo.entries).toMatchObject({ 'settings.bins': '30', 'inputs.0.amplitude': '2.5' });
    expect(demo.specOf('settings.bins').label).toBe('number of bins');
  });
  it('runs anew when one changes, and keeps it when an entry cannot be used', () => {
    const { definition, runs } = labWithSettings();
    const demo = new DemoState(definition, start);
    demo.set('settings.bins', '40');
    expect(demo.run.settings['bins']).toBe(40);
    expect(runs.at(-1)).toBe(40);
    demo.set('settings.bins', '40.5');
    expect(demo.problems['settings.bins']).toBe(
      'Number of bins must be a whole number, from 1 to 100, got 40.5.',
    );
    expect(demo.values.settings['bins']).toBe(40);
  });
  it('says why settings do not fit together', () => {
    const demo = new DemoState(labWithSettings().definition, start);
    demo.set('settings.shown', '50');
    expect(demo.refusal).toBe('settings.shown must be at most 30, got 50');
    expect(demo.values.settings['shown']).toBe(10);
    demo.set('settings.bins', '60');
    expect(demo.refusal).toBe('');
    expect(demo.values.settings).toEqual({ bins: 60, shown: 50 });
  });
  it('refuses a setting that does not exist or is out of range when the page is built', () => {
    const { definition } = labWithSettings();
    const of = (settings: Record<string, number>) => () => new DemoState(definition, { ...start, settings });
    expect(of({ width: 3 })).toThrow('settings has no field "width"');
    expect(of({ bins: 0 })).toThrow(
      'settings.bins (number of bins) must be a whole number, from 1 to 100, got 0',
    );
    expect(() => new DemoState(definition, { ...start, controls: ['settings.width'] })).toThrow(
      'the control "settings.width" is no number, switch or word of its experiment',
    );
  });
});

describe('what no control holds', () => {
  const start = {
    experiment: { inputs: [{ type: 'spikes', times: [10], weight: 1 }] },
    controls: ['inputs.0.weight', 'inputs.0.synapse'],
  };
  const withTimes = (times: unknown) => (experiment: DemoState['values']['experiment']) => ({
    ...experiment,
    inputs: experiment.inputs.map((input) => ({ ...input, times })),
  });

  it('can be edited; the controls keep their entries', () => {
    const demo = new DemoState(TRACE, start);
    demo.set('inputs.0.weight', '2');
    demo.edit(withTimes([10, 20]));
    expect(demo.values.experiment.inputs[0]).toMatchObject({ times: [10, 20], weight: 2 });
    expect(demo.entries['inputs.0.weight']).toBe('2');
  });
  it('stays as it was when an edit is refused, in a sentence', () => {
    const demo = new DemoState(TRACE, start);
    demo.edit(withTimes([20, 10]));
    expect(demo.refusal).toContain('inputs.0.times.1 must be at or after the spike time before it (20 ms)');
    expect(demo.values.experiment.inputs[0]).toMatchObject({ times: [10] });
    expect(demo.pristine).toBe(true);
  });
  it('counts as a change, and goes back with the rest', () => {
    const demo = new DemoState(TRACE, start);
    demo.edit(withTimes([10, 20]));
    expect(demo.pristine).toBe(false);
    demo.reset();
    expect(demo.pristine).toBe(true);
    expect(demo.values).toBe(demo.start);
  });
  it('is loaded together with the entries of the controls', () => {
    const demo = new DemoState(TRACE, start);
    const other = new DemoState(TRACE, {
      ...start,
      experiment: { inputs: [{ type: 'spikes', times: [5], weight: 3 }] },
    });
    demo.load(other.values);
    expect(demo.values).toBe(other.values);
    expect(demo.entries['inputs.0.weight']).toBe('3');
    expect(demo.pristine).toBe(false);
  });
  it('includes no word: a choice is a control like any other', () => {
    const demo = new DemoState(TRACE, start);
    demo.set('inputs.0.synapse', 'alpha');
    expect(demo.values.experiment.inputs[0]).toMatchObject({ synapse: 'alpha' });
    demo.set('inputs.0.synapse', 'gamma');
    expect(demo.refusal).toContain('inputs.0.synapse must be');
  });
});

describe('what a link asks of a figure', () => {
  const start = { experiment: DATA, controls: CONTROLS };
  const loaded = (experiment: object) => new DemoState(TRACE, { experiment, controls: [] }).values;

  it('hides a control and leaves its value', () => {
    const demo = new DemoState(TRACE, start);
    demo.fixed = { 'neuron.V_th': 'hide', 'neuron.leak': 'lock' };
    expect(CONTROLS.filter((path) => !demo.offers(path))).toEqual(['neuron.V_th']);
    demo.set('inputs.0.amplitude', '3');
    expect(demo.values.experiment.neuron).toMatchObject({ V_th: -50, leak: true });
  });
  it('is where Reset goes back to, when a teacher has chosen it', () => {
    const demo = new DemoState(TRACE, start);
    demo.home = loaded({ inputs: [{ type: 'step', amplitude: 4 }] });
    demo.reset();
    expect(demo.pristine).toBe(true);
    demo.set('inputs.0.amplitude', '1');
    expect(demo.pristine).toBe(false);
    demo.reset();
    expect(demo.entries['inputs.0.amplitude']).toBe('4');
    expect(demo.values).toBe(demo.home);
  });
  it('may be an experiment without what a control moves: the control is not offered', () => {
    const demo = new DemoState(TRACE, start);
    demo.load(loaded({ inputs: [] }));
    expect(demo.offers('inputs.0.amplitude')).toBe(false);
    demo.set('neuron.V_th', '-45');
    expect(demo.values.experiment).toMatchObject({ inputs: [], neuron: { V_th: -45 } });
    demo.reset();
    expect(demo.offers('inputs.0.amplitude')).toBe(true);
    expect(demo.loads).toBe(3);
  });
  it('brings axes on which the whole of its run can be seen', () => {
    const demo = new DemoState(TRACE, start);
    demo.load(loaded({ neuron: { V_m: -120 }, inputs: [{ type: 'step', amplitude: 40 }] }));
    const [potential, current] = demo.plots[0]?.panels ?? [];
    expect(potential?.axis.range[0]).toBeLessThanOrEqual(-120);
    expect(current?.axis.range[1]).toBeGreaterThanOrEqual(40);
  });
});
