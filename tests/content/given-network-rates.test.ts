import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Rates of the table of lesson 10, which says that Brian2 measured them. */
const LESSON = readFileSync('src/content/docs/lessons/10-networks.mdx', 'utf8');
const { states } = JSON.parse(readFileSync('tests/reference/brunel.json', 'utf8')) as {
  states: Record<string, { g: number; eta: number; rates_hz: readonly number[] }>;
};

it.each(Object.entries(states))(
  'the rate of %s in the lesson is the mean of Brian2’s runs',
  (_name, state) => {
    const row = new RegExp(`\\| ${state.g}\\s*\\| ${state.eta}\\s*\\|.*<Given>(\\d+)\\s?Hz</Given>`).exec(
      LESSON,
    );
    const mean = state.rates_hz.reduce((sum, rate) => sum + rate, 0) / state.rates_hz.length;
    expect(Number(row?.[1])).toBe(Math.round(mean));
  },
);
