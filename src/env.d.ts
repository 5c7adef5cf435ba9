/** What the project adds to Astro's own types. */
declare namespace astroHTML.JSX {
  interface AstroClientDirectives {
    /** The reader comes near (lib/near-directive.ts). */
    'client:near'?: boolean;
  }
}
