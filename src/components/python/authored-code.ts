/** Code as its author wrote it. Pure. That MDX leaves its indentation alone is seen to by
 *  src/lib/remark-code-as-written.mjs. */

/** @param text of a property of a component
 *  @returns without the empty lines around it */
export const authoredCode = (text: string): string => text.replace(/^\n+|\s+$/g, '');
