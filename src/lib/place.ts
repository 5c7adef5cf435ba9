/** What an author got wrong is told with its place. */

/** Does what may fail.
 *  @param place FILE:LINE, from remark-places.mjs; undefined outside MDX
 *  @throws Error with the place before the message of what failed */
export function inPlace<T>(place: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (place === undefined || !(error instanceof Error)) throw error;
    throw new Error(`${place}: ${error.message}`, { cause: error });
  }
}
