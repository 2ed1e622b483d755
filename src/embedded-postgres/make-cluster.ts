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
/**
 * A draft of this age is abandoned: creating files takes seconds, and restoring a backup takes minutes. The age decides
 * because the process at work may run in another container, where this process can't see it.
 */
const STALE_MS = 3_600_000;
/**
 * The shell's exit code if a program or its loader is missing. On Alpine the loader is missing: it has another C
 * library.
 */
const NOT_FOUND = 127;

/**
 * Creates the database files if there are none yet: UTF-8, sorted by code point on every machine, with checksums.
 *
 * @throws NoEmbeddedPostgres if the programs don't run on this machine, or an Error with the reason
 */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const { data, user } = cluster;
  removeDrafts(cluster);
  if (existsSync(data)) return;
  const draft = newDraft(cluster);
  chownTo(draft, user);
  try {
    await initdb(cluster, draft);
    // The rename is atomic: `data` either doesn't exist or is complete.
    renameSync(draft, data);
  } catch (error) {
    removeFolder(draft, user);
    // Otherwise another process got there first.
    if (!existsSync(data)) throw error;
  }
}

/** Creates a folder to build database files in. If this process is killed meanwhile, a later start removes it. */
export function newDraft({ folder }: Cluster): string {
  return mkdtempSync(join(folder, DRAFT));
}

/** @throws Error if the database files are from another major version of PostgreSQL than the embedded one */
export function assertSameMajorVersion({ binaries }: Cluster, data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.major) return;
  throw new Error(
    `The embedded database in ${data} is PostgreSQL ${version}'s, and this Portico brings ${binaries.major}: keep using ` +
      'the Portico that made it; the release notes say how to migrate its data.',
  );
}

async function initdb(cluster: Cluster, draft: string): Promise<void> {
  const { folder, listen } = cluster;
  const access =
    'socket' in listen ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`];
  const child = spawnInitdb(cluster, [
    ...['--pgdata', draft, '--username', ADMINISTRATOR, ...access],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    // Given so that initdb doesn't probe the machine for them. Each start of the server sets its own values.
    ...['--data-checksums', '--no-instructions', '-c', 'max_connections=20', '-c', 'shared_buffers=8MB'],
  ]);
  const ended = once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new NoEmbeddedPostgres() : error;
  });
  const [stderr, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', ended]);
  if (code === 0) return;
  if (code === NOT_FOUND) throw new NoEmbeddedPostgres();
  throw new Error(
    `The embedded database can't be created in ${folder}: ${stderr.trim().split('\n').join(' ') || `code ${code}`}`,
  );
}

/** Removes drafts left behind by processes that were killed long ago. */
function removeDrafts({ folder, user }: Cluster): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const made = name.startsWith(DRAFT) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (made && Date.now() - made.mtimeMs > STALE_MS) removeFolder(path, user);
  }
}
