/** What the project adds to Astro's own types. */
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** The reader comes near (lib/near-directive.ts). */
    'client:near'?: boolean;
  }
}

declare module '@citation-js/core' {
  /** @returns CSL-JSON */
  export const plugins: { readonly input: { chain(input: string, options: object): unknown } };
}
declare module '@citation-js/plugin-bibtex';
