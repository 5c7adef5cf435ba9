/** Fills the course map with what this browser keeps, and exports, imports and erases it. */
import { countAll, countPassed, parseProgress, progressText, type Progress } from '../../lib/progress.ts';
import { erase, keep, rawKept, readKept } from '../tools/progress/kept.ts';
import { markSidebar } from '../tools/progress/marks.ts';

const FILE = 'integrate-and-fire-progress.json';
/** No progress is that large: such a file is not even read. */
const MOST_BYTES = 4_000_000;

const counted = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

interface Row {
  readonly row: HTMLElement;
  readonly lesson: string;
  readonly questions: readonly string[];
}
const words = (text: string | undefined): readonly string[] => (text ?? '').split(' ').filter(Boolean);
const rows: readonly Row[] = [...document.querySelectorAll<HTMLElement>('.course-map > li')].map((row) => ({
  row,
  lesson: row.dataset['lesson'] ?? '',
  questions: words(row.dataset['questions']),
}));
/** Those of the build-it path, which its cells look for under a key of their own. */
const steps = rows.flatMap(({ row }) => words(row.dataset['steps']));

function fillMap(progress: Progress): void {
  for (const { row, lesson, questions } of rows) {
    const passed = countPassed(progress, lesson, questions);
    const done = passed === questions.length && passed > 0;
    row.toggleAttribute('data-done', done);
    row.querySelector('.part')?.setAttribute('stroke-dasharray', `${passed / (questions.length || 1)} 1`);
    const howFar = row.querySelector('.how-far');
    if (!howFar) continue;
    const all = counted(questions.length, 'question');
    if (passed === 0) howFar.textContent = all;
    else howFar.textContent = done ? `✓ ${all} answered` : `${passed} of ${all} answered`;
  }
}

class KeptProgress extends HTMLElement {
  readonly #kept = this.querySelector('.kept')!;
  readonly #said = this.querySelector('.said')!;
  readonly #dialog = this.querySelector('dialog')!;
  readonly #file = this.querySelector('input')!;

  connectedCallback(): void {
    this.#on('export', () => this.#export());
    this.#on('import', () => this.#file.click());
    this.#on('erase', () => this.#dialog.showModal());
    this.#on('no', () => this.#dialog.close());
    this.#on('yes', () => {
      this.#dialog.close();
      this.#say(
        erase() ? 'Erased. Nothing of it is left in this browser.' : 'This browser did not erase it.',
      );
      this.#show();
      this.#button('import').focus();
    });
    this.#file.addEventListener('change', () => void this.#import());
    // Another tab, or the way back to this page.
    addEventListener('storage', () => this.#show());
    addEventListener('pageshow', () => this.#show());
    this.#show();
  }

  #button(name: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`button[name="${name}"]`)!;
  }
  #on(name: string, act: () => void): void {
    this.#button(name).addEventListener('click', act);
  }
  #say(sentence: string): void {
    this.#said.textContent = sentence;
  }

  #show(): void {
    const read = readKept();
    const raw = rawKept();
    const some = read.ok ? countAll(read.progress) : 0;
    const anything = some > 0 || !read.ok;
    for (const name of ['export', 'erase']) this.#button(name).disabled = !anything;
    if (!read.ok) {
      this.#kept.textContent = `What this browser keeps cannot be read, and was left as it is. ${read.sentence}`;
      this.querySelector('#erase-asks')!.textContent = 'Erase what is kept, although it cannot be read?';
      return;
    }
    fillMap(read.progress);
    void markSidebar(read.progress);
    const asked = rows.reduce((sum, { questions }) => sum + questions.length, 0);
    const passed = rows.reduce(
      (sum, { lesson, questions }) => sum + countPassed(read.progress, lesson, questions),
      0,
    );
    this.#kept.textContent =
      some === 0 && raw.progress === null
        ? 'This browser keeps nothing yet. Answer a question of a lesson, and it is counted here.'
        : `You have answered ${passed} of ${counted(asked, 'question')}.`;
    this.querySelector('#erase-asks')!.textContent =
      `Erase ${counted(some, 'answered question')} from this browser?`;
  }

  #export(): void {
    const read = readKept();
    const text = read.ok ? progressText(read.progress) : (rawKept().progress ?? '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = FILE;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.#say(`Saved as ${FILE}.`);
  }

  async #import(): Promise<void> {
    const file = this.#file.files?.[0];
    this.#file.value = '';
    if (!file) return;
    const text = file.size > MOST_BYTES ? undefined : await file.text().catch(() => undefined);
    const read = text === undefined ? undefined : parseProgress(text);
    const lost = 'What was kept before is still there.';
    if (!read)
      this.#say(`${file.name} is too large to be progress of this course, or cannot be read. ${lost}`);
    else if (!read.ok) this.#say(`${file.name}: ${read.sentence} ${lost}`);
    else this.#merge(file.name, read.progress);
  }

  #merge(name: string, more: Progress): void {
    const before = readKept();
    if (!before.ok) {
      this.#say('What this browser keeps cannot be read: export and erase it, then import again.');
      return;
    }
    const all = keep(more, steps);
    if (!all) {
      this.#say('This browser does not let pages keep anything, so nothing was imported.');
      return;
    }
    const added = countAll(all) - countAll(before.progress);
    this.#say(
      added > 0
        ? `${name}: ${counted(added, 'answered question')} added.`
        : `${name} holds nothing that was not kept already.`,
    );
    this.#show();
  }
}

customElements.define('kept-progress', KeptProgress);
