import { describe, expect, it } from 'vitest';
import { topicsOf, type TopicLesson } from '../../src/lib/topics.ts';

const lesson = (order: number, ...topics: string[]): TopicLesson => ({
  href: `/lessons/${order}/`,
  title: `Lesson ${order}`,
  order,
  outcome: '',
  topics,
});

describe('topicsOf', () => {
  it('lists topics by name, and the lessons of each in course order', () => {
    const topics = topicsOf([lesson(2, 'Neuroscience', 'Circuits'), lesson(1, 'Neuroscience')]);
    expect(topics.map(({ name, lessons }) => [name, lessons.map(({ order }) => order)])).toEqual([
      ['Circuits', [2]],
      ['Neuroscience', [1, 2]],
    ]);
  });

  it('takes two spellings of a name for one topic and lists a lesson once', () => {
    const [topic, ...rest] = topicsOf([lesson(1, 'Neuronal Models', 'neuronal  models')]);
    expect(rest).toEqual([]);
    expect(topic).toMatchObject({ id: 'neuronal-models', name: 'Neuronal Models' });
    expect(topic?.lessons).toHaveLength(1);
  });

  it('is empty without lessons', () => {
    expect(topicsOf([])).toEqual([]);
  });
});
