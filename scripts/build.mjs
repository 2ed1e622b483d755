// Builds dist/, the service, and dist/web/, the portal in the browser, if they are older than their sources:
// node scripts/build.mjs (with --force, in any case).
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bringFolderUpToDate } from './build-folder.mjs';
import { buildService } from './build-service.mjs';
import { buildWeb } from './build-web.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = [
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
  ...['scripts/build.mjs', 'scripts/build-folder.mjs'],
];
const SERVICE = {
  folder: 'dist',
  keep: 'web',
  sources: ['src', 'migrations', 'scripts/build-service.mjs', ...SHARED],
  bundler: () => import('rolldown'),
  make: buildService,
};
const WEB = {
  folder: 'dist/web',
  sources: ['web', 'docs/portal.md', 'docs/portal', 'scripts/build-web.mjs', ...SHARED],
  bundler: () => import('vite'),
  make: buildWeb,
};

// Only when run as a script, not when run.mjs imports it.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await bringUpToDate({ web: true, force: process.argv.includes('--force') });

/**
 * Builds what is out of date.
 *
 * @param web whether the portal is needed, too; most commands need only the service
 * @returns whether all that is needed is up to date; if not, the reason has been printed
 */
export async function bringUpToDate({ web, force = false }) {
  const folder = process.cwd();
  process.chdir(ROOT);
  try {
    return (
      (await bringFolderUpToDate({ ...SERVICE, force })) &&
      (!web || (await bringFolderUpToDate({ ...WEB, force })))
    );
  } finally {
    // The program that runs next reads and writes files where its user is.
    process.chdir(folder);
  }
}
