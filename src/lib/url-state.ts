/** The only place that knows what a link looks like: a figure's experiment and settings as a readable query, and
 *  back. What stands in it, and why, is decided in docs/decisions/0007.
 *
 *      ?I=2.5&V_reset=-65&v=1                  on the page of a lab, and embedded
 *      ?first-neuron.I=2.5&first-neuron.v=1    a figure in a lesson
 *
 *  Pure: gets a query, returns one. Nothing here throws on what stands in a link. */
import type { Experiment, Grid, Input } from '../sim/experiment.ts';
import type { ModelDefinition } from '../sim/model.ts';
import type { ParamSpec } from '../sim/param-spec.ts';
import { parseJson } from './json-text.ts';
import { migrate, VERSION } from './link-versions.ts';
import { quoted } from './quoted.ts';

export interface LinkValues {
  readonly experiment: Experiment;
  readonly settings: Readonly<Record<string, number>>;
}

/** What a link says about a figure. */
export interface LinkState {
  readonly values: LinkValues;
  /** The closed form is shown. */
  readonly formula: boolean;
  /** Paths of controls that a reader does not see. */
  readonly hide: readonly string[];
  /** Paths of controls that a reader sees and cannot move. */
  readonly lock: readonly string[];
  /** The sentence that says what happened waits until it is asked for. */
  readonly answerHidden: boolean;
}

/** What has to be known of a figure to read and write its links. */
export interface LinkFigure {
  readonly id: string;
  /** Its keys are written without its id in front. */
  readonly bare: boolean;
  /** Keys without an id are meant for it: it is the first of its page. */
  readonly first: boolean;
  readonly models: Readonly<Record<string, ModelDefinition>>;
  readonly controls: readonly string[];
  /** What the page shows without a link. */
  readonly start: LinkState;
  /** Fills in defaults and checks everything.
   *  @throws RangeError, one sentence */
  parse(experiment: unknown, settings: Readonly<Record<string, number>>): LinkValues;
  /** The record of the number a path names. */
  specIn(path: string, values: LinkValues): ParamSpec;
  /** typed-number.ts: the number, or a sentence. */
  readTyped(text: string, spec: ParamSpec): number | string;
  /** param-path.ts: a copy with one number, switch or word changed, not validated. */
  withValue(path: string, value: unknown, experiment: Experiment): unknown;
}

/** Keys that name no value of a run. No parameter may be called like one of them. */
export const RESERVED = ['v', 'formula', 'experiment', 'hide', 'lock', 'answer'] as const;
/** Keys that an embedded page, or the hidden neuron, reads for itself; in an address without an id they are nobody's
 *  mistake. */
export const PAGE_KEYS = ['theme', 'lang', 'origin', 'hidden'] as const;

/** Longest query that is written: servers refuse a line of 8,000 characters. */
export const LONGEST_QUERY = 6000;
/** Longest query that is looked at. */
const LONGEST_READ = 100_000;
/** Most problems that are told one by one. */
const MOST_PROBLEMS = 6;

type Leaf = { readonly key: string; readonly path: string; readonly value: unknown };

/** Every number, switch, word and list of an experiment with its settings, in the order they are written in. */
function leavesOf({ experiment, settings }: LinkValues): Leaf[] {
  const { neuron, inputs, duration, dt, method, grid, seed } = experiment;
  const leaves: Leaf[] = [];
  const add = (key: string, path: string, value: unknown) => leaves.push({ key, path, value });
  inputs.forEach((input, i) => {
    for (const [name, value] of Object.entries(input)) {
      const path = `inputs.${i}.${name}`;
      if (name !== 'type') add(path === 'inputs.0.amplitude' ? 'I' : path, path, value);
    }
  });
  for (const [name, value] of Object.entries(neuron)) {
    if (name !== 'model') add(name, `neuron.${name}`, value);
  }
  for (const [name, value] of Object.entries({ duration, method, dt, seed, grid })) add(name, name, value);
  for (const [name, value] of Object.entries(settings)) add(`settings.${name}`, `settings.${name}`, value);
  return leaves;
}

/** The key of a path in links: `V_th` for `neuron.V_th`. */
export function keyOf(path: string): string {
  if (path === 'inputs.0.amplitude') return 'I';
  return path.startsWith('neuron.') ? path.slice('neuron.'.length) : path;
}

const isList = (value: unknown): value is ArrayLike<unknown> => typeof value === 'object' && value !== null;

function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return isList(value) ? Array.from(value).join(' ') : String(value);
}

/** Two experiments of one shape differ in values alone. */
const shapeOf = ({ neuron, inputs }: Experiment) => [neuron.model, ...inputs.map(({ type }) => type)].join();

/** A copy with one value changed; lists too, which `withValue` leaves alone. */
function changed(
  path: string,
  value: unknown,
  { experiment, settings }: LinkValues,
  { withValue }: LinkFigure,
): LinkValues {
  if (path.startsWith('settings.')) {
    return { experiment, settings: { ...settings, [path.slice('settings.'.length)]: value as number } };
  }
  if (!isList(value)) return { experiment: withValue(path, value, experiment) as Experiment, settings };
  const [, index, name = ''] = path.split('.');
  const inputs = experiment.inputs.map((input, i) =>
    String(i) === index ? ({ ...input, [name]: value } as Input) : input,
  );
  return { experiment: { ...experiment, inputs }, settings };
}

// Writing

/** As much as can be is left readable. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+');

/** The keys and values of a figure's link, encoded; empty when it shows what the page shows anyway.
 *  @param complete writes out every value, so that the link does not depend on what the page shows */
export function writeOwn(figure: LinkFigure, state: LinkState, complete = false): string {
  const { start } = figure;
  const entries: [string, string][] = [];
  const { experiment, settings } = state.values;
  const sameShape = shapeOf(experiment) === shapeOf(start.values.experiment);
  if (!sameShape) {
    const inputs = experiment.inputs.map((input) =>
      'values' in input ? { ...input, values: Array.from(input.values) } : input,
    );
    entries.push(['experiment', JSON.stringify({ ...experiment, inputs })]);
  }
  // A current to the end of the run follows its new end, and need not be told to.
  const base = sameShape
    ? changed('duration', experiment.duration, start.values, figure)
    : { experiment, settings: start.values.settings };
  const before = new Map(leavesOf(base).map(({ path, value }) => [path, written(value)]));
  before.set('duration', String((sameShape ? start.values : state.values).experiment.duration));
  for (const { key, path, value } of leavesOf({ experiment, settings })) {
    const text = written(value);
    if ((complete && sameShape) || text !== before.get(path)) entries.push([key, text]);
  }
  if (complete || state.formula !== start.formula) entries.push(['formula', written(state.formula)]);
  for (const list of ['hide', 'lock'] as const) {
    if (state[list].length > 0) entries.push([list, state[list].map(keyOf).join(',')]);
  }
  if (state.answerHidden) entries.push(['answer', 'hidden']);
  if (entries.length > 0) entries.push(['v', String(VERSION)]);
  const prefix = figure.bare ? '' : `${figure.id}.`;
  return entries.map(([key, value]) => `${encoded(prefix + key)}=${encoded(value)}`).join('&');
}

/** The pieces of a query, with their decoded keys. */
function piecesOf(search: string): { piece: string; key: string; value: string }[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [[key, value] = ['', '']] = new URLSearchParams(piece);
      return { piece, key, value };
    });
}

/** The key that a piece has for the figure; undefined when it is not the figure's. */
function ownKey(key: string, figure: LinkFigure): string | undefined {
  if (key.startsWith(`${figure.id}.`)) return key.slice(figure.id.length + 1);
  if (!figure.bare && !figure.first) return undefined;
  if ((RESERVED as readonly string[]).includes(key)) return key;
  if (/^(neuron|inputs|settings)\./.test(key)) return key;
  // V_TH is a slip of ours; utm_source and theme are somebody else's.
  const small = key.toLowerCase();
  const known = leavesOf(figure.start.values).some((leaf) => leaf.key.toLowerCase() === small);
  return known ? key : undefined;
}

/** A query in which a figure's own pieces are replaced; those of others stay as they are.
 *  @param own from `writeOwn`
 *  @returns empty or with its question mark */
export function mergeQuery(search: string, figure: LinkFigure, own: string): string {
  const others = piecesOf(search).filter(({ key }) => ownKey(key, figure) === undefined);
  const query = [...others.map(({ piece }) => piece), ...(own === '' ? [] : [own])].join('&');
  return query === '' ? '' : `?${query}`;
}

// Reading

const SWITCH: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  1: true,
  yes: true,
  off: false,
  false: false,
  0: false,
  no: false,
};

const GRIDS: readonly Grid[] = ['nest', 'brian2'];

function readWord(text: string, words: readonly string[], key: string): string {
  if (words.includes(text)) return text;
  throw new RangeError(`${key} must be one of ${words.map(quoted).join(', ')}, got ${quoted(text)}`);
}

function readSwitchWord(text: string, key: string): boolean {
  const value = Object.hasOwn(SWITCH, text.toLowerCase()) ? SWITCH[text.toLowerCase()] : undefined;
  if (value === undefined) throw new RangeError(`${key} must be on or off, got ${quoted(text)}`);
  return value;
}

const modelOf = ({ neuron }: Experiment, { models }: LinkFigure) => models[neuron.model] as ModelDefinition;

const shown = (value: number, { unit }: ParamSpec) =>
  `${String(value).replace('-', '\u2212')}${unit === '1' ? '' : `\u00a0${unit}`}`;

/** A plus sign stands for a space in a query, except where an exponent is meant. */
const numberText = (text: string) => text.replace(/(\d[eE]) (?=\d)/, '$1+');

/** Reads one value in place of another of the same kind.
 *  @throws RangeError, one sentence */
function readValue(
  text: string,
  { key, path, value }: Leaf,
  values: LinkValues,
  figure: LinkFigure,
): unknown {
  if (typeof value === 'number') {
    const spec = figure.specIn(path, values);
    const read = figure.readTyped(numberText(text), spec);
    if (typeof read === 'number') return read;
    throw new RangeError(`${key}: ${read} The figure shows ${shown(value, spec)}`);
  }
  if (typeof value === 'boolean') return readSwitchWord(text, key);
  if (isList(value)) {
    return text
      .split(/[\s;]+/)
      .filter((item) => item !== '')
      .map((item) => {
        const number = Number(item.replaceAll('\u2212', '-').replace(',', '.'));
        if (Number.isFinite(number)) return number;
        throw new RangeError(`${key} must be numbers with spaces between them, got ${quoted(item)}`);
      });
  }
  const model = modelOf(values.experiment, figure);
  if (path === 'method') return readWord(text, model.methods, key);
  if (path === 'grid') return readWord(text, GRIDS, key);
  const [, index = '', name = ''] = path.split('.');
  const kind = model.inputs[values.experiment.inputs[Number(index)]!.type];
  return kind?.words[name]?.(text, key, model.currentUnit);
}

/** What must be read first: the duration carries ends of currents with it, a synapse the unit of its weight. */
const rank = ({ path, value }: Leaf) => (path === 'duration' ? 0 : typeof value === 'number' ? 2 : 1);

export interface ReadLink {
  readonly state: LinkState;
  /** Whole sentences: what could not be used, and why. Text, never HTML. */
  readonly problems: readonly string[];
  /** The link says anything about this figure. */
  readonly any: boolean;
}

/** The words of a list, `I,V_th` or `I V_th`. */
const wordsOf = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');

/** Reads what a query says about a figure. What cannot be used falls back to what the page shows, and is said.
 *  @param search the query, with or without its question mark */
export function readLink(search: string, figure: LinkFigure): ReadLink {
  const { start } = figure;
  if (search.length > LONGEST_READ) {
    const problem = `The link has ${search.length} characters; at most ${LONGEST_READ} are read.`;
    return { state: start, problems: [problem], any: true };
  }
  const problems: string[] = [];
  /** Runs what may refuse; its sentence is kept and the fallback stands. */
  const attempt = <T>(read: () => T, fallback: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`${error.message.replace(/(?<=[\s(])-(?=\d)/g, '\u2212')}.`);
      return fallback;
    }
  };

  const given = new Map<string, string>();
  for (const { key, value } of piecesOf(search)) {
    const own = ownKey(key, figure);
    if (own === undefined) continue;
    if (given.has(own)) problems.push(`${quoted(own)} is given twice; the first is used.`);
    else given.set(own, value);
  }
  const any = given.size > 0;
  const query = attempt(() => migrate(given), new Map<string, string>());
  const take = (key: string) => {
    const value = query.get(key);
    query.delete(key);
    return value;
  };

  const json = take('experiment');
  let values: LinkValues =
    json === undefined
      ? start.values
      : attempt(() => {
          const data = parseJson(json, 'experiment');
          return figure.parse(data, start.values.settings);
        }, start.values);
  const fallback = values;

  const formulaText = take('formula');
  const formula =
    formulaText === undefined
      ? start.formula
      : attempt(() => readSwitchWord(formulaText, 'formula'), start.formula);
  const readPaths = (name: 'hide' | 'lock') => {
    const text = take(name);
    if (text === undefined) return start[name];
    return wordsOf(text).flatMap((word) => {
      const path = ['formula', ...figure.controls].find((p) => p === word || keyOf(p) === word);
      if (path !== undefined) return [path];
      const known = figure.controls.map(keyOf);
      problems.push(
        `${name} names ${quoted(word)}, which is no control of this figure (it has: ${known.join(', ') || 'none'}).`,
      );
      return [];
    });
  };
  const hide = readPaths('hide');
  const lock = readPaths('lock');
  const answer = take('answer');
  if (answer !== undefined && answer !== 'hidden' && answer !== 'shown') {
    problems.push(`answer must be "hidden" or "shown", got ${quoted(answer)}.`);
  }

  const leaves = leavesOf(values);
  const found: { leaf: Leaf; text: string }[] = [];
  for (const [key, text] of query) {
    const leaf = leaves.find((item) => item.key === key) ?? leaves.find((item) => item.path === key);
    if (leaf) {
      found.push({ leaf, text });
      continue;
    }
    const bare = (word: string) => word.toLowerCase().replaceAll('_', '');
    const close = leaves.find((item) => bare(item.key) === bare(key))?.key;
    problems.push(
      `${quoted(key)} is nothing that this figure has${close ? `; did you mean ${close}?` : '.'}`,
    );
  }
  found.sort((a, b) => rank(a.leaf) - rank(b.leaf));
  for (const { leaf, text } of found) {
    values = attempt(() => changed(leaf.path, readValue(text, leaf, values, figure), values, figure), values);
  }
  if (found.length > 0) {
    values = attempt(() => figure.parse(values.experiment, values.settings), fallback);
  }
  return {
    state: {
      values,
      formula,
      hide,
      lock,
      answerHidden: answer === undefined ? start.answerHidden : answer === 'hidden',
    },
    problems:
      problems.length <= MOST_PROBLEMS
        ? problems
        : [...problems.slice(0, MOST_PROBLEMS), `So it is with ${problems.length - MOST_PROBLEMS} more.`],
    any,
  };
}

/** Used by tests: every key a link may carry for some values. */
export const keysOf = (values: LinkValues): string[] => leavesOf(values).map(({ key }) => key);
