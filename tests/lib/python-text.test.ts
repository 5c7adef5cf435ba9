/** What is kept of a cell, and how its author's code is read. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { authoredCode } from '../../src/components/python/authored-code.ts';
import { keepText, keptText } from '../../src/components/python/kept-text.ts';

afterEach(() => vi.unstubAllGlobals());

describe('what a reader typed', () => {
  it('is kept for each page and cell, and forgotten when nothing of it is their own', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    });
    vi.stubGlobal('location', { pathname: '/lessons/a/' });
    keepText('one', 'u = 1');
    keepText('two', '');
    expect([keptText('one'), keptText('two'), keptText('three')]).toEqual(['u = 1', '', undefined]);
    vi.stubGlobal('location', { pathname: '/lessons/b/' });
    expect(keptText('one')).toBeUndefined();
    vi.stubGlobal('location', { pathname: '/lessons/a/' });
    keepText('one', undefined);
    expect([keptText('one'), kept.size]).toEqual([undefined, 1]);
  });

  it('is no reason to fail where nothing may be kept', () => {
    const refuse = () => {
      throw new Error('SecurityError');
    };
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(keptText('one')).toBeUndefined();
    expect(() => keepText('one', 'u')).not.toThrow();
    expect(() => keepText('one', undefined)).not.toThrow();
  });
});

describe('code as it was authored', () => {
  const CODE = 'def f(n):\n    for k in range(n):\n        print(k)\n\nf(3)';
  it('has no empty lines around it, and is else left as it is', () => {
    expect(authoredCode(`\n\n${CODE}\n  \n`)).toBe(CODE);
    expect(authoredCode('plot(t,\n  u)\nif a:\n    b')).toBe('plot(t,\n  u)\nif a:\n    b');
  });
});
