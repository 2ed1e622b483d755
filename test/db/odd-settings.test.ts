import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDatabase } from '../support/demo-database.js';
import { mainActs } from '../support/main-acts.js';
import { administer, asAdministrator } from '../support/postgres-server.mjs';
import { runCommand } from '../support/run-command.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

/** What a database may be set to, none of which is what our SQL was written for. */
const ODD = {
  datestyle: "'SQL, DMY'",
  intervalstyle: 'sql_standard',
  timezone: "'Asia/Kathmandu'",
  bytea_output: 'escape',
  extra_float_digits: '-15',
  standard_conforming_strings: 'off',
  search_path: 'elsewhere',
  default_transaction_isolation: 'serializable',
};

let app: TestApp;
let url: string;
beforeAll(async () => {
  const database = await demoDatabase();
  url = database.url;
  // A schema that is found first, with a table of the same name.
  await asAdministrator(
    (client) => client.query('create schema elsewhere; create table elsewhere.portal_user (id uuid)'),
    url,
  );
  for (const [name, value] of Object.entries(ODD)) {
    await administer(`alter database ${database.name} set ${name} = ${value}`);
  }
  app = await startTestApp({}, database);
});
afterAll(() => app.stop());

test('a database may be set as it likes: everything works there, and the audit log is chained', async () => {
  // As another program finds it.
  const [found] = await app.database(
    "select current_setting('datestyle') as style, to_char(now(), 'TZ') as zone",
  );
  expect(found).toEqual({ style: 'SQL, DMY', zone: '+0545' });
  await mainActs(app);
  const left = await app.database('select count(*)::int as count from public.audit_intake');
  expect(left).toEqual([{ count: 0 }]);
});

test('commands work there too', async () => {
  const settings = { DATABASE_URL: url };
  expect(await runCommand(['migrate'], { settings })).toEqual({
    code: 0,
    stdout: 'nothing to do\n',
    stderr: '',
  });
  expect(await runCommand(['audit', 'verify'], { settings })).toMatchObject({ code: 0, stderr: '' });
  const { stdout } = await runCommand(['audit', 'export'], { settings });
  expect(JSON.parse(stdout.split('\n')[0] ?? '').at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(await runCommand(['accounts', 'review'], { settings })).toMatchObject({ code: 0, stderr: '' });
});
