/** An Astro integration: `client:near` brings an island to life when the reader comes near it (near-directive.ts). */

/** @returns {import('astro').AstroIntegration} */
export function clientNear() {
  return {
    name: 'client-near',
    hooks: {
      'astro:config:setup'({ addClientDirective }) {
        addClientDirective({ name: 'near', entrypoint: './src/lib/near-directive.ts' });
      },
    },
  };
}
