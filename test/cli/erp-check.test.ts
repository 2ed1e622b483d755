import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkErp, reportOf } from '../support/check-erp.js';
import { accountSettings, INVOICES, PAYMENTS } from '../support/invoice-oracle.js';
import { DemoStock } from '../support/tds-server/demo-stock-session.js';
import { LOGIN, TdsServer } from '../support/tds-server/tds-server.js';

const ROW = 'stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated';

let stock: DemoStock;
let server: TdsServer;
beforeAll(async () => {
  stock = await DemoStock.open({ collation: 'Latin1_General_CI_AI', everyNth: 42, accounts: true });
  server = await TdsServer.start((statement, session) => stock.answer(statement, session));
});
afterAll(async () => {
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

const check = (settings: Record<string, string> = {}) => checkErp({ ...server.settings, ...settings });
const report = (settings: Record<string, string> = {}) => reportOf({ ...server.settings, ...settings });

test('a healthy ERP: everything is said, and nothing is wrong', async () => {
  const { ok, unreachable, findings, section } = await report();
  expect(findings).toEqual([]);
  expect({ ok, unreachable }).toEqual({ ok: true, unreachable: null });
  expect(section('connection').facts).toMatchObject({
    server: `127.0.0.1:${server.port}`,
    version: '13.0.5026.0',
    edition: 'Developer Edition (64-bit)',
    database: LOGIN.database,
    collation: 'Latin1_General_CI_AI',
    caseSensitive: false,
    login: LOGIN.user,
    encryption: 'none',
    latencyMs: expect.any(Number),
  });
  expect(section('session').facts).toEqual({
    isolation: 'read committed',
    readCommittedSnapshot: true,
    lockTimeoutMs: 12_000,
    yieldsInDeadlocks: true,
  });
  expect(section('login').facts).toEqual({ readOnly: true });
  expect(section('mapping').facts).toMatchObject({
    row_id: 'int',
    customer_name: 'nvarchar(4000)',
    unit: 'varchar(8000)',
  });
  const [rows] = (await stock.answer({ sql: 'select count(*) as n from erp.stock', parameters: [] }))
    .rows as string[][];
  expect(section('rows').facts).toEqual({ rows: Number(rows?.[0]) });
  expect(section('customers').facts).toMatchObject({ largest: expect.stringMatching(/^"Northwind Foods/) });
  const time = expect.any(Number);
  expect(section('times').facts).toMatchObject({
    pageMs: time,
    deepPageMs: time,
    countMs: time,
    totalsMs: time,
    customersMs: time,
  });
  expect(section('indexes').facts).toEqual({
    customerColumn: 'erp.stock.owner_name',
    index: 'stock_owner_item',
  });
});

test('a table for people says the same', async () => {
  const { code, stdout, stderr } = await check();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}case sensitive +no$/m);
  expect(stdout).toMatch(/^ {2}deep page +[\d.]+ ms$/m);
  expect(stdout).toMatch(/^Portico can work with this ERP: 0 problems, \d warnings?\.$/m);
});

test('columns of fixed length, and those that filters scan, are named', async () => {
  const padded = await DemoStock.open({ collation: 'Turkish_CI_AS', everyNth: 100, padded: true });
  const other = await TdsServer.start((statement) => padded.answer(statement));
  const { ok, findings, section } = await reportOf(other.settings);
  const columns = 'customer_name, part_number, description, warehouse, bin, lot, status, unit';
  const scanned = ['part_number', 'warehouse', 'bin', 'lot', 'status']
    .map((name) => `${name} (Turkish_CI_AS)`)
    .join(', ');
  expect({ ok, findings }).toEqual({
    ok: true,
    findings: [
      {
        level: 'remark',
        text: `filled up with blanks to a fixed length: ${columns}. Values are given without these blanks`,
      },
      {
        level: 'remark',
        text: `by their collation, letters may not be equal in every case: ${scanned}. Filters can't use an index on them`,
      },
    ],
  });
  expect(section('mapping').facts).toMatchObject({ customer_name: 'nchar(200)', unit: 'char(40)' });
  expect(section('customers').facts).toMatchObject({
    largest: expect.stringMatching(/^"Northwind Foods Pty Ltd"/),
  });
  await other.stop();
  await padded.close();
  expect(other.failures).toEqual([]);
});

describe('what is wrong is named, with what would mend it:', () => {
  afterEach(async () => {
    await stock.revokeAll();
    await stock.run("delete from erp.stock where item_code = 'SICK'");
  });

  test('a login that could write', async () => {
    await stock.grant({ role: 'db_datawriter' });
    const { ok, section } = await report();
    expect(ok).toBe(false);
    expect(section('login').findings[0]).toEqual({
      level: 'problem',
      text: 'it is a member of db_datawriter',
      mend: 'alter role [db_datawriter] drop member [portico_reader]',
    });
    const accepted = await report({ ERP_ALLOW_WRITABLE_LOGIN: 'true' });
    expect(accepted.ok).toBe(true);
    expect(accepted.texts('login', 'warning')).toEqual(['it is a member of db_datawriter']);
  });

  test('rights on a table, on the database and on the server', async () => {
    await stock.grant({ class: 'OBJECT', permission: 'UPDATE', on: 'erp.stock' });
    await stock.grant({ class: 'DATABASE', permission: 'CREATE TABLE' });
    await stock.grant({ class: 'SERVER', permission: 'ALTER ANY LOGIN' });
    expect((await report()).section('login').findings.flatMap(({ mend = [] }) => mend)).toEqual([
      'revoke alter any login from [portico_reader]',
      'revoke create table from [portico_reader]',
      'revoke update on [erp].[stock] from [portico_reader]',
    ]);
  });

  test('rows with one id, and names that look alike', async () => {
    // The engine's table has a key; a view over more tables than one has none.
    await stock.run(
      'create view erp.twice as select * from erp.stock union all select * from erp.stock where item_code = $$SICK$$',
    );
    for (const [index, name] of ['ACME BEVERAGES', 'Ácme Beverages ', 'Łódź  textiles'].entries()) {
      const values = `(${3_000_000 + index}, $1, 'SICK', 'SYD1', 'EA', -1, 0)`;
      await stock.run(`insert into erp.stock (${ROW}) values ${values}`, [name]);
    }
    await stock.run(
      "update erp.stock set expiry_date = '9999-12-31', last_move_utc = '9999-12-31 23:59:59' where stock_no = 3000000",
    );
    const mapping = `select stock_no as row_id, owner_name as customer_name, item_code as part_number, item_text as description,
      whse as warehouse, bin_code as bin, lot_no as lot, hold_code as status, uom as unit, qty_on_hand as quantity_on_hand,
      qty_allocated as quantity_allocated, received_date as received_on, expiry_date as expires_on,
      last_move_utc as last_moved_at from erp.twice`;
    const { ok, texts } = await report({ ERP_INVENTORY_SQL: mapping });
    expect(ok).toBe(false);
    expect(texts('rows', 'problem')).toEqual([
      'row_id is not unique: several rows have "3000000", "3000001", "3000002"',
    ]);
    const never =
      'is on 0001-01-01 or 9999-12-31 in 2 rows: it is shown so, also if it means that there is none';
    expect(texts('rows', 'remark')).toEqual([
      'quantity_on_hand is negative in 6 rows',
      `expires_on ${never}`,
      `last_moved_at ${never}`,
    ]);
    const alike = texts('customers', 'problem');
    expect(alike).toHaveLength(2);
    expect(alike[0]).toContain('"ACME BEVERAGES", "Acme Beverages", "Ácme Beverages "');
    expect(alike[1]).toContain('"Łódź  textiles", "Łódź Textiles"');
    expect(texts('customers', 'warning')).toEqual(['names that begin or end with blanks: "Ácme Beverages "']);
    expect(texts('indexes', 'remark')).toEqual([
      expect.stringMatching(/^the indexes of erp\.twice cannot be seen/),
    ]);
    const { code, stdout } = await check({ ERP_INVENTORY_SQL: mapping });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}PROBLEM +row_id is not unique/m);
    expect(stdout).toMatch(/3 problems, \d warnings?\.$/m);
  });

  test('a null where none may be', async () => {
    await stock.run('alter table erp.stock alter column uom drop not null');
    await stock.run(`insert into erp.stock (${ROW}) values (3000009, 'All', 'SICK', 'SYD1', null, 1, 0)`);
    expect((await report()).texts('rows', 'problem')).toEqual(['unit is null in 1 row']);
  });

  test('invoices and payments whose customers or currencies nobody knows, and one id twice', async () => {
    // Of this customer, the thinned stock has nothing.
    const ofStock = (row: { debtorName: string }) => row.debtorName !== '[Bracket] Labs';
    for (const table of ['invoice', 'payment'])
      await stock.run(`delete from erp.${table} where debtor_name = '[Bracket] Labs'`);
    const healthy = await report(accountSettings('mssql'));
    expect(healthy.findings).toEqual([]);
    expect(healthy.section('accounts').facts).toEqual({
      invoices: INVOICES.filter(ofStock).length,
      payments: PAYMENTS.filter(ofStock).length,
    });
    expect(healthy.section('indexes').facts).toMatchObject({ 'invoices.index': 'invoice_debtor_date' });
    await stock.run(
      "update erp.invoice set debtor_name = 'Acme  Beverages' where debtor_name = 'Acme Beverages'",
    );
    await stock.run("update erp.payment set currency_code = 'yen' where currency_code = 'JPY'");
    await stock.run("update erp.invoice set invoice_no = 'SAME' where debtor_name = 'Zenith Pharma'");
    const twice = `select doc_no / 1000 * 1000 as row_id, debtor_name as customer_name, invoice_no as invoice_number,
      customer_ref as reference, invoice_text as description, issue_date as issued_on, due_date as due_on,
      currency_code as currency, gross_amount as total_amount, tax_amount, open_amount from erp.invoice`;
    const { ok, texts } = await report({ ...accountSettings('mssql'), ERP_INVOICES_SQL: twice });
    expect(ok).toBe(false);
    expect(texts('accounts', 'problem')).toEqual([
      expect.stringMatching(/^invoices\.row_id is not unique: several rows have "0"/),
    ]);
    expect(texts('accounts', 'warning')).toEqual([
      'invoices.customer_name has names that no customer has: "Acme  Beverages". No login can be assigned to them',
      'invoices.invoice_number is not unique for each customer: "SAME". Each invoice of such a number shows the payments of all of them',
      'payments.currency has no ISO 4217 code: "yen"',
    ]);
    const wrong = await report({ ERP_INVOICES_SQL: 'select debtor_name as customer_name from erp.invoice' });
    expect(wrong.texts('mapping', 'problem')[0]).toMatch(/^ERP_INVOICES_SQL: the column row_id is missing/);
  });

  test('a mapping that lacks a column, and has one of the wrong type', async () => {
    const mapping = `select stock_no as row_id, owner_name as customer_name, item_code as part_number,
      item_text as description, whse as warehouse, bin_code as bin, lot_no as lot, hold_code as status,
      qty_on_hand as quantity_on_hand, item_code as quantity_allocated, received_date as received_on,
      expiry_date as expires_on, last_move_utc as last_moved_at from erp.stock`;
    const { ok, sections, texts } = await report({ ERP_INVENTORY_SQL: mapping });
    expect(ok).toBe(false);
    expect(texts('mapping', 'problem')).toEqual([
      expect.stringMatching(/^ERP_INVENTORY_SQL: the column unit is missing/),
      expect.stringMatching(/^ERP_INVENTORY_SQL: the column quantity_allocated is varchar/),
    ]);
    expect(sections.map(({ title }) => title)).toEqual(['connection', 'session', 'login', 'mapping']);
  });

  test('a mapping that does not run', async () => {
    const { ok, texts } = await report({ ERP_INVENTORY_SQL: 'select a from erp.nowhere' });
    expect(ok).toBe(false);
    expect(texts('mapping', 'problem')).toEqual([expect.stringContaining('erp.nowhere')]);
  });

  test('an index that is not there', async () => {
    await stock.run('drop index erp.stock_owner_item');
    const { ok, section } = await report();
    expect(ok).toBe(true);
    expect(section('indexes').findings).toEqual([
      {
        level: 'warning',
        text: expect.stringMatching(/^no index of erp\.stock begins with owner_name/),
        mend: 'create index portico_inventory on [erp].[stock] ([owner_name], [item_code], [stock_no])',
      },
    ]);
    await stock.run('create index only_owner on erp.stock (owner_name)');
    expect((await report()).texts('indexes', 'warning')).toEqual([
      expect.stringMatching(/^the index only_owner begins with the customer and does not go on/),
    ]);
    // SQL Server ends each index with the clustered one's columns.
    await stock.run('create index owner_and_item on erp.stock (owner_name, item_code)');
    expect((await report()).section('indexes')).toMatchObject({
      facts: { index: 'owner_and_item' },
      findings: [],
    });
  });
});
