import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';
import { joinEmbedded } from '../composition/embedded-postgres.js';
import { FILES_FOLDER } from '../composition/file-store.js';
import type { Config } from '../config.js';
import { PORTICO_FILES, restoreBackup } from '../embedded-postgres/restore-backup.js';
import { ARCHIVE_END_BYTES, archiveFiles, withoutEnd } from './archive-files.js';
import { newWholeFile } from './new-file.js';
import { endOnSignal } from './on-signal.js';
import { assertDatabaseExists } from './with-database.js';

/** Other contents of the data folder that a backup needs: the secret key decrypts data in the databases. */
const KEPT = { files: ['secret-key'], folders: [FILES_FOLDER] };

/**
 * Writes the embedded databases, the generated secret key, and photos and signatures that are not in a bucket to a new file.
 * The service may be running.
 *
 * @returns the size of the file in bytes
 * @throws Error if the database is not embedded, or the file can't be written; then no partial file is left
 */
export async function backup(config: Config, file: string): Promise<number> {
  assertEmbedded(config, 'pg_dump');
  assertDatabaseExists(config);
  const target = await newWholeFile('file', file);
  // An interrupted backup must not stay behind, because it contains the secret key.
  const removeHandlers = endOnSignal(target.drop);
  try {
    const embedded = await joinEmbedded({ dataDir: config.dataDir, database: config.database });
    if (!embedded) throw new Error('unreachable');
    try {
      await pipeline(archive(await embedded.backup(), config), createGzip(), target.content);
    } finally {
      await embedded.close();
    }
    target.keep();
    return statSync(file).size;
  } catch (error) {
    target.drop();
    throw error;
  } finally {
    removeHandlers();
  }
}

/** Restores a backup to the data folder, which must have no databases yet, and checks that the server starts on it. */
export async function restore(config: Config, file: string): Promise<void> {
  assertEmbedded(config, 'pg_restore');
  if (!existsSync(file))
    throw new Error(`file: found "${file}", which does not exist; wanted a file written by portico backup`);
  const undo = await restoreBackup(config.dataDir, file, KEPT);
  try {
    const embedded = await joinEmbedded({ dataDir: config.dataDir, database: config.database });
    await embedded?.close();
  } catch (error) {
    undo();
    throw error;
  }
}

function assertEmbedded({ database }: Config, instead: string): void {
  if (database.kind === 'embedded') return;
  throw new Error(
    `This command is for the embedded database. The settings name a server: use its own tools, such as ${instead}.`,
  );
}

/**
 * One tar archive: the key, the server's archive, then photos and signatures. They come last, because whatever the databases
 * refer to at the end of their copy is stored by then.
 */
async function* archive(databases: Readable, { dataDir, files }: Config): AsyncGenerator<Buffer> {
  const kept = KEPT.files.filter((name) => existsSync(join(dataDir, name)));
  if (kept.length > 0) {
    const ours = await buffer(create({ cwd: dataDir, portable: true, prefix: PORTICO_FILES }, kept));
    yield ours.subarray(0, -ARCHIVE_END_BYTES);
  }
  yield* withoutEnd(databases);
  if (files.kind === 'folder')
    yield* archiveFiles(join(dataDir, FILES_FOLDER), `${PORTICO_FILES}/${FILES_FOLDER}`);
  yield Buffer.alloc(ARCHIVE_END_BYTES);
}
