import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/shared/package-root.js';

/** What a browser may load for the sign-in page, compressed. */
const FIRST_BYTES = 160_000;
/** The same for any other page that is opened first, with the shell. Fonts are apart, because pages show without them. */
const COLD_BYTES = 220_000;

const BUILT = join(PACKAGE_ROOT, 'dist', 'web');
const PAGES = join(PACKAGE_ROOT, 'web', 'src', 'pages');

/** A chunk of Vite's manifest. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  isDynamicEntry?: boolean;
}
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(BUILT, 'manifest.json'), 'utf8'));

/** How routes name a page and the areas of words that it needs: `page(['freight'], () => import('./quote-page'))`. */
const ROUTE = /(?:\bpage\(\s*\[([^\]]*)\],|\blazyRouteComponent\()\s*\(\) => import\('\.\/([\w/-]+)'\)/g;

/** Every page of the routes. */
function pages(): { source: string; areas: string[] }[] {
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /routes\.ts$/.test(file))
    .flatMap((file) => {
      const routes = readFileSync(join(PAGES, file), 'utf8');
      const found = [...routes.matchAll(ROUTE)];
      // A page that is named in another way would go unmeasured.
      expect(found, file).toHaveLength(routes.match(/\bcomponent:/g)?.length ?? 0);
      return found.map(([, areas = '', name = '']) => ({
        source: join('src/pages', dirname(file), `${name}.tsx`),
        areas: [...areas.matchAll(/\w+/g)].map(([area]) => area),
      }));
    });
}

const LANGUAGES = ['en', 'de'];

/** The files of a language's words, unless they are in the entry. Every page needs those of the frame and of signing in. */
const wordsOf = (language: string, areas: string[]): string[] =>
  ['common', 'signIn', ...areas]
    .map((area) => area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    .map((area) => `src/words/${language}/${area}.ts`)
    .filter((source) => manifest[source]);

/** All files that are loaded with these chunks. */
function filesOf(sources: string[]): Set<string> {
  const chunks = new Set(sources);
  const files = new Set(['index.html']);
  for (const source of chunks) {
    const chunk = manifest[source];
    if (!chunk) throw new Error(`${source} is not in the manifest`);
    for (const imported of chunk.imports ?? []) chunks.add(imported);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
  }
  return files;
}

const sizes = new Map<string, number>();
function sizeOf(file: string): number {
  const size =
    sizes.get(file) ??
    gzipSync(readFileSync(join(BUILT, file)), { level: constants.Z_BEST_COMPRESSION }).length;
  sizes.set(file, size);
  return size;
}
const bytesOf = (sources: string[]): number =>
  [...filesOf(sources)].reduce((sum, file) => sum + sizeOf(file), 0);

test('the sign-in page, and any page that is opened first, is there soon on a slow line', () => {
  const all = pages();
  const login = join('src/pages', 'sign-in', 'login-page.tsx');
  expect(all.map(({ source }) => source)).toContain(login);
  const tooLarge = all.flatMap(({ source, areas }) => {
    const limit = source === login ? FIRST_BYTES : COLD_BYTES;
    const shell = source === login ? [] : ['src/app/shell.tsx'];
    const sources = ['index.html', ...shell, source];
    const bytes = Math.max(
      ...LANGUAGES.map((language) => bytesOf([...sources, ...wordsOf(language, areas)])),
    );
    return bytes > limit ? [`${source}: ${(bytes / 1000).toFixed(1)} kB, of ${limit / 1000} kB`] : [];
  });
  // Several routes may have one page.
  expect([...new Set(tooLarge)]).toEqual([]);
});

test('what keeps a page up to date comes after any page, and not for signing in', () => {
  const live = Object.entries(manifest).filter(([source]) => source.startsWith('src/app/live/'));
  expect(live.map(([, { isDynamicEntry }]) => isDynamicEntry)).toEqual([true, true]);
  const files = live.map(([, { file }]) => file);
  for (const { source } of pages()) {
    const first = filesOf(['index.html', 'src/app/shell.tsx', source]);
    expect(files.filter((file) => first.has(file))).toEqual([]);
  }
});
