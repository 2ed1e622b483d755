import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  InvoiceDocument,
  InvoicesDocument,
  InvoiceTotalsDocument,
  PaymentsDocument,
  PrepareInvoiceExportDocument,
  PreparePaymentExportDocument,
} from '../../../schema/operations.generated.js';
import { ApiKeys } from '../../support/api-keys.js';
import { trailWhere } from '../../support/audit-trail.js';
import { DirectDatabase } from '../../support/direct-database.js';
import { ErpProxy } from '../../support/erp-proxy.js';
import { accountSettings, INVOICES, mayMeet, PAYMENTS } from '../../support/invoice-oracle.js';
import { rest } from '../../support/rest.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const PAYMENT_URL = 'https://pay.example.com/{currency}/{number}?of={customer}&sum={amount}&ref={reference}';
const TRICKY = 'a/b?x=1&y=2#z {id} ü';

/** Payments with their invoices, and invoices with their payments. */
const LINKED = `{
  payments(first: 5) { nodes { id invoice { id } } asOf stale }
  invoices(first: 5) { edges { node { id payments { id } } } asOf stale }
}`;
interface Linked {
  payments: { nodes: { id: string; invoice: { id: string } | null }[]; asOf: string; stale: boolean };
  invoices: { edges: { node: { id: string; payments: { id: string }[] } }[]; asOf: string; stale: boolean };
}

let proxy: ErpProxy;
let erp: DirectDatabase;
let app: TestApp;
beforeAll(async () => {
  proxy = await ErpProxy.start();
  erp = new DirectDatabase(proxy.url);
  app = await startTestApp({ ...proxy.settings, ...accountSettings(), PAYMENT_URL });
});
afterAll(async () => {
  await app.stop();
  await erp.close();
  await proxy.close();
});

const codes = ({ errors }: { errors: { extensions: { code: string } }[] }) =>
  errors.map(({ extensions }) => extensions.code);
const first = (user: DemoUser) => INVOICES.find((row) => mayMeet(user, row));
const idOf = (user: DemoUser) => String(first(user)?.docNo);

/** Everything there is of invoices and payments, as a login, with a token or as nobody. */
const everything = (on: TestApp, as: Parameters<TestApp['ask']>[2]) =>
  Promise.all([
    on.ask(InvoicesDocument, {}, as),
    on.ask(InvoiceDocument, { id: '1' }, as),
    on.ask(InvoiceTotalsDocument, {}, as),
    on.ask(PaymentsDocument, {}, as),
    on.ask(PrepareInvoiceExportDocument, { input: { format: 'CSV' } }, as),
    on.ask(PreparePaymentExportDocument, { input: { format: 'CSV' } }, as),
  ]);

describe('invoices are refused', () => {
  test.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['a driver', 'driver1', 'FORBIDDEN'],
    ['the warehouse', 'warehouse1', 'FORBIDDEN'],
  ] as const)('to %s', async (_, as, code) => {
    for (const answer of await everything(app, as)) expect(codes(answer)).toEqual([code]);
    for (const name of ['invoices', 'payments']) {
      const answer = await rest(app, 'GET', `/export/${name}.csv`, { as });
      expect(answer.body).toMatchObject({ code });
    }
  });

  test('to an API key, which was made for stock, whatever its scope', async () => {
    const { secret } = await new ApiKeys(app).made({ erpCustomerNames: [], allErpCustomers: true });
    for (const answer of await everything(app, { token: secret }))
      expect(codes(answer)).toEqual(['FORBIDDEN']);
    const file = await fetch(`${app.url}/export/invoices.csv`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(file.status).toBe(403);
  });

  test('to all, if the portal has none, and the ERP is not asked', async () => {
    const other = await app.sibling({ ERP_INVOICES_SQL: '', ERP_PAYMENTS_SQL: '' });
    await other.ask('{ inventory(first: 1) { totalCount } }', {}, 'admin1');
    other.clear();
    for (const answer of await everything(other, 'admin1')) {
      expect(answer.errors[0]).toMatchObject({
        message: expect.stringMatching(/^(Invoices|Payments) are switched off in this portal\.$/),
        extensions: { code: 'FORBIDDEN' },
      });
    }
    expect((await rest(other, 'GET', '/export/payments.csv', { as: 'admin1' })).status).toBe(403);
    expect(other.erpQueries).toEqual([]);
    const { data } = await other.ask<{ portal: { features: string[] } }, object>('{ portal { features } }');
    expect(data?.portal.features).not.toContain('INVOICES');
  });

  test('if only payments are missing, invoices are there without them', async () => {
    const other = await app.sibling({ ERP_PAYMENTS_SQL: '' });
    const { data, errors } = await other.ask(InvoiceDocument, { id: idOf('customer2') }, 'customer2');
    expect(errors).toEqual([]);
    expect(data?.invoice?.payments).toEqual([]);
    expect(codes(await other.ask(PaymentsDocument, {}, 'customer2'))).toEqual(['FORBIDDEN']);
    const { data: about } = await other.ask<{ portal: { features: string[] } }, object>(
      '{ portal { features } }',
    );
    expect(about?.portal.features).toContain('INVOICES');
    expect(about?.portal.features).not.toContain('PAYMENTS');
  });
});

describe("another tenant's invoices", () => {
  test('do not exist', async () => {
    const foreign = INVOICES.find((row) => !mayMeet('customer1', row));
    const id = String(foreign?.docNo);
    expect((await app.ask(InvoiceDocument, { id }, 'admin1')).data?.invoice?.number).toBe(foreign?.invoiceNo);
    expect((await app.ask(InvoiceDocument, { id }, 'customer1')).data).toEqual({ invoice: null });
    const filter = { erpCustomerNames: [foreign?.debtorName ?? ''] };
    const { data } = await app.ask(InvoicesDocument, { filter }, 'customer1');
    expect(data?.invoices).toMatchObject({ nodes: [], totalCount: 0 });
    expect((await app.ask(InvoiceTotalsDocument, { filter }, 'customer1')).data?.invoiceTotals).toMatchObject(
      {
        invoiceCount: 0,
        byCurrency: [],
      },
    );
    expect((await app.ask(PaymentsDocument, { filter }, 'customer1')).data?.payments.totalCount).toBe(0);
  });

  test('are not reached by a cursor of theirs, nor by one of another list', async () => {
    const cursorOf = async (user: DemoUser) =>
      (await app.ask(InvoicesDocument, { first: 2 }, user)).data?.invoices.pageInfo.endCursor;
    const foreign = await cursorOf('customer2');
    const own = await cursorOf('customer1');
    for (const answer of [
      await app.ask(InvoicesDocument, { after: foreign ?? null }, 'customer1'),
      await app.ask(PaymentsDocument, { after: own ?? null }, 'customer1'),
      await app.ask(InvoicesDocument, { after: own ?? null, orderBy: [{ field: 'DUE_ON' }] }, 'customer1'),
    ]) {
      expect(answer.errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'after' }],
      });
    }
  });
});

test('an invoice is found by the id that lists give it, also if the ERP writes it as a UUID in capitals', async () => {
  const byNumber = `select upper(md5(doc_no::text)::uuid::text) as row_id, debtor_name as customer_name,
    invoice_no as invoice_number, customer_ref as reference, invoice_text as description, issue_date as issued_on,
    due_date as due_on, currency_code as currency, gross_amount as total_amount, tax_amount, open_amount from erp.invoice`;
  const other = await app.sibling({ ERP_INVOICES_SQL: byNumber });
  const [listed] = (await other.ask(InvoicesDocument, { first: 1 }, 'customer1')).data?.invoices.nodes ?? [];
  const { data } = await other.ask(InvoiceDocument, { id: listed?.id ?? '' }, 'customer1');
  expect(listed?.number).toMatch(/^(INV|CR)-/);
  expect(data?.invoice).toMatchObject({ id: listed?.id, number: listed?.number });
});

test('wrong input is named', async () => {
  const long = 'x'.repeat(201);
  const answer = await app.ask(
    InvoicesDocument,
    { filter: { search: long, number: { contains: 'a\0b' } }, first: 501 },
    'customer1',
  );
  expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(answer.errors[0]?.extensions.fields?.map(({ path }) => path).sort()).toEqual([
    'filter.number.contains',
    'filter.search',
    'first',
  ]);
  const query = new URLSearchParams({ filter: '{"status":["LATE"]}' });
  const file = await rest(app, 'GET', `/export/invoices.csv?${query}`, { as: 'customer1' });
  expect(file).toMatchObject({ status: 400, body: { code: 'BAD_USER_INPUT' } });
});

test("what the ERP writes in an invoice stays one part of the payment page's address", async () => {
  const row = INVOICES.find((one) => mayMeet('customer2', one) && one.openAmount === one.grossAmount);
  await erp.run('update erp.invoice set invoice_no = $1, customer_ref = $1 where doc_no = $2', [
    TRICKY,
    row?.docNo,
  ]);
  const { data } = await app.ask(InvoiceDocument, { id: String(row?.docNo) }, 'customer2');
  const [tricky, customer] = [encodeURIComponent(TRICKY), encodeURIComponent(row?.debtorName ?? '')];
  expect(data?.invoice?.paymentUrl).toBe(
    `https://pay.example.com/${row?.currencyCode}/${tricky}?of=${customer}&sum=${row?.openAmount}&ref=${tricky}`,
  );
  // Nothing is to be paid of a paid invoice, nor of a credit note.
  for (const amount of ['0', '-5']) {
    await erp.run('update erp.invoice set open_amount = $1 where doc_no = $2', [amount, row?.docNo]);
    const again = await app.ask(InvoiceDocument, { id: String(row?.docNo) }, 'customer2');
    expect(again.data?.invoice).toMatchObject({ paymentUrl: null, openAmount: amount });
  }
});

test('what can not be shown is said, and costs nobody the page', async () => {
  const row = INVOICES.find((one) => mayMeet('customer2', one) && one.currencyCode === 'NZD');
  await erp.run(
    `update erp.invoice set due_date = 'infinity', tax_amount = 'NaN', open_amount = 'NaN' where doc_no = $1`,
    [row?.docNo],
  );
  const { data } = await app.ask(InvoiceDocument, { id: String(row?.docNo) }, 'customer2');
  expect(data?.invoice).toMatchObject({
    ...{ dueOn: null, taxAmount: null, openAmount: '0', status: 'PAID' },
    unshown: expect.arrayContaining(['dueOn', 'taxAmount', 'openAmount']),
  });
  const { data: totals } = await app.ask(InvoiceTotalsDocument, {}, 'customer2');
  for (const { openAmount, overdueAmount } of totals?.invoiceTotals.byCurrency ?? []) {
    expect(`${openAmount} ${overdueAmount}`).toMatch(/^-?[\d.]+ -?[\d.]+$/);
  }
});

describe('a file', () => {
  test('has every invoice that matches and no other, and is audited', async () => {
    const variables = {
      input: {
        format: 'CSV' as const,
        filter: { currency: { equals: 'EUR' } },
        columns: ['NUMBER', 'ERP_CUSTOMER', 'OPEN_AMOUNT'] as const,
      },
    };
    const prepared = await app.ask(PrepareInvoiceExportDocument, variables as never, 'customer1');
    const { url = '', rowCount } = prepared.data?.prepareInvoiceExport ?? {};
    const expected = INVOICES.filter((row) => mayMeet('customer1', row) && row.currencyCode === 'EUR');
    expect(rowCount).toBe(expected.length);
    const { text } = await rest(app, 'GET', new URL(url).pathname, { as: null });
    const [header, ...lines] = parse(text) as string[][];
    expect(header).toEqual(['number', 'erpCustomer', 'openAmount']);
    const wanted = expected.map((row) => [row.invoiceNo, row.debtorName, row.openAmount]);
    expect(lines.sort()).toEqual(wanted.sort());
    const [entry] = await trailWhere(app, "action = 'INVOICES_EXPORTED' and actor_name = $1", 'customer1');
    expect(JSON.stringify(entry)).toContain('"complete"');
  });

  test('of payments is given at an address of its own, in order', async () => {
    const query = new URLSearchParams({ orderBy: 'AMOUNT:DESC', columns: 'NUMBER,AMOUNT' });
    const { text } = await rest(app, 'GET', `/export/payments.ndjson?${query}`, { as: 'customer2' });
    const amounts = text
      .split('\n')
      .filter(Boolean)
      .map((line) => Number(JSON.parse(line).amount));
    expect(amounts).toHaveLength(PAYMENTS.filter((row) => mayMeet('customer2', row)).length);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });

  test('that was prepared is not given once the login has another scope', async () => {
    const { data } = await app.ask(PrepareInvoiceExportDocument, { input: { format: 'CSV' } }, 'customerall');
    const path = new URL(data?.prepareInvoiceExport.url ?? '').pathname;
    await app.database(`update portal_user set role_id = 5 where username = 'customerall'`);
    expect((await rest(app, 'GET', path, { as: null })).status).toBe(403);
  });
});

test('while the ERP is silent, the last good answers are given as such, and single ones are refused', async () => {
  const asked = () =>
    Promise.all([
      app.ask(InvoicesDocument, { first: 3 }, 'customer1'),
      app.ask(InvoiceTotalsDocument, {}, 'customer1'),
      app.ask<Linked, object>(LINKED, {}, 'customer1'),
    ]);
  const [page, totals, linked] = await asked();
  expect(linked.data?.payments.nodes.filter(({ invoice }) => invoice)).not.toEqual([]);
  proxy.fault = () => ({ sqlState: 'XX000' });
  const [again, totalsAgain, linkedAgain] = await asked();
  expect(again.data?.invoices).toEqual({ ...page.data?.invoices, stale: true });
  expect(totalsAgain.data?.invoiceTotals).toEqual({ ...totals.data?.invoiceTotals, stale: true });
  // What is linked is as old as the lists say.
  expect(linkedAgain).toMatchObject({ errors: [] });
  expect(linkedAgain.data).toEqual({
    payments: { ...linked.data?.payments, stale: true },
    invoices: { ...linked.data?.invoices, stale: true },
  });
  for (const answer of [
    await app.ask(InvoicesDocument, { first: 4 }, 'customer1'),
    await app.ask(InvoiceDocument, { id: idOf('customer1') }, 'customer1'),
  ]) {
    expect(codes(answer)).toEqual(['ERP_UNAVAILABLE']);
  }
  proxy.failNext();
  await until(async () => codes(await app.ask(InvoicesDocument, { first: 4 }, 'customer1')).length === 0);
});

test('a list whose rows the ERP has just given is stale if what is linked to them is not from now', async () => {
  const before = await app.ask<Linked, object>(LINKED, {}, 'customer1');
  expect(before.data).toMatchObject({ payments: { stale: false }, invoices: { stale: false } });
  // Of the linked ones, the ERP is asked by their numbers.
  proxy.fault = (sql) => (/"invoice_number"[^)]* in \(/.test(sql) ? { sqlState: 'XX000' } : null);
  const { data, errors } = await app.ask<Linked, object>(LINKED, {}, 'customer1');
  expect(errors).toEqual([]);
  expect(data).toEqual({
    payments: { ...before.data?.payments, stale: true, asOf: expect.any(String) },
    invoices: { ...before.data?.invoices, stale: true, asOf: expect.any(String) },
  });
  proxy.failNext();
  await until(async () => codes(await app.ask(InvoicesDocument, { first: 4 }, 'customer1')).length === 0);
});
