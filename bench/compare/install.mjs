import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BENCH = fileURLToPath(new URL('..', import.meta.url));
const INSTALLED = `${BENCH}node_modules/.package-lock.json`;

/** Installs what the peers need into this folder, unless it is there, and builds the peer that is in TypeScript. */
export async function install() {
  const lock = `${BENCH}package-lock.json`;
  if (!existsSync(INSTALLED) || statSync(INSTALLED).mtimeMs < statSync(lock).mtimeMs) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: BENCH,
      stdio: 'inherit',
    });
  }
  const { rolldown } = await import('rolldown');
  const program = await rolldown({
    input: `${BENCH}peers/usual/server.ts`,
    platform: 'node',
    // Helpers of the compiler are not installed.
    external: /^[\w@](?!oxc-project\/runtime)/,
  });
  await program.write({ dir: `${BENCH}dist`, format: 'esm', entryFileNames: 'usual.js' });
  await program.close();
}
