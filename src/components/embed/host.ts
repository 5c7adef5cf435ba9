/** What an embedded page reads from its own address, apart from the figure's part of it: the theme, the language,
 *  and the one origin that it tells its height. Pure. */

/** Text from an address, quoted and short. */
const showValue = (text: string) => JSON.stringify(text.slice(0, 80));

export type Theme = 'light' | 'dark' | 'auto';

export interface HostWishes {
  readonly theme: Theme;
  /** Nobody is told anything unless this is given. */
  readonly origin: string | undefined;
  /** Sentences about what could not be used. */
  readonly problems: readonly string[];
}

/** Languages of the site. */
const LANGUAGES = ['en'];

/** http or https, a host, perhaps a port: nothing behind it, no wildcard. */
function isOrigin(text: string): boolean {
  try {
    const { protocol, origin } = new URL(text);
    return (
      !text.includes('*') &&
      (protocol === 'https:' || protocol === 'http:') &&
      origin === text.replace(/\/$/, '').toLowerCase()
    );
  } catch {
    return false;
  }
}

/** @param search the query of the page */
export function readHostWishes(search: string): HostWishes {
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const theme = query.get('theme') ?? 'auto';
  if (theme !== 'light' && theme !== 'dark' && theme !== 'auto') {
    problems.push(
      `theme must be "light", "dark" or "auto", got ${showValue(theme)}; it follows the reader's.`,
    );
  }
  const language = query.get('lang') ?? 'en';
  if (!LANGUAGES.includes(language)) {
    problems.push(`lang must be "en", got ${showValue(language)}: this site is in English so far.`);
  }
  const origin = query.get('origin') ?? undefined;
  const usable = origin !== undefined && isOrigin(origin);
  if (origin !== undefined && !usable) {
    problems.push(
      `origin must be like "https://moodle.example.edu", got ${showValue(origin)}; the frame keeps its height.`,
    );
  }
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    origin: usable ? origin.replace(/\/$/, '').toLowerCase() : undefined,
    problems,
  };
}
