import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compileHelp } from './compile-help.ts';
import { compileWords } from './compile-words.ts';
import { PATHS } from './src/app/paths.ts';

/** Lists the pages' addresses for the service, which answers 404 at all others. */
const listPaths: Plugin = {
  name: 'list-paths',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'paths.json', source: JSON.stringify(PATHS) });
  },
};

/** Says the order of the layers in each style sheet, because any of them may be the first that a browser reads. */
const orderLayers: Plugin = {
  name: 'order-layers',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.css') ? `@layer reset, base, parts, pages;\n${code}` : null),
};

export default defineConfig({
  root: import.meta.dirname,
  // Addresses in the page are relative to its base, which the service sets: it may live below a path.
  base: './',
  plugins: [react(), compileHelp, compileWords, orderLayers, listPaths],
  build: {
    target: 'es2023',
    manifest: 'manifest.json',
    // Data URLs would be refused by the page's security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // `npx vite web` beside a running service: pages change as one types.
    proxy: Object.fromEntries(
      ['/graphql', '/export', '/api', '/brand.css'].map((path) => [path, 'http://127.0.0.1:5001']),
    ),
  },
});
