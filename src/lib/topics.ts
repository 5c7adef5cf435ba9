/** The topics index: from what each lesson says it is about to what each topic holds. */

export interface TopicLesson {
  readonly href: string;
  readonly title: string;
  readonly order: number;
  readonly outcome: string;
  readonly topics: readonly string[];
}

export interface Topic {
  /** Anchor of the topic on its page. */
  readonly id: string;
  readonly name: string;
  /** In course order. */
  readonly lessons: readonly TopicLesson[];
}

const anchor = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Topics in alphabetical order; names that differ only in case or spacing are one topic. */
export function topicsOf(lessons: readonly TopicLesson[]): Topic[] {
  const topics = new Map<string, { id: string; name: string; lessons: TopicLesson[] }>();
  for (const lesson of [...lessons].sort((a, b) => a.order - b.order)) {
    for (const name of lesson.topics) {
      const id = anchor(name);
      const topic = topics.get(id) ?? { id, name, lessons: [] };
      if (!topic.lessons.includes(lesson)) topic.lessons.push(lesson);
      topics.set(id, topic);
    }
  }
  return [...topics.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
