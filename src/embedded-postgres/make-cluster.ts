import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NoEmbeddedPostgres, programOf } from './binaries.js';
import { type Cluster, own } from './cluster.js';
import { isAlive } from './lock-file.js';
import { serverEnvironment } from './spawn-server.js';

const DRAFT = /^new-(\d+)-/;

/** The server's administrator: for this room, backups, and filling the demo. */
export const ADMINISTRATOR = 'postgres';

/**
 * Makes the database files where there are none yet: in UTF-8, sorted by code points on any machine, with checksums.
 *
 * @returns whether it made them
 * @throws NoEmbeddedPostgres where the programs don't run here, or an Error with the reason
 */
export async function makeCluster(cluster: Cluster): Promise<boolean> {
  const { folder, data } = cluster;
  removeDrafts(folder);
  if (existsSync(data)) return false;
  const draft = newDraft(cluster);
  try {
    await initdb(cluster, draft);
    // Whole under its name or not at all.
    renameSync(draft, data);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start was quicker.
    if (existsSync(data)) return false;
    throw error;
  }
}

/** A folder to make database files in, which a later start removes where this one is killed over it. */
export function newDraft({ folder, user }: Cluster): string {
  const draft = mkdtempSync(join(folder, `new-${process.pid}-`));
  own(draft, user);
  return draft;
}

async function initdb({ binaries, folder, user, listen }: Cluster, draft: string): Promise<void> {
  const access =
    'socket' in listen ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`];
  const args = [
    ...['--pgdata', draft, '--username', ADMINISTRATOR, ...access],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    // It would find out what the machine bears, by trying; what the server gets it is told at each start.
    ...['--data-checksums', '--no-instructions', '-c', 'max_connections=20', '-c', 'shared_buffers=8MB'],
  ];
  try {
    const options = { cwd: folder, env: serverEnvironment(), ...user };
    await promisify(execFile)(programOf(binaries, 'initdb'), args, options);
  } catch (error) {
    const { code, stderr = '' } = error as NodeJS.ErrnoException & { stderr?: string };
    // The program is there, and what would load it isn't: a C library of another kind, as on Alpine.
    if (code === 'ENOENT') throw new NoEmbeddedPostgres();
    const said = stderr.trim().split('\n').join(' ') || String(error);
    throw new Error(`The embedded database can't be made in ${folder}: ${said}`);
  }
}

/** What starts that were killed left behind. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = DRAFT.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
