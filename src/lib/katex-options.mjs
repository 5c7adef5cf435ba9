/** The one set of KaTeX options, for MDX (rehype-katex) and for components that render a formula. */

/** Macros for the symbols of the course and the four quantities that keep one colour everywhere. */
const macros = {
  '\\urest': 'u_\\mathrm{rest}',
  '\\ureset': 'u_r',
  '\\uinf': 'u_\\infty',
  '\\thresh': '\\vartheta',
  '\\taum': '\\tau_m',
  '\\tref': 't_\\mathrm{ref}',
  '\\dd': '\\mathrm{d}',
  '\\leak': '\\htmlClass{q-leak}{#1}',
  '\\integrate': '\\htmlClass{q-integrate}{#1}',
  '\\fire': '\\htmlClass{q-fire}{#1}',
  '\\current': '\\htmlClass{q-input}{#1}',
};

export const katexOptions = {
  // A formula that KaTeX cannot draw stops the build: a broken equation must not be published.
  throwOnError: true,
  strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlClass',
  macros,
};
