import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';

/**
 * A file that only its owner may read, never over what is there: it may be evidence.
 *
 * @param option what the command calls it
 */
export async function newFile(option: string, path: string): Promise<Writable> {
  try {
    const file = await open(path, 'wx', 0o600);
    return createWriteStream(path, { fd: file });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' ? 'which is there already' : `which can't be written (${code})`;
    throw new Error(`${option}: found "${path}", ${reason}; wanted the path of a new file`);
  }
}
