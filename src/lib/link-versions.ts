/** Versions of links. A link carries the version of the site's keys it was written with; when a key is renamed,
 *  VERSION goes up by one and a function here says how the query of the version before is read today. Links of
 *  every version are kept in tests/lib/frozen-links.json. */
import { quoted } from './quoted.ts';

/** Keys and values of one figure, decoded, without its id. */
export type Query = ReadonlyMap<string, string>;
export type Migration = (query: Query) => Query;

/** The first makes a query of version 2 from one of version 1, and so on. Pure; never changed once published. */
const MIGRATIONS: readonly Migration[] = [];

/** The version that is written. */
export const VERSION = MIGRATIONS.length + 1;

/** A query as it would be written today. Without a version it is of the first: a link in a book goes on working.
 *  @returns a copy without the version
 *  @throws RangeError, one sentence, when the version is none that this site can read */
export function migrate(query: Query, migrations: readonly Migration[] = MIGRATIONS): Map<string, string> {
  const newest = migrations.length + 1;
  const text = query.get('v') ?? '1';
  const version = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (version < 1 || version > newest) {
    throw new RangeError(
      version > newest
        ? `The link has version ${version}, and this page reads links up to version ${newest}; it may be an old copy: reload it`
        : `v (version of the link) must be a whole number from 1 to ${newest}, got ${quoted(text)}`,
    );
  }
  const unversioned = new Map([...query].filter(([key]) => key !== 'v'));
  return new Map(migrations.slice(version - 1).reduce<Query>((q, next) => next(q), unversioned));
}
