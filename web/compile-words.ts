import compile from 'icu-minify/compile';
import { type Plugin, runnerImport } from 'vite';

/** An area's words in one language: `src/words/<language>/<area>.ts`. */
const WORDS = /\/src\/words\/[a-z]+\/[^/]+\.ts$/;

/** Parses the words at build time, so that no parser of theirs is in the bundle. */
export const compileWords: Plugin = {
  name: 'compile-words',
  enforce: 'pre',
  config: () => ({
    resolve: {
      alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }],
    },
  }),
  async transform(_, id) {
    if (!WORDS.test(id)) return null;
    const { module } = await runnerImport<Record<string, Texts>>(id);
    const exports = Object.entries(module).map(
      ([name, texts]) => `export const ${name} = ${JSON.stringify(compiled(texts))};`,
    );
    return { code: exports.join('\n'), map: null };
  },
};

interface Texts {
  [name: string]: string | Texts;
}

function compiled(texts: Texts): unknown {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string' ? compile(text) : compiled(text),
    ]),
  );
}
