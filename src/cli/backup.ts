import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';
import { joinEmbedded } from '../composition/embedded-postgres.js';
import type { Config } from '../config.js';
import { PORTICO_FILES, restoreBackup } from '../embedded-postgres/restore-backup.js';
import { newWholeFile } from './new-file.js';
import { endOnSignal } from './on-signal.js';
import { assertDatabaseExists } from './with-database.js';

/** What the data folder has beside the databases and can't be without: what is encrypted in them is read with it. */
const KEPT = ['secret-key'];

/**
 * Writes the embedded databases and the kept secret key to a new file, also beside the running service.
 *
 * @returns its size, in bytes
 * @throws Error where the database is elsewhere, or the file can't be written; then nothing is left of it
 */
export async function backup(config: Config, file: string): Promise<number> {
  assertEmbedded(config, 'pg_dump');
  assertDatabaseExists(config);
  const target = await newWholeFile('file', file);
  // It has the secret key in it.
  const ended = endOnSignal(target.drop);
  try {
    const embedded = await joinEmbedded({ dataDir: config.dataDir, database: config.database });
    if (!embedded) throw new Error('unreachable');
    try {
      await pipeline(archive(await embedded.backup(), config.dataDir), createGzip(), target.content);
    } finally {
      await embedded.close();
    }
    target.keep();
    return statSync(file).size;
  } catch (error) {
    target.drop();
    throw error;
  } finally {
    ended();
  }
}

/** Makes the databases of a backup those of the data folder, which has none yet, and sees that they open. */
export async function restore(config: Config, file: string): Promise<void> {
  assertEmbedded(config, 'pg_restore');
  if (!existsSync(file))
    throw new Error(`file: found "${file}", which isn't there; wanted a file of portico backup`);
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
    `This is for the embedded database. DATABASE_URL names a server: use its own tools, such as ${instead}.`,
  );
}

/** What closes a tar. */
const END_BYTES = 1024;

/** Our files, and then the server's archive, with the blocks at its end that close it. */
async function* archive(databases: Readable, dataDir: string): AsyncGenerator<Buffer> {
  const kept = KEPT.filter((name) => existsSync(join(dataDir, name)));
  if (kept.length > 0) {
    const ours = await buffer(create({ cwd: dataDir, portable: true, prefix: PORTICO_FILES }, kept));
    yield ours.subarray(0, -END_BYTES);
  }
  yield* databases;
}
