import { randomBytes } from 'node:crypto';
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

/** A file that has another name until it is whole: nobody takes for it what a killed command left. */
export interface UnfinishedFile {
  content: Writable;
  /** Gives it its name. @throws where that has been taken meanwhile */
  keep(): void;
  drop(): void;
}

/** The same, for what is of no use in part. */
export async function newWholeFile(option: string, path: string): Promise<UnfinishedFile> {
  const refuseOther = () => {
    if (existsSync(path)) throw notNew(option, path, 'which is there already');
  };
  refuseOther();
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const content = await newFile(option, part);
  return {
    content,
    keep: () => {
      refuseOther();
      renameSync(part, path);
    },
    drop: () => rmSync(part, { force: true }),
  };
}

const notNew = (option: string, path: string, reason: string) =>
  new Error(`${option}: found "${path}", ${reason}; wanted the path of a new file`);
