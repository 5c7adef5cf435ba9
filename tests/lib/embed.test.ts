import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMOS } from '../../src/components/demos/list.ts';
import { readHostWishes } from '../../src/components/embed/host.ts';
import { frameCode, originOf } from '../../src/components/tools/share/frame-code.ts';

describe('what an embedded page reads from its address', () => {
  it('is light, dark or as the reader has it, and no origin unless one is announced', () => {
    expect(readHostWishes('')).toEqual({ theme: 'auto', origin: undefined, problems: [] });
    expect(readHostWishes('?theme=dark&lang=en&origin=https://moodle.example.edu:8443')).toEqual({
      theme: 'dark',
      origin: 'https://moodle.example.edu:8443',
      problems: [],
    });
    expect(readHostWishes('?origin=HTTP://Example.edu/').origin).toBe('http://example.edu');
  });
  it.each([
    '*',
    'null',
    '',
    'javascript:alert(1)',
    'file:///etc',
    'https://*',
    'https://a.b/path',
    'https://user@a.b',
    'https://a.b?x',
    'https://a.b#x',
    'a.b',
    'data:text/html,x',
    'https://a.b, https://c.d',
  ])('takes no origin from "%s", and says so', (text) => {
    const { origin, problems } = readHostWishes(`?origin=${encodeURIComponent(text)}`);
    expect(origin).toBeUndefined();
    expect(problems).toEqual([
      expect.stringContaining('origin must be like "https://moodle.example.edu", got'),
    ]);
  });
  it('never throws, and only ever gives an http origin', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { origin } = readHostWishes(`?origin=${text}&theme=${text}&lang=${text}`);
        if (origin !== undefined) expect(new URL(origin).origin).toBe(origin);
        const typed = originOf(text);
        if (typed !== undefined) expect(typed).toMatch(/^https?:\/\/[^/]+$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the code of a frame', () => {
  it('escapes whatever stands in an address or a title', () => {
    const code = frameCode('https://a.b/?x="><script>&y=1', 'A "lab" <b>', 700.2);
    expect(code).toContain('src="https://a.b/?x=&quot;&gt;&lt;script&gt;&amp;y=1"');
    expect(code).toContain('title="A &quot;lab&quot; &lt;b&gt;"');
    expect(code).toContain('height: 701px');
  });
  it('takes the origin of any address somebody pastes', () => {
    expect(originOf('moodle.example.edu/course/view.php?id=7')).toBe('https://moodle.example.edu');
    expect(originOf(' http://localhost:8080/x ')).toBe('http://localhost:8080');
    expect(originOf('javascript:alert(1)//x')).toBeUndefined();
    expect(originOf('mailto://a@b.c')).toBeUndefined();
  });
});

it('every demo can be embedded: ‹name› has a wrapper ‹Name›Lab.astro', () => {
  const wrappers = readdirSync('src/components/lesson');
  for (const name of Object.keys(DEMOS)) {
    const pascal = name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    expect(wrappers).toContain(`${pascal}Lab.astro`);
  }
});
