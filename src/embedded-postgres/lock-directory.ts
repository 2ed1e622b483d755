import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { tryLock } from 'fs-native-extensions';

/** Another process works on the database's folder. */
export class DirectoryInUse extends Error {
  constructor(readonly directory: string) {
    super(
      `The embedded database in ${directory} is in use by another Portico. Stop that one first, or give this one ` +
        'a data folder of its own with DATA_DIR (and a port of its own with PORT).',
    );
  }
}

/**
 * Takes a folder for this process alone, by a lock file beside it. The lock is the operating system's, on the open file,
 * so it ends with the process however that ends.
 *
 * @returns a function that gives the folder back
 * @throws DirectoryInUse
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(dirname(directory), { recursive: true, mode: 0o700 });
  const file = openSync(`${directory}.lock`, 'a+');
  if (!tryLock(file)) {
    closeSync(file);
    throw new DirectoryInUse(directory);
  }
  return () => closeSync(file);
}
