/** Every lab under random links: whatever stands in an address, it draws finite axes and says a whole sentence, or the
 *  address is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemoDefinition } from '../../src/components/demos/definition.ts';
import { parseValues, runOf, specIn, valueIn } from '../../src/components/demos/demo-values.ts';
import { DEMOS } from '../../src/components/demos/list.ts';
import { linkFigure } from '../../src/components/tools/link/link-figure.ts';
import { readTyped } from '../../src/lib/typed-number.ts';
import { readLink } from '../../src/lib/url-state.ts';
import { withValue } from '../../src/sim/param-path.ts';
import { stepCount } from '../../src/sim/time-grid.ts';

/** Longer runs go to a worker. */
const MOST_SAMPLES = 120_000;
const LINKS = 100;

/** A query that changes some controls: within the slider, anywhere in the record, and to what is no number. */
function queries(definition: DemoDefinition) {
  const { defaults, name } = definition;
  const start = parseValues(definition, defaults);
  const change = (path: string): fc.Arbitrary<string> => {
    const value = valueIn(path, start);
    if (typeof value === 'boolean') return fc.constantFrom('on', 'off');
    const choices = definition.choices?.[path]?.choices;
    if (choices) return fc.constantFrom(...choices.map(({ value: word }) => word));
    const { slider, min, max } = specIn(path, start, definition);
    return fc.oneof(
      {
        arbitrary: fc
          .double({ min: slider[0], max: slider[1], noNaN: true })
          .map((x) => String(Number(x.toPrecision(3)))),
        weight: 6,
      },
      { arbitrary: fc.double({ min, max, noNaN: true }).map(String), weight: 1 },
      { arbitrary: fc.constantFrom(min, max, 0, ...slider).map(String), weight: 2 },
      { arbitrary: fc.constantFrom('', 'x', 'NaN', '1e999'), weight: 1 },
    );
  };
  const pair = fc
    .constantFrom(...defaults.controls)
    .chain((path) => change(path).map((value) => `${name}.${path}=${encodeURIComponent(value)}`));
  return fc.array(pair, { minLength: 1, maxLength: 5 }).map((pairs) => `?${pairs.join('&')}`);
}

const finite = (values: readonly number[]) => values.every(Number.isFinite);

describe.each(Object.keys(DEMOS))('the %s lab', (name) => {
  it('draws and says something whole for any link, or refuses it with a sentence', async () => {
    const definition = (await DEMOS[name]?.())!;
    const { defaults } = definition;
    const start = parseValues(definition, defaults);
    const kit = { parseValues, specIn, withValue, readTyped };
    const of = linkFigure(
      { definition, start, page: defaults, kit, controls: defaults.controls },
      'lab',
      true,
    );
    const frame = definition.frame(runOf(definition, start), defaults.controls);
    let drawn = 0;
    fc.assert(
      fc.property(queries(definition), fc.constantFrom(328, 688), fc.boolean(), (query, width, formula) => {
        const { state, problems } = readLink(query.replaceAll(`${name}.`, 'lab.'), of);
        for (const problem of problems) expect(problem).toMatch(/\.$/);
        const { duration, dt } = state.values.experiment;
        if (stepCount(duration, dt) > MOST_SAMPLES) return;
        const run = runOf(definition, state.values);
        const sentence = definition.describe(run);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/NaN|undefined|\bnull\b|Infinity|\[object/);
        const plots = definition.plots(run, { frame, width, lens: 'plain', formula });
        for (const { x, panels, marks, labels } of plots) {
          for (const { range, ticks } of [x, ...panels.map(({ axis }) => axis)]) {
            expect(finite([...range, ...ticks])).toBe(true);
            expect(range[1]).toBeGreaterThan(range[0]);
          }
          for (const mark of marks) {
            if ('points' in mark) expect(finite(mark.points.map((point) => point.x))).toBe(true);
            if ('points' in mark)
              for (const point of mark.points) if ('y' in point) expect(Math.abs(point.y)).not.toBe(Infinity);
          }
          for (const { text, value } of labels) {
            expect(text).not.toMatch(/NaN|undefined|Infinity/);
            expect(Number.isFinite(value)).toBe(true);
          }
        }
        drawn++;
      }),
      { numRuns: LINKS },
    );
    expect(drawn).toBeGreaterThan(LINKS / 4);
  });
});
