/** Opening what a reader brings: a file, the text of one, or a link. Whatever it holds, the answer is a run or a
 *  sentence. */
import { parseJson } from '../../../lib/json-text.ts';
import { quoted } from '../../../lib/quoted.ts';
import type { DemoState } from '../../demos/demo.svelte.ts';
import { addressOf, type Address } from '../link/address.svelte.ts';
import { hasPotential } from '../tools.ts';

/** Largest file that is read, in bytes: a recorded current of half a million samples. */
const LARGEST = 10_000_000;

/** The query of a link that somebody pasted; undefined when it is none. */
function queryOf(text: string): string | undefined {
  const [, query] = /^(?:https?:\/\/[^\s?#]*|\/[^\s?#]*)?(\?[^\s#]*)(?:#\S*)?$/.exec(text.trim()) ?? [];
  return query;
}

/** @param name what the text is, for the sentence
 *  @returns a sentence when it cannot be shown; empty when it is shown */
export function openText(text: string, name: string, demo: DemoState, address: Address): string {
  const query = queryOf(text);
  if (query !== undefined) {
    return address.openLink(query)
      ? ''
      : `This link says nothing about this figure: the names in it would begin with "${address.figure.id}."`;
  }
  try {
    const data = parseJson(text, name);
    const values = address.figure.parse(data, demo.values.settings);
    const problem = address.open(values);
    return problem === '' ? '' : `This figure cannot show it: ${problem}`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `${error.message}.`;
  }
}

/** @returns a sentence when it cannot be shown; empty when it is shown */
export async function openFile(file: File, demo: DemoState, address: Address): Promise<string> {
  if (file.size > LARGEST) {
    return `${quoted(file.name)} has ${(file.size / 1e6).toFixed(1)} MB; at most ${LARGEST / 1e6} MB are read.`;
  }
  try {
    return openText(await file.text(), quoted(file.name), demo, address);
  } catch (error) {
    // A folder, or a file that is gone.
    if (error instanceof DOMException) return `${quoted(file.name)} could not be read.`;
    throw error;
  }
}

/** Opens a file that was dropped on a figure. */
export async function dropFile(file: File, demo: DemoState, root: HTMLElement, id: string): Promise<void> {
  const address = addressOf(demo, root, id);
  if (/\.(csv|tsv|dat)$/i.test(file.name) && demo.plots.some(hasPotential)) {
    address.tell([
      `${quoted(file.name)} is no experiment. If it holds spike times or a trace, “Your data” below the figure takes it.`,
    ]);
    return;
  }
  const problem = await openFile(file, demo, address);
  if (problem !== '') address.tell([problem]);
}
