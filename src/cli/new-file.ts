import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
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
    return createWriteStream(path, { fd: file, flush: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw notNew(
      option,
      path,
      code === 'EEXIST' ? 'which is there already' : `which can't be written (${code})`,
    );
  }
}

/**
 * The same by another name until it is whole: nobody takes what a killed command left for the file itself.
 *
 * @returns the file, and what gives it its name
 */
export async function newWholeFile(
  option: string,
  path: string,
): Promise<[file: Writable, done: () => void]> {
  const refuseOther = () => {
    if (existsSync(path)) throw notNew(option, path, 'which is there already');
  };
  refuseOther();
  const part = `${path}.${process.pid}.part`;
  const file = await newFile(option, part);
  file.once('close', () => file.errored && rmSync(part, { force: true }));
  const done = () => {
    refuseOther();
    renameSync(part, path);
  };
  return [file, done];
}

const notNew = (option: string, path: string, reason: string) =>
  new Error(`${option}: found "${path}", ${reason}; wanted the path of a new file`);
