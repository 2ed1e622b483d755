import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvoicesDocument } from '../../../schema/operations.generated.js';
import { accountSettings } from '../../support/invoice-oracle.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import type { ResultSet } from '../../support/tds-server/sql-types.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

/** SQL Server keeps half of a surrogate pair as it was given, which PostgreSQL, behind the test server, can't. */
const HALF = '\ud83d';
const FOR_HALF = '¤';
const WITH_URL = `query { invoices(first: 200, filter: { currency: { equals: "EUR" }, status: [OPEN, OVERDUE] }) {
  nodes { number reference openAmount paymentUrl } } }`;
interface WithUrl {
  invoices: { nodes: { number: string; reference: string; openAmount: string; paymentUrl: string | null }[] };
}

let stock: DemoStock;
let server: TdsServer;
let app: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 100, accounts: true });
  await stock.run(
    `update erp.invoice set customer_ref = 'PO ${FOR_HALF}', invoice_no = '..' where currency_code = 'EUR'`,
    [],
  );
  server = await TdsServer.start(async (statement) => halved(await stock.answer(statement)));
  app = await startTestApp({
    ...{ ...server.settings, ...accountSettings('mssql') },
    PAYMENT_URL: 'https://pay.example.com/now?ref={reference}&number={number}',
  });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
  await stock.close();
});

const halved = ({ columns, rows }: ResultSet): ResultSet => ({ columns, rows: withHalves(rows) });
async function* withHalves(rows: ResultSet['rows']) {
  for await (const row of rows) yield row.map((value) => value?.replaceAll(FOR_HALF, HALF) ?? null);
}

const shown = async (on: TestApp) => {
  const { data, errors } = await on.ask<WithUrl, object>(WITH_URL, {}, 'admin1');
  expect(errors).toEqual([]);
  const payable = (data?.invoices.nodes ?? []).filter(({ openAmount }) => Number(openAmount) > 0);
  expect(payable.length).toBeGreaterThan(3);
  return payable;
};

test('half of a letter costs nobody the page, nor the link', async () => {
  for (const { reference, paymentUrl } of await shown(app)) {
    expect(reference).toMatch(/^PO ./);
    expect(paymentUrl).toBe('https://pay.example.com/now?ref=PO%20%EF%BF%BD&number=..');
  }
  expect((await app.ask(InvoicesDocument, { first: 200 }, 'admin1')).errors).toEqual([]);
});

test('no invoice leads to another page than that of the setting', async () => {
  const inPath = await app.sibling({ PAYMENT_URL: 'https://pay.example.com/portal/{number}/pay' });
  for (const { number, paymentUrl } of await shown(inPath)) {
    expect(number).toBe('..');
    expect(paymentUrl).toBeNull();
  }
});
