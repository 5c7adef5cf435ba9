import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/lib/notebook/mdx.ts';
import { bareNumbers } from './bare-numbers.ts';

const LESSONS = 'src/content/docs/lessons';
const found = (source: string) =>
  bareNumbers(parsePage(source, 'a.mdx')).map(({ at, text }) => `${at} ${text}`);

describe('numbers with a unit in the text of the lessons', () => {
  it.each(readdirSync(LESSONS))('are computed, defaults of the course, or marked as given: %s', (name) => {
    const file = `${LESSONS}/${name}`;
    const bare = bareNumbers(parsePage(readFileSync(file, 'utf8'), file));
    // Write <Value is="…" /> for a number that a run can produce, <Given>5 ms</Given> for one that is chosen.
    expect(bare.map(({ at, text }) => `${at} ${text}`)).toEqual([]);
  });

  it.each([
    ['It fires after 34.19 ms.', ['a.mdx:1 34.19 ms']],
    ['First line\nand the *rate* is 29\u00a0Hz', ['a.mdx:2 29\u00a0Hz']],
    ['- a potential of −52.5 mV', ['a.mdx:1 −52.5 mV']],
    ['| 5 pA | 63 % |\n| --- | --- |', ['a.mdx:1 5 pA', 'a.mdx:1 63 %']],
    ['<Check id="a">\n  At 3 nA?\n</Check>', ['a.mdx:2 3 nA']],
  ])('are found in %j', (source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  it.each([
    'A pulse of <Given>5 ms</Given>.',
    'It rests at −70 mV; the membrane has 10 MΩ and 2 nF.',
    '1 MΩ times 1 nF is 1 ms, and not 0 mV.',
    'The number is $34.19$, `34.19 ms` in code.',
    'Some 20 spikes, 3 steps, 2 models and 5 msec.',
    '<Value is="interval" current={2.5} />',
  ])('are not seen in %j', (source) => {
    expect(found(source)).toEqual([]);
  });
});
