import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertFileKey, type FileStore, fileStoreUnavailable } from './file-store.js';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
/** A folder of files that are being written. Their names have no ending, so no key leads to one. */
const DRAFTS = 'drafts';

/** How the store behaves when the folder can't be read or written. */
export interface FolderOptions {
  /** Called with each failure, for the log. */
  onFailure(error: unknown): void;
}

/** Stores files in a folder that only the service's user can read. Several instances must share the folder. */
export class FolderFileStore implements FileStore {
  constructor(
    private readonly folder: string,
    private readonly options: FolderOptions,
  ) {}

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.#pathOf(key);
    return this.#attempt(async () => {
      const draft = join(this.folder, DRAFTS, randomUUID());
      for (const folder of [dirname(draft), dirname(path)])
        await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
      try {
        await writeDurably(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    });
  }

  async get(key: string): Promise<Buffer | null> {
    const path = this.#pathOf(key);
    return this.#attempt(() => unlessMissing(readFile(path)));
  }

  async delete(key: string): Promise<void> {
    const path = this.#pathOf(key);
    return this.#attempt(() => rm(path, { force: true }));
  }

  async deleteUnfinished(before: Date): Promise<void> {
    const drafts = join(this.folder, DRAFTS);
    for (const name of (await unlessMissing(readdir(drafts))) ?? []) {
      const path = join(drafts, name);
      const found = await unlessMissing(stat(path));
      if (found && found.mtime < before) await rm(path, { force: true });
    }
  }

  #pathOf(key: string): string {
    assertFileKey(key);
    return join(this.folder, key);
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.options.onFailure(error);
      throw fileStoreUnavailable(error);
    }
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the renaming outlast a power failure. Windows opens no folder, and does this by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
