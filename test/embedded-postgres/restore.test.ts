import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { cleanUp, workFolder } from '../support/spawn-portico.js';

afterAll(cleanUp);

/** What every backup has, here with nothing that a server could open. */
const SHAPE: Record<string, string> = {
  backup_label: '',
  PG_VERSION: '18\n',
  'postgresql.conf': '',
  'pg_hba.conf': '',
  'global/pg_control': '',
};

/** An archive of such files, and a data folder that isn't there yet. */
async function archive(files: Record<string, string | { link: string }>) {
  const folder = workFolder();
  const made = join(folder, 'made');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(made, name), content);
    else symlinkSync(content.link, join(made, name));
  }
  const file = join(folder, 'copy.tar.gz');
  await create({ cwd: made, file, gzip: true }, Object.keys(files));
  return { file, dataDir: join(folder, 'data') };
}

const restore = ({ file, dataDir }: { file: string; dataDir: string }) =>
  runCommand(['restore', file], { settings: { DATA_DIR: dataDir } });

/** What a restore has left behind, but for empty folders of the server's. */
const leftIn = (dataDir: string) => [
  ...readdirSync(dataDir).filter((name) => name !== 'postgres'),
  ...readdirSync(join(dataDir, 'postgres')).filter((name) => name !== 'run'),
];

test.each([
  ['another kind of file', { 'notes.txt': 'hello' }, 'has no backup_label, has no PG_VERSION,'],
  [
    'a link for the key',
    { ...SHAPE, secret: '', 'portico/secret-key': { link: '../secret' } },
    'has "portico/',
  ],
  [
    'a link that leads out',
    { ...SHAPE, 'portico/secret-key': { link: '../../../etc/hostname' } },
    'has "portico/',
  ],
  ['a link for a folder', { ...SHAPE, pg_wal: { link: 'global' } }, 'has "pg_wal"'],
  ['a recovery that runs a command', { ...SHAPE, 'recovery.signal': '' }, 'has "recovery.signal"'],
  ['the same by another name', { ...SHAPE, './/standby.signal': '' }, 'has "standby.signal"'],
  ['a folder for the key', { ...SHAPE, 'portico/secret-key/x': '' }, 'has a folder for secret-key'],
  ['a file for the folder of files', { ...SHAPE, 'portico/files': 'x' }, 'has a file for files'],
  ['another version', { ...SHAPE, PG_VERSION: '17\n' }, "is PostgreSQL 17's, and this Portico brings 18"],
  ['files that no server opens', { ...SHAPE, 'portico/secret-key': 'theirs' }, "database doesn't start"],
])('an archive with %s is refused, and leaves nothing behind', async (_what, files, reason) => {
  const place = await archive(files as Record<string, string>);
  const { code, stdout, stderr } = await restore(place);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(reason);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(leftIn(place.dataDir)).toEqual([]);
});

test('a secret key that is there already is kept, and the restore refused', async () => {
  const place = await archive({ ...SHAPE, 'portico/secret-key': 'theirs' });
  mkdirSync(place.dataDir);
  writeFileSync(join(place.dataDir, 'secret-key'), 'ours');
  chmodSync(place.dataDir, 0o711);
  const refused = await restore(place);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/secret-key is there, and is another/),
  });
  expect(readFileSync(join(place.dataDir, 'secret-key'), 'utf8')).toBe('ours');
  expect(leftIn(place.dataDir)).toEqual(['secret-key']);
});

test('photos that are there already are kept, and the restore refused', async () => {
  const place = await archive({ ...SHAPE, 'portico/files/photos/a.jpg': 'theirs' });
  mkdirSync(join(place.dataDir, 'files/photos'), { recursive: true });
  writeFileSync(join(place.dataDir, 'files/photos/b.jpg'), 'ours');
  chmodSync(place.dataDir, 0o711);
  const { code, stderr } = await restore(place);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/files is there, and belongs to/),
  });
  expect(leftIn(place.dataDir)).toEqual(['files']);
  expect(readdirSync(join(place.dataDir, 'files/photos'))).toEqual(['b.jpg']);
});

test.each([
  ['backup', 'copy.tar.gz'],
  ['audit', 'verify'],
  ['audit', 'export'],
  ['accounts', 'review'],
])('%s %s says that there is no database, and makes none', async (...args) => {
  const folder = workFolder();
  const settings = { DATA_DIR: join(folder, 'mistyped') };
  const { code, stdout, stderr } = await runCommand(args, { settings });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^There is no database in .*mistyped\. Name the folder/);
  expect(readdirSync(folder)).toEqual([]);
});
