import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntriesDocument, VerifyAuditLogDocument } from '../../../../schema/operations.generated.js';
import { hashOf } from '../../../../src/features/audit/chain/audit-line.js';
import {
  appendMany,
  behindTheTriggers,
  emptyIntake,
  keepLog,
  linesIn,
  rehashLog,
} from '../../../support/audit.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

/** More than are chained in one transaction. */
const MANY = 600;

let app: TestApp;
/** How many there are once those have been added. */
let entries = 0;
beforeAll(async () => {
  app = await startTestApp();
  // Signing in is written down too: done once, by one instance.
  await Promise.all([app.tokenOf('admin1'), app.tokenOf('customer1')]);
});
afterAll(() => app.stop());

async function verify(instance = app) {
  const { data, errors } = await instance.ask(
    VerifyAuditLogDocument,
    {},
    { token: await app.tokenOf('admin1') },
  );
  expect(errors).toEqual([]);
  return data?.verifyAuditLog;
}
const brokenAt = async (instance?: TestApp) => (await verify(instance))?.firstBrokenSequence;
const chained = async () => Number((await app.database('select count(*) from audit_entry'))[0]?.['count']);
const waiting = async () => Number((await app.database('select count(*) from audit_intake'))[0]?.['count']);

test('what was written is chained without anybody asking for it', async () => {
  const before = (await verify())?.entriesChecked ?? 0;
  expect(before).toBe(await chained());
  // Somebody denied: one more entry.
  await app.ask('{ portalUsers { totalCount } }', {}, 'customer1');
  await until(async () => (await chained()) === before + 1);
  expect(await waiting()).toBe(0);
});

test('instances that chain at the same moment make one chain of it, in order', async () => {
  const other = await app.sibling();
  entries = (await chained()) + MANY;
  await appendMany(app, MANY);
  await Promise.all([verify(), verify(other), verify(), verify(other)]);
  const sequences = (await linesIn(app)).map((line) => line.sequence);
  expect(sequences).toEqual(Array.from({ length: entries }, (_, n) => n + 1));
  expect(await verify(other)).toEqual({
    intact: true,
    entriesChecked: entries,
    firstBrokenSequence: null,
    overdue: 0,
  });
  expect(await waiting()).toBe(0);
  await other.stop();
});

describe('the database refuses', () => {
  test.each([
    ['to alter an entry', "update audit_entry set actor_name = 'other' where sequence = 3"],
    ['to remove an entry', 'delete from audit_entry where sequence = 3'],
    [
      'to alter an entry as a replica',
      "set local session_replication_role = replica; update audit_entry set actor_name = 'x' where sequence = 3",
    ],
    ['to empty the log', 'truncate audit_entry'],
    ['to empty the intake', 'truncate audit_intake'],
    [
      'to alter what waits',
      `${'insert into audit_intake (action, actor_name, changes)'} values ('LOGGED_OUT', 'x', '[]');
       update audit_intake set actor_name = 'y'`,
    ],
    [
      'to remove what waits',
      `${'insert into audit_intake (action, actor_name, changes)'} values ('LOGGED_OUT', 'x', '[]');
       delete from audit_intake`,
    ],
    [
      'to remove what waits for another that took its place',
      `insert into audit_intake (action, actor_name, changes) values ('LOGGED_OUT', 'x', '[]');
       insert into audit_entry (sequence, id, at, action, actor_name, changes, previous_hash, hash)
         select 9999, id, at, action, 'somebody else', changes, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
         from audit_intake;
       delete from audit_intake`,
    ],
    [
      'to remove what waits for a temporary table in the place of the log',
      `insert into audit_intake (action, actor_name, changes) values ('LOGGED_OUT', 'x', '[]');
       create temporary table audit_entry on commit drop as select * from audit_intake;
       delete from audit_intake`,
    ],
  ])('%s', async (_what, sql) => {
    await expect(app.database(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await waiting()).toBe(0);
  });
});

/** How somebody who owns the database, and may disable triggers, would go about it. */
const TAMPERING: [string, string, number][] = [
  ['who acted', "update audit_entry set actor_name = 'other' where sequence = 7", 7],
  ['when', "update audit_entry set at = at + interval '1 millisecond' where sequence = 7", 7],
  ['to a time that is none', "update audit_entry set at = 'infinity' where sequence = 7", 7],
  ['from where', "update audit_entry set ip = '10.0.0.1' where sequence = 7", 7],
  [
    'a value of a change',
    "update audit_entry set changes = jsonb_set(changes, '{0,after}', '1e999') where sequence = 7",
    7,
  ],
  [
    'the hash before',
    "update audit_entry set previous_hash = decode(repeat('00', 32), 'hex') where sequence = 7",
    7,
  ],
  ['an entry that is gone', 'delete from audit_entry where sequence = 7', 7],
  ['the first that is gone', 'delete from audit_entry where sequence = 1', 1],
  ['the end that is cut off', 'delete from audit_entry where sequence > 50', 51],
  ['all of it', 'delete from audit_entry', 1],
  [
    'the order of two',
    `update audit_entry set sequence = 1000 where sequence = 7;
     update audit_entry set sequence = 7 where sequence = 8; update audit_entry set sequence = 8 where sequence = 1000`,
    7,
  ],
  [
    'an entry put in',
    `update audit_entry set sequence = sequence + 1000 where sequence > 6;
     update audit_entry set sequence = sequence - 999 where sequence > 1000;
     insert into audit_entry select 7, gen_random_uuid(), at, action, actor_id, actor_name, target_type, target_id,
       target_label, changes, ip, user_agent, request_id, previous_hash, hash from audit_entry where sequence = 8`,
    7,
  ],
];

describe('behind the triggers of the database, it is found where it was altered:', () => {
  let putBack: () => Promise<unknown>;
  beforeAll(async () => {
    putBack = await keepLog(app);
  });

  test.each(TAMPERING)('%s', async (_what, sql, sequence) => {
    await behindTheTriggers(app, sql);
    expect(await verify()).toEqual({
      intact: false,
      entriesChecked: sequence - 1,
      firstBrokenSequence: sequence,
      overdue: 0,
    });
    await putBack();
    expect(await verify()).toMatchObject({ intact: true });
  });

  test('an entry with its hash, by the next one', async () => {
    const line = (await linesIn(app))[6];
    if (!line) throw new Error('no line');
    const { hash: _old, ...altered } = { ...line, actorName: 'other' };
    await behindTheTriggers(
      app,
      `update audit_entry set actor_name = 'other', hash = '\\x${hashOf(altered)}' where sequence = 7`,
    );
    expect(await brokenAt()).toBe(8);
    await putBack();
  });

  test('an entry and every hash after it, by whoever knows what the log ended with', async () => {
    await behindTheTriggers(app, "update audit_entry set actor_name = 'other' where sequence = 7");
    await rehashLog(app);
    expect(await brokenAt()).toBe(entries);
    // One that started later has seen nothing else.
    const later = await app.sibling();
    expect(await brokenAt(later)).toBeNull();
    await later.stop();
    await putBack();
  });

  test('an entry that can not be chained, by the time that it and those after it have waited', async () => {
    await app.database(
      `insert into audit_intake (at, action, actor_name, changes) values
         (now() - interval '2 minutes', 'LOGGED_OUT', 'x', '[{"field": "n", "before": null, "after": 1e999}]'),
         (now() - interval '61 seconds', 'LOGGED_OUT', 'x', '[]'), (now() - interval '50 seconds', 'LOGGED_OUT', 'x', '[]')`,
    );
    expect(await verify()).toMatchObject({ intact: true, overdue: 2 });
    expect(app.log.some((line) => /wait to be chained for longer than a minute/.test(line))).toBe(true);
    await emptyIntake(app);
    expect(await verify()).toMatchObject({ intact: true, overdue: 0 });
    await putBack();
  });

  test('an end that was cut off, also once the log has grown beyond it again', async () => {
    await behindTheTriggers(app, 'delete from audit_entry where sequence > 50');
    await appendMany(app, 600);
    await app.ask(AuditEntriesDocument, {}, 'admin1');
    expect(await chained()).toBe(650);
    expect(await brokenAt()).toBe(entries);
    await until(() => app.log.some((line) => /an audit entry is gone or was altered/.test(line)));
  });
});
