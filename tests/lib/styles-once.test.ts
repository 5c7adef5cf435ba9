import { describe, expect, it } from 'vitest';
import { withoutForeignStyles, withoutRepeatedStyles } from '../../src/lib/styles-once.mjs';

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

describe('the style sheets of Svelte components', () => {
  const sheets: Readonly<Record<string, string>> = {
    '/chart.css': '.chart.svelte-aa1{top:0}@media print{.chart.svelte-aa1 p{top:1px}}',
    '/tool.css': '.tool.svelte-bb2 :is(a,b){top:0}',
    '/both.css': '.chart.svelte-aa1{top:0}p{margin:0}',
    '/plain.css': 'p{margin:0}',
  };
  const all = Object.keys(sheets);
  const linked = (body: string) => {
    const html = withoutForeignStyles(
      page(...all) + body,
      (href) => sheets[href] ?? '',
      new Set(['svelte-aa1']),
    );
    return all.filter((href) => html.includes(link(href)));
  };

  it('are linked where the component is, or may appear', () => {
    expect(linked('<astro-island><p class="chart svelte-aa1"></p></astro-island>')).toEqual(all);
  });
  it('are left out of a page without the component, if they hold nothing else', () => {
    expect(linked('<p>text</p>')).toEqual(['/both.css', '/plain.css']);
    expect(linked('<astro-island></astro-island>')).toEqual(['/tool.css', '/both.css', '/plain.css']);
  });
});
