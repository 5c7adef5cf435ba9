/** citation-js brings no types: the part of it that lib/bibliography.ts uses. */
declare module '@citation-js/core' {
  /** @returns CSL-JSON */
  export const plugins: { readonly input: { chain(input: string, options: object): unknown } };
}
declare module '@citation-js/plugin-bibtex';
