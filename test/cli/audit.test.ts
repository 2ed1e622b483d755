import { spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditExportOptions, auditExport } from '../../src/cli/audit-export.js';
import { auditVerify } from '../../src/cli/audit-verify.js';
import { withDatabase } from '../../src/cli/with-database.js';
import { parseConfig } from '../../src/config.js';
import type { AuditHead } from '../../src/features/audit/chain/audit-head.js';
import type { AuditLine } from '../../src/features/audit/chain/audit-line.js';
import {
  appendMany,
  behindTheTriggers,
  emptyIntake,
  linesIn,
  rehashed,
  rehashLog,
} from '../support/audit.js';
import { DirectDatabase } from '../support/direct-database.js';
import { newDatabase } from '../support/postgres-server.mjs';
import { runCommand } from '../support/run-command.js';
import { cleanUp, workFolder } from '../support/spawn-portico.js';

const MAIN = fileURLToPath(new URL('../../dist/portico/main.js', import.meta.url));
/** More than are chained, or read, at a time, and than a pipe holds. */
const ENTRIES = 1_100;

const folder = workFolder();
let url: string;
let drop: () => Promise<void>;
let direct: DirectDatabase;
const db = { database: (sql: string, values?: unknown[]) => direct.run(sql, values) };

beforeAll(async () => {
  ({ url, drop } = await newDatabase());
  direct = new DirectDatabase(url);
  await withDatabase(configWith(), async () => {});
  await appendMany(db, ENTRIES);
});
afterAll(async () => {
  await cleanUp();
  await direct.close();
  await drop();
});

const audit = (...args: string[]) => runCommand(['audit', ...args], { settings: { DATABASE_URL: url } });
const configWith = (settings: Record<string, string> = {}) => parseConfig({ DATABASE_URL: url, ...settings });

/** What `audit verify` says, without a process of its own. */
async function verifying(heads: readonly AuditHead[] = [], settings: Record<string, string> = {}) {
  const said: string[] = [];
  const intact = await auditVerify(configWith(settings), heads, (line) => said.push(line));
  return { intact, said: said.join('\n') };
}
const parsed = (ndjson: string): AuditLine[] =>
  ndjson
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('an export is the whole log, oldest first, and its hashes can be computed from its lines', async () => {
  const { code, stdout, stderr } = await audit('export');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = parsed(stdout);
  expect(lines.map((line) => line.sequence)).toEqual(Array.from({ length: ENTRIES }, (_, n) => n + 1));
  expect(rehashed(lines)).toEqual(lines);
  expect(lines).toEqual(await linesIn(db));
});

test('a part of it goes to a file of its owner alone, and never over one that is there', async () => {
  const out = join(folder, 'export.ndjson');
  const at = (await linesIn(db))[0]?.at ?? '';
  const range = ['--after', '1090', '--from', at, '--to', '2999-01-01'];
  expect(await audit('export', '--out', out, ...range)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(parsed(readFileSync(out, 'utf8')).map((line) => line.sequence)).toEqual(
    Array.from({ length: 10 }, (_, n) => 1091 + n),
  );
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const again = await audit('export', '--out', out);
  expect(again).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^--out: found ".*", which is there/),
  });
  expect((await audit('export', '--to', '2020-01-01')).stdout).toBe('');
});

test('a reader that has had enough ends an export without a fault', async () => {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, 'audit', 'export'], {
    cwd: folder,
    env: { PATH, DATABASE_URL: url },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdout.once('data', () => child.stdout.destroy());
  const stderr = await text(child.stderr);
  expect({ code: await ended, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each<[string, AuditExportOptions, RegExp]>([
  ['a time that is none', { from: 'yesterday' }, /^--from: found "yesterday"; wanted a time such as/],
  ['a day that is none', { to: '2026-13-01' }, /^--to: found "2026-13-01"; wanted a time/],
  ['a day that no month has', { from: '2026-02-30' }, /^--from: found "2026-02-30"; wanted a time such as/],
  ['an hour that no day has', { to: '2026-02-28T24:00Z' }, /^--to: found "2026-02-28T24:00Z"; wanted a time/],
  ['a second that no minute has', { to: '2016-12-31T23:59:60Z' }, /^--to: found .*; wanted a time/],
  ['a time without a zone', { to: '2026-02-28T23:59' }, /^--to: found .*; wanted a time/],
  ['a year that no calendar has', { from: '0000-01-01' }, /^--from: found "0000-01-01"; wanted a time/],
  ['a year that no clock reaches', { from: '+275760-09-13' }, /^--from: found .*; wanted a time/],
  ['a sequence that is none', { after: '-1x' }, /^--after: found "-1x"; wanted the sequence/],
  [
    'a folder that is none',
    { out: 'no/such/file' },
    /^--out: found "no\/such\/file", which can't be written/,
  ],
])('%s is refused by name', async (_what, options, message) => {
  await expect(auditExport(configWith(), options, new PassThrough())).rejects.toThrow(message);
});

test('a head that is none is refused by name', async () => {
  const { code, stdout, stderr } = await audit('verify', '--head', '12:abc');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^--head: found "12:abc"; wanted <sequence>:<hash>/);
  expect(stderr).not.toMatch(/^ {4}at /m);
});

describe('verifying', () => {
  test('says that all is well, and what the log ends with', async () => {
    const last = (await linesIn(db)).at(-1);
    const head = `${last?.sequence}:${last?.hash}`;
    const { code, stdout } = await audit('verify', '--head', head.toUpperCase());
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `The audit log is what was written: ${ENTRIES} entries checked.\nIt ends with ${head}\n`,
    });
  });

  test('says what is wrong and where, and ends with 1', async () => {
    const AUDIT_ANCHOR = join(folder, 'heads.ndjson');
    const lines = await linesIn(db);
    const headAt = (sequence: number) => ({ sequence, hash: lines[sequence - 1]?.hash ?? '' });
    writeFileSync(AUDIT_ANCHOR, [1000, 1050].map((at) => `${JSON.stringify(headAt(at))}\n`).join(''));
    expect((await verifying([], { AUDIT_ANCHOR })).intact).toBe(true);

    await behindTheTriggers(db, 'delete from audit_entry where sequence > 1020');
    expect((await verifying()).intact).toBe(true);
    expect(await verifying([], { AUDIT_ANCHOR })).toEqual({
      intact: false,
      said: expect.stringMatching(/from entry 1021 on: the log ends before entry 1021, but entry 1050/),
    });

    await behindTheTriggers(db, "update audit_entry set actor_name = 'other' where sequence = 950");
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout).toMatch(/from entry 950 on: entry 950 isn't what its hash was computed from\.\n$/);

    await rehashLog(db);
    expect((await verifying()).intact).toBe(true);
    expect((await verifying([headAt(999)], { AUDIT_ANCHOR })).said).toMatch(/entry 999 on: .* hashed anew/);
  });

  test('says how many entries are not chained though they should be, why, and ends with 1', async () => {
    await db.database(
      `insert into audit_intake (at, action, actor_name, changes)
       values (now() - interval '2 minutes', 'LOGGED_OUT', 'x', '[1e999]')`,
    );
    const { code, stdout, stderr } = await audit('verify');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^The audit log is what was written: .*\nIt ends with .*\nNot chained .*: 1 entries\.\n$/,
      ),
    });
    expect(stderr).toMatch(/^The audit log could not be chained: [^\n]+\n$/);
    await emptyIntake(db);
    expect((await verifying()).intact).toBe(true);
  });

  test('without the file that it is compared with, is no verifying', async () => {
    const AUDIT_ANCHOR = join(folder, 'gone.ndjson');
    await expect(verifying([], { AUDIT_ANCHOR })).rejects.toThrow(/gone\.ndjson can't be read \(ENOENT\)/);
  });
});
