import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VerifyAuditLogDocument } from '../../../../schema/operations.generated.js';
import { appendMany, behindTheTriggers, linesIn, rehashLog } from '../../../support/audit.js';
import { cleanUp, workFolder } from '../../../support/spawn-portico.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

interface Head {
  sequence: number;
  hash: string;
  at: string;
}

const folder = workFolder();
const file = join(folder, 'heads.ndjson');
const EVERY_SECOND = { AUDIT_ANCHOR_SECONDS: '1' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  // Signing in is written down too: done once, by one instance.
  await brokenAt(app);
});
afterAll(async () => {
  await app.stop();
  await cleanUp();
});

const headsIn = (path: string): Head[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const lastLine = async () => (await linesIn(app)).at(-1);
const brokenAt = async (instance: TestApp) =>
  (await instance.ask(VerifyAuditLogDocument, {}, { token: await app.tokenOf('admin1') })).data
    ?.verifyAuditLog.firstBrokenSequence;

test("heads go to the log of the service, readable, and to the file, which is its owner's alone", async () => {
  const before = (await lastLine())?.sequence ?? 0;
  const anchored = await app.sibling({ AUDIT_ANCHOR: file, ...EVERY_SECOND });
  await until(() => headsIn(file).length === 1);
  await appendMany(app, 5);
  await brokenAt(anchored);
  await until(() => headsIn(file).length === 2);
  // Nothing new, no further head: the next is another.
  await appendMany(app, 5);
  await brokenAt(anchored);
  await until(() => headsIn(file).length === 3);
  const { sequence, hash } = (await lastLine()) ?? {};
  expect(headsIn(file).map((head) => head.sequence)).toEqual([before, before + 5, before + 10]);
  expect(headsIn(file)[2]).toEqual({ sequence, hash, at: expect.stringMatching(/^20.*Z$/) });
  expect(anchored.log.join('')).toContain(`"head":"${sequence}:${hash}"`);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  // At the end, however long it is since the last.
  await appendMany(app, 1);
  await anchored.stop();
  expect(headsIn(file).map((head) => head.sequence)).toEqual([before, before + 5, before + 10, before + 11]);
});

describe('by the heads in the file, an instance that has seen nothing itself finds', () => {
  let anchored: number | undefined;
  beforeAll(async () => {
    anchored = headsIn(file).find((head) => head.sequence >= 9)?.sequence;
    // What a power failure leaves.
    appendFileSync(file, '{"sequence":3,"ha');
    await app.database('create table kept as select * from audit_entry');
  });

  test.each([
    ['a log that was altered and hashed anew', "update audit_entry set ip = '::1' where sequence = 9", null],
    ['an end that was cut off', 'delete from audit_entry where sequence > 7', 8],
    ['a log that is gone', 'delete from audit_entry', 1],
  ])('%s', async (_what, sql, sequence) => {
    await behindTheTriggers(app, sql);
    await rehashLog(app);
    const own = join(folder, `after ${sequence}.ndjson`);
    writeFileSync(own, readFileSync(file));
    const later = await app.sibling({ AUDIT_ANCHOR: own });
    expect(await brokenAt(later)).toBe(sequence ?? anchored);
    await later.stop();
    await behindTheTriggers(app, 'delete from audit_entry; insert into audit_entry select * from kept');
  });
});

describe('a file that cannot be written', () => {
  test('stops the start, with a message that says so', async () => {
    await expect(app.sibling({ AUDIT_ANCHOR: join(folder, 'no', 'such', 'folder') })).rejects.toThrow(
      /AUDIT_ANCHOR: found ".*", which can't be written \(ENOENT\); wanted the path of a file/,
    );
  });
});

describe('a webhook', () => {
  let server: Server;
  let address: string;
  let status = 500;
  const posted: { status: number; type: string | undefined; head: Head }[] = [];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const head = JSON.parse(await text(request));
      posted.push({ status, type: request.headers['content-type'], head });
      response.writeHead(status).end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads?key=hunter2`;
  });
  afterAll(() => void server.close());

  test('that fails is told the newest head again, and the log says so without its address', async () => {
    const anchored = await app.sibling({ AUDIT_ANCHOR: address, ...EVERY_SECOND });
    await until(() => posted.length >= 2);
    status = 204;
    await until(() => posted.at(-1)?.status === 204);
    const { sequence, hash } = (await lastLine()) ?? {};
    expect(posted.at(-1)).toMatchObject({ type: 'application/json', head: { sequence, hash } });
    const count = posted.length;
    await anchored.stop();
    // It was told: there is nothing to tell at the end.
    expect(posted).toHaveLength(count);
    expect(anchored.log.join('')).toMatch(/AUDIT_ANCHOR; it is tried again/);
    expect(anchored.log.join('')).not.toMatch(/hunter2/);
  });
});
