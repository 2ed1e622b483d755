import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ADMINISTRATOR } from './administrator.js';
import { NoEmbeddedPostgres } from './binaries.js';
import type { Cluster } from './cluster.js';
import { chownTo, removeFolder } from './server-user.js';
import { spawnInitdb } from './spawn-server.js';

const DRAFT = 'new-';
/** Making the files takes seconds, and restoring a backup minutes; whoever does may be in another container, and not be seen. */
const STALE_MS = 3_600_000;
/** What a shell says of a program that isn't there, or whose loader isn't: a C library of another kind, as on Alpine. */
const NOT_FOUND = 127;

/**
 * Makes the database files where there are none yet: in UTF-8, sorted by code points on any machine, with checksums.
 *
 * @throws NoEmbeddedPostgres where the programs don't run here, or an Error with the reason
 */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const { data, user } = cluster;
  removeDrafts(cluster);
  if (existsSync(data)) return;
  const draft = newDraft(cluster);
  chownTo(draft, user);
  try {
    await initdb(cluster, draft);
    // Whole under its name or not at all.
    renameSync(draft, data);
  } catch (error) {
    removeFolder(draft, user);
    // Another start was quicker.
    if (!existsSync(data)) throw error;
  }
}

/** A folder to make database files in, which a later start removes where this one is killed over it. */
export function newDraft({ folder }: Cluster): string {
  return mkdtempSync(join(folder, DRAFT));
}

/** @throws Error where database files were made by a PostgreSQL of another major version than Portico brings */
export function assertOurVersion({ binaries }: Cluster, data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.major) return;
  throw new Error(
    `The embedded database in ${data} is PostgreSQL ${version}'s, and this Portico brings ${binaries.major}: go on with ` +
      'the Portico that made it; the notes of the release say how its data comes along.',
  );
}

async function initdb(cluster: Cluster, draft: string): Promise<void> {
  const { folder, listen } = cluster;
  const access =
    'socket' in listen ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`];
  const child = spawnInitdb(cluster, [
    ...['--pgdata', draft, '--username', ADMINISTRATOR, ...access],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    // It would find out what the machine bears, by trying; what the server gets it is told at each start.
    ...['--data-checksums', '--no-instructions', '-c', 'max_connections=20', '-c', 'shared_buffers=8MB'],
  ]);
  const ended = once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new NoEmbeddedPostgres() : error;
  });
  const [stderr, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', ended]);
  if (code === 0) return;
  if (code === NOT_FOUND) throw new NoEmbeddedPostgres();
  throw new Error(
    `The embedded database can't be made in ${folder}: ${stderr.trim().split('\n').join(' ') || `code ${code}`}`,
  );
}

/** What starts that were killed long ago left behind. */
function removeDrafts({ folder, user }: Cluster): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const made = name.startsWith(DRAFT) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (made && Date.now() - made.mtimeMs > STALE_MS) removeFolder(path, user);
  }
}
