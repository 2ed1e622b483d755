import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ROOT = dirname(fileURLToPath(import.meta.url));

/** Tests import from src/ and run against the build in dist/: what ships is what is tested. */
const theBuild = {
  name: 'the-build',
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
  plugins: [theBuild],
  // As Node resolves them: graphql must not be there twice.
  resolve: { alias: [{ find: /^graphql$/, replacement: join(ROOT, 'node_modules/graphql/index.js') }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.mjs',
    setupFiles: ['reflect-metadata'],
    // A worker keeps what it has imported: the service's packages take seconds of the processor's time.
    isolate: false,
    pool: 'forks',
    // More than a small machine has cores: a third of the time of most tests is waiting that is the point of them.
    maxWorkers: 5,
    // Against a hang, not for speed: a busy machine must not fail a test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
    server: { deps: { external: [/\/dist\//, /node_modules/] } },
  },
});
