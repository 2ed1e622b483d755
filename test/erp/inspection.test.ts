import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ErpStatusDocument, InventoryCountDocument } from '../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { DemoStock } from '../support/tds-server/demo-stock-session.js';
import { TdsServer } from '../support/tds-server/tds-server.js';
import { until } from '../support/until.js';

const SHIPPED = 'stock_no as row_id, owner_name as customer_name, item_code as part_number';

let stock: DemoStock;
let server: TdsServer;
/** On the embedded ERP; the services of the tests share its database. */
let base: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 12 });
  base = await startTestApp();
});
afterAll(async () => {
  await base.stop();
  await stock.close();
});
beforeEach(async () => {
  await stock.run('delete from tsql.login_role');
  server = await TdsServer.start((statement) => stock.answer(statement));
});
afterEach(async () => {
  await server.stop();
  expect(server.failures).toEqual([]);
});

/** Runs a test on a service of its own. */
async function withApp(settings: Record<string, string>, run: (app: TestApp) => Promise<void>) {
  const app = await base.sibling({ ...server.settings, ...settings });
  try {
    await run(app);
  } finally {
    await app.stop();
  }
}

async function statusOf(app: TestApp) {
  const { data, errors } = await app.ask(ErpStatusDocument, {}, 'operations1');
  expect(errors).toEqual([]);
  return data?.erpStatus;
}

/** What was asked about the stock itself, but for what its columns are. */
const questions = () =>
  server.statements.filter(({ sql }) => sql.includes('erp.stock') && !sql.includes('as described'));

const count = (app: TestApp) => app.ask(InventoryCountDocument, {}, 'customer1');
const notAdmitted = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'ERP_UNAVAILABLE', retryable: false }),
});
const unavailable = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'ERP_UNAVAILABLE', retryable: true }),
});

describe('a login that could write', () => {
  test('stops the start, with what a DBA needs to mend it, and nothing is asked', async () => {
    await stock.grant({ role: 'db_datawriter' });
    await expect(base.sibling(server.settings)).rejects.toThrow(
      /login could write, as it is a member of db_datawriter\. .*alter role \[db_datawriter\] drop member \[portico_reader\];.*ERP_ALLOW_WRITABLE_LOGIN=true/s,
    );
    expect(questions()).toEqual([]);
    await until(() => server.open === 0);
  });

  test('is accepted where it is allowed to, and that is logged and shown', async () => {
    await stock.grant({ role: 'db_datawriter' });
    await withApp({ ERP_ALLOW_WRITABLE_LOGIN: 'true' }, async (app) => {
      expect((await count(app)).errors).toEqual([]);
      expect(await statusOf(app)).toMatchObject({ reachable: true, readOnly: false });
      const warned = app.log.filter((line) => line.includes('db_datawriter'));
      expect(warned).toHaveLength(1);
      expect(JSON.parse(warned[0] ?? '')).toMatchObject({
        level: 40,
        msg: 'the ERP login could write, and is allowed to',
      });
    });
  });

  test('is never used where the ERP came up after the start', async () => {
    await stock.grant({ role: 'db_owner' });
    await server.stop();
    await withApp({}, async (app) => {
      expect((await count(app)).errors).toEqual([unavailable]);
      await server.listen();
      await until(async () => (await statusOf(app))?.reachable === true);
      await until(async () => {
        expect((await count(app)).errors).toEqual([notAdmitted]);
        return (await statusOf(app))?.lastError?.includes('its login could write') === true;
      });
      expect(questions()).toEqual([]);
      const ready = await (await fetch(`${app.url}/readyz`)).json();
      expect(ready).toMatchObject({ status: 'degraded', dependencies: { database: 'up', erp: 'down' } });
      // However many ask, it is looked at once in a while, and told once each time.
      const looked = server.statements.length;
      await Promise.all(Array.from({ length: 20 }, () => count(app)));
      expect(server.statements).toHaveLength(looked);
      expect(app.log.filter((line) => line.includes('not as the portal needs it'))).toHaveLength(1);
    });
  });

  test('is found out within the hour, told and shown; who is at work goes on', async () => {
    const hourly = vi.spyOn(globalThis, 'setInterval');
    await withApp({}, async (app) => {
      expect(await statusOf(app)).toMatchObject({ readOnly: true, lastError: null });
      await stock.grant({ role: 'db_owner' });
      const anHour = hourly.mock.calls.filter(([, delay]) => delay === 3_600_000);
      hourly.mockRestore();
      for (const [work] of anHour) work();
      await until(async () => (await statusOf(app))?.readOnly === false);
      expect(app.log.join()).toContain('not as the portal needs it');
      expect((await count(app)).errors).toEqual([]);
    });
  });
});

test('a mapping that heals is used again, although a right to write was found in the meantime', async () => {
  await withApp({ ERP_STALE_MAX_SECONDS: '0' }, async (app) => {
    await until(async () => (await statusOf(app))?.readOnly === true);
    await stock.grant({ role: 'db_owner' });
    await stock.run('alter table erp.stock rename column lot_no to lot');
    await until(async () => {
      expect((await count(app)).errors).toEqual([notAdmitted]);
      return (await statusOf(app))?.lastError?.startsWith('the ERP is not asked') === true;
    });
    await stock.run('alter table erp.stock rename column lot to lot_no');
    await until(async () => (await count(app)).errors.length === 0);
    expect(await statusOf(app)).toMatchObject({ readOnly: false, lastError: null });
  });
});

describe('a mapping that does not give what is needed stops the start and says what is wrong', () => {
  test.each([
    [`select ${SHIPPED} from erp.stock`, 'ERP_INVENTORY_SQL: the column unit is missing; wanted a text'],
    [
      'select whse as customer_name, stock_no as unit from erp.stock',
      'the column unit is int; wanted a text',
    ],
    ['select * from erp.nowhere', /ERP_INVENTORY_SQL: the ERP refused the query: .*nowhere/],
    ['select 1 as a from erp.stock where', 'ERP_INVENTORY_SQL: the ERP refused the query'],
  ])('%s', async (sql, problem) => {
    await expect(base.sibling({ ...server.settings, ERP_INVENTORY_SQL: sql })).rejects.toThrow(problem);
    expect(questions()).toEqual([]);
  });

  test('for the customers as well', async () => {
    const settings = {
      ...server.settings,
      ERP_CUSTOMERS_SQL: 'select distinct owner_name as name from erp.stock',
    };
    await expect(base.sibling(settings)).rejects.toThrow(
      'ERP_CUSTOMERS_SQL: the column customer_name is missing; wanted a text',
    );
  });
});

test('an ERP that is down at the start is asked once it is up, and proven first', async () => {
  await server.stop();
  await withApp({}, async (app) => {
    expect(await statusOf(app)).toMatchObject({
      kind: 'mssql',
      reachable: false,
      readOnly: false,
      latencyMs: null,
    });
    expect((await count(app)).errors).toEqual([unavailable]);
    expect((await statusOf(app))?.lastError).toBe('no server listens at the address of the ERP');
    expect(app.log.join()).toContain('the ERP is inspected once it answers');
    await server.listen();
    await until(async () => (await count(app)).errors.length === 0);
    const [inspected] = server.statements.filter(({ sql }) => sql.includes('erp.stock'));
    expect(inspected?.sql).toContain('as described');
    await until(async () => (await statusOf(app))?.reachable === true);
    expect(await statusOf(app)).toMatchObject({ readOnly: true, circuit: 'closed', lastError: null });
  });
});

describe('an ERP of very many tables', () => {
  let many: DemoStock;
  beforeAll(async () => {
    many = await DemoStock.open({ everyNth: 100 });
    await many.run(
      `do $$ begin for n in 1..600 loop execute format('create table erp.t%s (id int)', n); end loop; end $$`,
    );
  });
  afterAll(() => many.close());
  afterEach(() => many.revokeAll());

  /** Of the check of all tables, the page: so many were asked before. */
  const isPage = (sql: string) => sql.includes('o.object_id >');
  const serve = (held: () => Promise<void> | void) =>
    TdsServer.start(async (statement) => {
      if (isPage(statement.sql)) await held();
      return many.answer(statement);
    });

  test('is used while they are checked, until one is found that the login could write', async () => {
    await many.grant({ class: 'OBJECT', permission: 'UPDATE', on: 'erp.t300' });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await serve(() => released);
    const app = await base.sibling({ ...slow.settings, ERP_STALE_MAX_SECONDS: '0' });
    expect(app.log.join()).toContain('the inspection of the ERP goes on in the background');
    expect(app.log.join()).not.toContain('does not answer');
    expect((await count(app)).errors).toEqual([]);
    expect(await statusOf(app)).toMatchObject({ reachable: true, readOnly: false, lastError: null });
    release();
    await until(async () => (await count(app)).errors.length > 0);
    expect((await count(app)).errors).toEqual([notAdmitted]);
    expect((await statusOf(app))?.lastError).toContain('its login could write');
    expect(app.log.join()).toContain('it may UPDATE [erp].[t300]');
    // Nothing is asked of what comes after the first one that could be written.
    expect(slow.statements.filter(({ sql }) => isPage(sql))).toHaveLength(2);
    await app.stop();
    await slow.stop();
  });

  test('is not admitted by the end of a check during which its mapping broke', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await serve(() => released);
    const app = await base.sibling({ ...slow.settings, ERP_STALE_MAX_SECONDS: '0' });
    await many.run('alter table erp.stock rename column lot_no to lot');
    await until(async () => {
      await count(app);
      return (await statusOf(app))?.lastError?.startsWith('the ERP is not asked') === true;
    });
    release();
    await until(() => slow.statements.some(({ sql }) => sql.includes('sys.database_permissions')));
    await until(() => slow.running === 0);
    expect((await count(app)).errors).toEqual([notAdmitted]);
    await many.run('alter table erp.stock rename column lot to lot_no');
    await until(async () => (await count(app)).errors.length === 0);
    await app.stop();
    await slow.stop();
  });

  test('has a deadline for each question and not for all of them', async () => {
    // Three pages take longer than the deadline, and each of them far less.
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 900));
    const slow = await serve(pause);
    const app = await base.sibling({ ...slow.settings, ERP_QUERY_TIMEOUT_MS: '2500' });
    await until(async () => (await statusOf(app))?.readOnly === true);
    expect(slow.statements.filter(({ sql }) => isPage(sql))).toHaveLength(3);
    expect(await statusOf(app)).toMatchObject({ reachable: true, lastError: null });
    await app.stop();
    await slow.stop();
  });

  test('is refused at once where the login could write what the mapping reads', async () => {
    await many.grant({ class: 'OBJECT', permission: 'UPDATE', on: 'erp.stock' });
    const quick = await serve(() => {});
    await expect(base.sibling(quick.settings)).rejects.toThrow(/it may UPDATE \[erp\]\.\[stock\]/);
    expect(quick.statements.filter(({ sql }) => isPage(sql))).toEqual([]);
    await quick.stop();
  });
});
