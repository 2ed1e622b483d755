import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.js';
import type { Erp, ErpServer } from '../../src/erp/erp.js';
import { MssqlErp } from '../../src/erp/mssql/mssql-erp.js';
import { DemoStock, type LoginRight } from '../support/tds-server/demo-stock-session.js';
import { TdsServer } from '../support/tds-server/tds-server.js';
import { writePrivilegesOf } from '../support/write-privileges.js';

describe('on SQL Server', () => {
  let stock: DemoStock;
  let server: TdsServer;
  let erp: Erp;
  beforeAll(async () => {
    stock = await DemoStock.open({ everyNth: 100 });
    await stock.run('create table erp."odd name" (id int, note text)');
    await stock.run('create view erp.on_hold as select * from erp.stock where hold_code is not null');
    server = await TdsServer.start((statement) => stock.answer(statement));
    erp = new MssqlErp(parseConfig(server.settings).erp as ErpServer, 5_000);
  });
  afterEach(async () => {
    await stock.revokeAll();
    server.clear();
  });
  afterAll(async () => {
    await erp.close();
    await server.stop();
    await stock.close();
    expect(server.failures).toEqual([]);
  });

  const granted = async (...rights: (LoginRight | { role: string })[]) => {
    for (const right of rights) await stock.grant(right);
    return (await writePrivilegesOf(erp)).map(({ what }) => what);
  };

  test('a login that can only read is told so in three questions at most', async () => {
    expect(await writePrivilegesOf(erp)).toEqual([]);
    expect(server.statements.length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['sysadmin', 'it is a member of sysadmin'],
    ['bulkadmin', 'it is a member of bulkadmin'],
    ['db_owner', 'it is a member of db_owner'],
    ['db_datawriter', 'it is a member of db_datawriter'],
    ['db_securityadmin', 'it is a member of db_securityadmin'],
    ['dbo', 'it owns the database'],
  ])('the role %s says it all', async (role, write) => {
    expect(await granted({ role })).toEqual([write]);
  });

  test.each(['db_datareader', 'public', 'db_denydatawriter'])(
    'the role %s is none that writes',
    async (role) => {
      expect(await granted({ role })).toEqual([]);
    },
  );

  test.each<[right: LoginRight, write: string]>([
    [{ class: 'SERVER', permission: 'CONTROL SERVER' }, 'it has CONTROL SERVER on the server'],
    [{ class: 'DATABASE', permission: 'EXECUTE' }, 'it has EXECUTE on the database'],
    [{ class: 'DATABASE', permission: 'CONTROL' }, 'it has CONTROL on the database'],
    [{ class: 'DATABASE', permission: 'CREATE TABLE' }, 'it has CREATE TABLE on the database'],
  ])('a right on the whole: %o', async (right, write) => {
    expect(await granted(right)).toEqual([write]);
  });

  test('a right on the database, beside others on objects', async () => {
    const writePrivileges = await granted(
      { class: 'DATABASE', permission: 'INSERT' },
      { class: 'OBJECT', permission: 'DELETE', on: 'erp.stock' },
    );
    expect(writePrivileges).toEqual(['it has INSERT on the database', 'it may DELETE [erp].[stock]']);
  });

  test('rights on a table and on a view', async () => {
    const writePrivileges = await granted(
      { class: 'OBJECT', permission: 'INSERT', on: 'erp.odd name' },
      { class: 'OBJECT', permission: 'UPDATE', on: 'erp.odd name' },
      { class: 'OBJECT', permission: 'CONTROL', on: 'erp.on_hold' },
    );
    expect(writePrivileges).toEqual([
      'it may INSERT, UPDATE [erp].[odd name]',
      'it may CONTROL [erp].[on_hold]',
    ]);
  });

  test('a right on a single column', async () => {
    const right = { class: 'OBJECT', permission: 'UPDATE', on: 'erp.stock', column: 'bin_code' } as const;
    expect(await granted(right)).toEqual(['it may UPDATE the column [bin_code] of [erp].[stock]']);
  });

  test('rights on many tables are counted, and a few of them named', async () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await stock.run(`create table erp.many_${n} (id int)`);
    const writePrivileges = await granted({ class: 'OBJECT', permission: 'UPDATE' });
    expect(writePrivileges).toHaveLength(6);
    // By their names, of which those of the demo's invoices come first.
    expect(writePrivileges[1]).toBe('it may UPDATE [erp].[many_1]');
    expect(writePrivileges[5]).toMatch(/^the same on \d more tables and views$/);
  });
});
