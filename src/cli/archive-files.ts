import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { Header } from 'tar';

/** The length of the blocks that end a tar archive. All their bytes are zero. */
export const ARCHIVE_END_BYTES = 1024;
const BLOCK = 512;
const OWNER_ONLY = 0o600;

/**
 * The entries of a tar archive, without the blocks that end it, for the photos and signatures in a folder. Files that are
 * deleted meanwhile are left out, and so are those that are still being written.
 *
 * @param prefix the folder in the archive
 */
export async function* archiveFiles(folder: string, prefix: string): AsyncGenerator<Buffer> {
  for (const path of await storedFiles(folder)) {
    const name = posix.join(prefix, ...relative(folder, path).split(sep));
    const file = await readStored(path);
    if (!file) continue;
    const { bytes, mtime } = file;
    const header = new Header({ path: name, mode: OWNER_ONLY, size: bytes.length, mtime, type: 'File' });
    if (header.encode() || !header.block) throw new Error(`${name} doesn't fit into an archive`);
    yield header.block;
    yield bytes;
    yield Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  }
}

/** An archive without the blocks that end it, so that more entries can follow. @throws Error if it doesn't end with them */
export async function* withoutEnd(archive: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of archive) {
    const known = Buffer.concat([held, chunk]);
    const sent = Math.max(0, known.length - ARCHIVE_END_BYTES);
    if (sent > 0) yield known.subarray(0, sent);
    held = known.subarray(sent);
  }
  if (held.length < ARCHIVE_END_BYTES || held.some((byte) => byte !== 0))
    throw new Error("the copy of the databases doesn't end as an archive does");
}

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException): Dirent[] => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && /\.(?:jpg|png)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function readStored(path: string): Promise<{ bytes: Buffer; mtime: Date } | null> {
  try {
    const { mtime } = await stat(path);
    return { bytes: await readFile(path), mtime };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
