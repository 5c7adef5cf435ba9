/** Marks of what was passed. They take no room of their own: nothing on the page moves. */
import type { CourseLesson } from '../../../lib/course.ts';
import { countPassed, type Progress } from '../../../lib/progress.ts';
import css from './marks.css?inline';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

const styles = new CSSStyleSheet();
styles.replaceSync(css);
document.adoptedStyleSheets.push(styles);

function make(className: string, text: string): HTMLSpanElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

/** @param ids of questions, those that were passed */
export function markQuestions(ids: readonly string[]): void {
  for (const id of ids) {
    const kind = document.getElementById(id)?.querySelector(':scope > .kind');
    if (!kind || kind.querySelector('.passed')) continue;
    const sign = make('passed', '✓');
    sign.ariaHidden = 'true';
    kind.append(' ', sign, make('sr-only', 'answered before'));
  }
}

let course: Promise<readonly CourseLesson[]> | undefined;

/** The lessons and what they ask; fetched once. */
const courseData = (): Promise<readonly CourseLesson[]> =>
  (course ??= fetch(`${base}course.json`).then((answer) => answer.json()));

/** A small ring beside each lesson that was begun, filled as far as the reader is; a tick when nothing is left. */
export async function markSidebar(progress: Progress): Promise<void> {
  const lessons = await courseData().catch(() => []);
  for (const { id, questions } of lessons) {
    const link = document.querySelector<HTMLElement>(`nav.sidebar a[href="${base}lessons/${id}/"]`);
    const passed = countPassed(progress, id, questions);
    if (!link) continue;
    link.querySelector('.progress')?.remove();
    if (passed === 0) continue;
    const done = passed === questions.length;
    const words = done ? 'all questions answered' : `${passed} of ${questions.length} questions answered`;
    const mark = make('progress', '');
    const sign = make(done ? 'tick' : 'ring', done ? '✓' : '');
    sign.ariaHidden = 'true';
    sign.style.setProperty('--part', String(passed / questions.length));
    mark.title = words;
    mark.append(sign, make('sr-only', `, ${words}`));
    link.append(mark);
  }
}
