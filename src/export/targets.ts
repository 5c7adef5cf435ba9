/** The tools an experiment can be taken to, and what they are called. Light: a button can show it before anything of
 *  the export is fetched. */
export const EXPORT_TARGETS = {
  python: 'plain Python',
  brian2: 'Brian2',
  nest: 'PyNEST',
  pynn: 'PyNN',
  neuroml: 'NeuroML',
} as const;

export type ExportTarget = keyof typeof EXPORT_TARGETS;
