// A folder that is built from sources: whether it is up to date, and how a new build takes its place.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Lists the files of a build with their sizes. Its modification time is the time when the build started. */
const STAMP = 'built.json';

/**
 * Builds a folder if it is older than its sources or incomplete.
 *
 * @param folder such as dist. A draft beside it takes its place when it is finished
 * @param sources the files and folders that it is built from
 * @param bundler imports the package that builds it, which `npm ci --omit=dev` doesn't install
 * @param make builds into a folder, with the bundler
 * @param keep a folder in it that is not of this build
 * @returns whether it is up to date; if not, the reason has been printed
 */
export async function bringFolderUpToDate({ folder, sources, bundler, make, keep, force = false }) {
  if (!force && newest(sources) <= timeOf(`${folder}/${STAMP}`) && isComplete(folder)) return true;
  const started = Date.now();
  const draft = `${folder.replaceAll('/', '.')}.${process.pid}`;
  // Before the bundler is read: a user who can't write here might not reach its packages either.
  try {
    mkdirSync(draft);
  } catch (error) {
    return reportUnwritable(error, folder);
  }
  try {
    const tools = await bundler().catch(() => reportMissingBundler(folder));
    if (!tools) return false;
    await make(tools, draft);
    writeFileSync(`${draft}/${STAMP}`, JSON.stringify(sizesIn(draft)));
    // The start of the build, so that a source that changed during it counts as newer.
    utimesSync(`${draft}/${STAMP}`, started / 1_000, started / 1_000);
    replace(draft, folder, keep);
    return true;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** `npm ci --omit=dev` doesn't install the bundler. In that install this is no error: dist/ may be copied in later. */
function reportMissingBundler(folder) {
  process.stderr.write(
    `${folder}/ is out of date or incomplete, and its bundler is not installed: run npm ci, which builds it.\n`,
  );
  if (process.env['npm_lifecycle_event'] !== 'prepare') process.exitCode = 1;
  return null;
}

/** The folder may belong to another user, who then has to build. */
function reportUnwritable(error, folder) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  process.stderr.write(
    `${folder}/ is out of date, and this user can't write to ${process.cwd()}: run npm run build as its owner.\n`,
  );
  process.exitCode = 1;
  return false;
}

/**
 * Moves a finished build into place, file by file. A process that runs from the folder, or builds at the same time,
 * never finds half a file.
 */
function replace(draft, target, keep) {
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
  const current = new Set(made);
  for (const file of filesIn(target)) {
    const name = file.slice(target.length + 1);
    if (!current.has(name) && !(keep && name.startsWith(`${keep}/`))) rmSync(file);
  }
}

/** The paths of all files in a folder and the folders in it. */
export function filesIn(folder) {
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
function isComplete(folder) {
  try {
    const sizes = JSON.parse(readFileSync(`${folder}/${STAMP}`, 'utf8'));
    return Object.entries(sizes).every(([name, size]) => statSync(`${folder}/${name}`).size === size);
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
