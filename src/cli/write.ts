/** Standard output. */
import { once } from 'node:events';

/** Writes pieces to standard output, waiting whenever it is full. */
export async function write(pieces: Iterable<string>): Promise<void> {
  const { stdout } = process;
  for (const piece of pieces) if (!stdout.write(piece)) await once(stdout, 'drain');
}
