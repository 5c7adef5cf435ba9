/** The part of nbformat 4.5 that our notebooks use, written from its documentation; and nothing beyond it. */
import { z } from 'astro/zod';

const source = z.array(z.string()).superRefine((lines, context) => {
  lines.forEach((line, k) => {
    const ends = line.endsWith('\n');
    if (line.slice(0, -1).includes('\n') || ends === (k === lines.length - 1))
      context.addIssue({
        code: 'custom',
        message: `line ${k + 1} must end where a line ends: ${JSON.stringify(line)}`,
      });
  });
});
const id = z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/);

const markdown = z.strictObject({
  cell_type: z.literal('markdown'),
  id,
  metadata: z.strictObject({}),
  source,
});
const code = z.strictObject({
  cell_type: z.literal('code'),
  id,
  metadata: z.strictObject({ tags: z.array(z.string().regex(/^[^,]+$/)).optional() }),
  execution_count: z.null(),
  outputs: z.array(z.never()),
  source,
});

export const notebookSchema = z.strictObject({
  nbformat: z.literal(4),
  nbformat_minor: z.literal(5),
  metadata: z.strictObject({
    kernelspec: z.strictObject({ name: z.string(), display_name: z.string(), language: z.literal('python') }),
    language_info: z.strictObject({ name: z.literal('python') }),
  }),
  cells: z
    .array(z.discriminatedUnion('cell_type', [markdown, code]))
    .min(1)
    .refine(
      (cells) => new Set(cells.map((cell) => cell.id)).size === cells.length,
      'ids of cells must differ',
    ),
});
export type Notebook = z.infer<typeof notebookSchema>;
