/** The link of a framed lab, from the experiment it begins with. Pure. */
import { keyOf } from '../../lib/url-state.ts';

/** Numbers and switches that differ from the lab's start, as an author writes them. */
export type FramedExperiment = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** @returns the query of /embed/‹name›/, without its question mark */
export function linkOf(experiment: FramedExperiment): string {
  const leaves = (fields: Readonly<Record<string, unknown>>, above: string): [string, string][] =>
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      const path = above + name;
      if (isFields(value)) return leaves(value, `${path}.`);
      if (typeof value === 'boolean') return [[keyOf(path), value ? 'on' : 'off']];
      return typeof value === 'number' ? [[keyOf(path), String(value)]] : [];
    });
  return leaves(experiment, '')
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
}
