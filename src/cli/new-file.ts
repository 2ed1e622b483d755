import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';

/**
 * Creates a file that only its owner may read. It never overwrites a file, which could be evidence.
 *
 * @param option the command's name for the file, for error messages
 * @throws Error if the file exists or can't be written
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

/** A file with a temporary name until it is complete: a killed command leaves nothing under the final name. */
export interface UnfinishedFile {
  content: Writable;
  /** Gives the file its final name. @throws Error if a file of that name exists by now */
  keep(): void;
  /** Deletes the file. */
  drop(): void;
}

/** Like `newFile`, for content that is useless if it is incomplete. */
export async function newWholeFile(option: string, path: string): Promise<UnfinishedFile> {
  const refuseExisting = () => {
    if (existsSync(path)) throw notNew(option, path, 'which is there already');
  };
  refuseExisting();
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const content = await newFile(option, part);
  return {
    content,
    keep: () => {
      refuseExisting();
      renameSync(part, path);
    },
    drop: () => rmSync(part, { force: true }),
  };
}

const notNew = (option: string, path: string, reason: string) =>
  new Error(`${option}: found "${path}", ${reason}; wanted the path of a new file`);
