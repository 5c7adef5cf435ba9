import { describe, expect, it } from 'vitest';
import { withoutRepeatedStyles } from '../../src/lib/styles-once.mjs';

const link = (href: string) => `<link rel="stylesheet" href="${href}">`;
const SHEETS: Readonly<Record<string, string>> = {
  '/demo.css': '.demo{color:red}\n',
  '/lab.css': '.demo{color:red}figure{margin:0}',
  '/other.css': 'p{margin:0}',
  '/behind.css': 'a{margin:0}p{margin:0}',
  '/none.css': '',
};
const page = (...hrefs: string[]) => `<head>${hrefs.map(link).join('')}</head>`;
const once = (...hrefs: string[]) => withoutRepeatedStyles(page(...hrefs), (href) => SHEETS[href] ?? '');

describe('the style sheets of a page', () => {
  it('are linked once where a later one begins with the same rules', () => {
    expect(once('/demo.css', '/other.css', '/lab.css')).toBe(page('/other.css', '/lab.css'));
  });

  it('stay where the rules come earlier, stand behind others, or are none', () => {
    for (const hrefs of [
      ['/lab.css', '/demo.css'],
      ['/other.css', '/behind.css'],
      ['/none.css', '/lab.css'],
    ])
      expect(once(...hrefs)).toBe(page(...hrefs));
  });
});
