/** Numbers as NeuroML's schema takes them. */
import { number } from './text.ts';

/** `1e21`, where JavaScript and others write `1e+21`: the schema has no plus. */
export function neuromlNumber(value: number): string {
  return number(value).replace('e+', 'e');
}
