/** The code that shows a figure on another page. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** An http or https origin, from an address or a bare host; undefined when it is none. */
export function originOf(text: string): string | undefined {
  const bare = text.trim();
  try {
    const { protocol, origin } = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** @param height px that the frame has until it is told better */
export function frameCode(address: string, title: string, height: number): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" ` +
    `style="width: 100%; height: ${Math.ceil(height)}px; border: 0" loading="lazy" allow="clipboard-write"></iframe>`
  );
}
