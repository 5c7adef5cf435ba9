/** Keeps what is answered right on this page, and shows what was answered before, here and in the sidebar. Fetched with
 *  the first answer, and later on every page as long as something is kept. */
import { dayOf, passedOn, type Progress } from '../../../lib/progress.ts';
import { keep, readKept } from './kept.ts';
import { markQuestions, markSidebar } from './marks.ts';

const lesson = /\/lessons\/([^/]+)/.exec(location.pathname)?.[1];

/** What stands on the page answered: right, or, where a prediction is asked for, at all. Any other element with an id
 *  can be passed: it gets data-passed, and then sends a bubbling event "passed". */
const ANSWERED = [
  '.question:has(> form .feedback[data-verdict="right"])',
  'lesson-predict:has(> form input:disabled)',
  'predict-trace:has(.feedback .verdict)',
  '[id][data-passed]',
].join();

function show(progress: Progress | undefined): void {
  if (!progress) return;
  if (lesson) markQuestions([...(progress.get(lesson)?.keys() ?? [])]);
  void markSidebar(progress);
}

function note(): void {
  if (!lesson) return;
  const ids = [...document.querySelectorAll(ANSWERED)].map(({ id }) => id);
  show(keep(passedOn(lesson, ids, dayOf(new Date()))));
}

const read = readKept();
if (read.ok) show(read.progress);
note();
// Every form has answered when the event arrives here. A step of the build-it path has been kept already.
for (const type of ['submit', 'passed']) addEventListener(type, note);
