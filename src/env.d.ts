/** What the project adds to Astro's own types. */
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** The reader comes near (lib/near-directive.ts). */
    'client:near'?: boolean;
  }
}
