/** Keeps the address of the page and one figure in step: a link opens its run, what a reader changes is in the
 *  address to be copied, and the back button undoes what was done on purpose. */
import { mount, unmount, untrack } from 'svelte';
import {
  LONGEST_QUERY,
  mergeQuery,
  readLink,
  writeOwn,
  type LinkFigure,
  type LinkState,
} from '../../../lib/url-state.ts';
import type { DemoValues } from '../../demos/demo-values.ts';
import type { DemoState } from '../../demos/demo.svelte.ts';
import { linkFigure } from './link-figure.ts';
import Notice from './Notice.svelte';

/** Between the last move of a slider and the new address, ms. Safari refuses more than 100 in 30 s. */
const PAUSE = 400;

export class Address {
  readonly figure: LinkFigure;
  readonly demo: DemoState;
  readonly #root: HTMLElement;
  /** The figure's part of the address, as this site would write it. */
  #own = '';
  /** What waits for a pause. */
  #next: LinkState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loads: number;
  #notice: Record<string, unknown> | undefined;

  constructor(demo: DemoState, root: HTMLElement, id: string) {
    this.demo = demo;
    this.#root = root;
    this.figure = linkFigure(demo, id, document.querySelector('.demo') === root);
    this.#loads = demo.loads;
    this.#read(false);
    addEventListener('popstate', () => this.#read(true));
    addEventListener('pagehide', () => this.flush());
    // The figure lives as long as its page.
    $effect.root(() => {
      $effect(() => {
        const { state } = this;
        // While a worker is at it, the figure shows the run before.
        if (!this.demo.pending) untrack(() => this.#follow(state));
      });
    });
  }

  /** What the figure shows now. */
  get state(): LinkState {
    const { values, formula, fixed } = this.demo;
    const which = (how: string) =>
      Object.keys(fixed).filter((path) => path !== 'answer' && fixed[path] === how);
    return { values, formula, hide: which('hide'), lock: which('lock'), answerHidden: this.#secret };
  }
  /** The answer of a teacher's link stays hidden for the next reader of it. */
  #secret = false;

  /** @param back the reader went back or forward: an address that says nothing means the start of the page */
  #read(back: boolean): void {
    const { state, problems, any } = readLink(location.search, this.figure);
    if (!any && !back) return;
    const own = writeOwn(this.figure, state);
    clearTimeout(this.#timer);
    this.#next = undefined;
    const demo = this.demo;
    const shown = writeOwn(this.figure, this.state);
    this.#own = own;
    this.tell(problems);
    if (own === shown) return;
    const problem = this.#apply(state, own === '');
    this.#loads = demo.loads;
    if (problem !== '') this.tell([...problems, problem]);
  }

  /** @param start the state is that of the page
   *  @returns a sentence when the figure cannot draw it */
  #apply(state: LinkState, start: boolean): string {
    const { demo } = this;
    this.#secret = state.answerHidden;
    demo.fixed = Object.fromEntries([
      ...state.lock.map((path) => [path, 'lock']),
      ...state.hide.map((path) => [path, 'hide']),
      ...(state.answerHidden ? [['answer', 'hide']] : []),
    ]);
    demo.formula = state.formula;
    const taught = state.answerHidden || state.hide.length + state.lock.length > 0;
    demo.home = taught ? state.values : demo.start;
    // What Reset goes back to is known to the figure: the button has nothing to do then.
    const home = start || taught;
    return this.#load(home ? demo.home : state.values, home);
  }

  /** @returns a sentence when the figure cannot draw these values, and goes on showing those before */
  #load(values: DemoValues, reset = false): string {
    const demo = this.demo;
    const before = demo.values;
    try {
      if (reset) demo.reset();
      else demo.load(values);
      void [demo.sentence, demo.plots];
      return '';
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      demo.home = demo.start;
      demo.load(before);
      return `${error.message}.`;
    }
  }

  /** Shows sentences above the figure, in place of those before. */
  tell(problems: readonly string[]): void {
    if (this.#notice) void unmount(this.#notice);
    this.#notice = undefined;
    if (problems.length === 0) return;
    const target = this.#root;
    this.#notice = mount(Notice, {
      target,
      anchor: target.firstChild!,
      props: { problems, close: () => this.tell([]) },
    });
  }

  #follow(state: LinkState): void {
    if (this.demo.loads !== this.#loads) {
      this.#loads = this.demo.loads;
      this.flush();
      const own = writeOwn(this.figure, state);
      if (own !== this.#own) this.#write(own, 'pushState');
      return;
    }
    clearTimeout(this.#timer);
    this.#next = state;
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Writes what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    const own = this.#next && writeOwn(this.figure, this.#next);
    this.#next = undefined;
    if (own !== undefined && own !== this.#own) this.#write(own, 'replaceState');
  }

  #write(own: string, how: 'pushState' | 'replaceState'): void {
    this.#own = own;
    const search = mergeQuery(location.search, this.figure, own);
    // Too long for an address: the share tool says so, and a file holds it.
    if (search.length > LONGEST_QUERY) return;
    history[how](how === 'pushState' ? null : history.state, '', location.pathname + search + location.hash);
  }

  /** Opens a link that was pasted, as the browser would.
   *  @param search its query
   *  @returns whether it says anything about this figure */
  openLink(search: string): boolean {
    const { state, problems, any } = readLink(search, this.figure);
    if (!any) return false;
    const problem = this.#apply(state, false);
    this.tell([...problems, ...(problem === '' ? [] : [problem])]);
    return true;
  }

  /** Shows values that were chosen on purpose; the back button goes back to those before.
   *  @returns a sentence when the figure cannot show them */
  open(values: DemoValues): string {
    this.tell([]);
    return this.#load(values);
  }
}

const made = new WeakMap<DemoState, Address>();

/** The address of a figure, made when there is something to read or to write. */
export function addressOf(demo: DemoState, root: HTMLElement, id: string): Address {
  const address = made.get(demo) ?? new Address(demo, root, id);
  made.set(demo, address);
  return address;
}
