import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './test/support/long-files-first.mjs';

const ROOT = dirname(fileURLToPath(import.meta.url));

/** Resolves the tests' imports of src/ and migrations/ to the build in dist/, so that the tests run what ships. */
const resolveToBuild = {
  name: 'resolve-to-build',
  enforce: 'pre',
  resolveId(specifier, importer) {
    if (!importer || !specifier.startsWith('.') || !specifier.endsWith('.js')) return null;
    const path = resolve(dirname(importer), specifier);
    if (!/^(src|migrations)\//.test(path.slice(ROOT.length + 1))) return null;
    const built = join(ROOT, 'dist', path.slice(ROOT.length));
    return existsSync(built) ? { id: `file://${built}`, external: true } : null;
  },
};

export default defineConfig({
  plugins: [resolveToBuild],
  // The file that Node resolves too: graphql must not be loaded twice.
  resolve: { alias: [{ find: /^graphql$/, replacement: join(ROOT, 'node_modules/graphql/index.js') }] },
  test: {
    include: ['test/**/*.test.ts'],
    // They need a browser: npm run test:web
    exclude: ['test/web/**'],
    globalSetup: 'test/support/global-setup.mjs',
    setupFiles: ['reflect-metadata'],
    // A worker keeps what it has imported, because loading the service's packages takes seconds of processor time.
    isolate: false,
    pool: 'forks',
    // More than the cores of a small machine, because most tests spend a third of their time waiting.
    maxWorkers: 5,
    // Requests leave much behind that dies young: collecting it less often saves a twentieth of the processor's time.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongFilesFirst },
    // These only end a hang. They are long, because a test must not fail on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
    server: { deps: { external: [/\/dist\//, /node_modules/] } },
  },
});
