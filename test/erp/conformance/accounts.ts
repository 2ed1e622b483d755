import { beforeAll, describe, expect, test } from 'vitest';
import {
  type InvoiceFilter,
  type InvoiceOrder,
  InvoicesDocument,
  InvoiceTotalsDocument,
  type PaymentOrder,
  PaymentsDocument,
} from '../../../schema/operations.generated.js';
import { dayIn } from '../../../src/shared/day-in.js';
import { scaled } from '../../support/inventory-oracle.js';
import { INVOICES, matchesInvoice, mayMeet, PAYMENTS, statusOf } from '../../support/invoice-oracle.js';
import type { DemoUser } from '../../support/start-app.js';
import { never, type Stage } from './stage.js';

/** The columns of the demo ERP by the field that orders by them. */
const INVOICE_COLUMNS: Record<InvoiceOrder['field'], string> = {
  ERP_CUSTOMER: 'debtor_name',
  NUMBER: 'invoice_no',
  ISSUED_ON: 'issue_date',
  DUE_ON: 'due_date',
  CURRENCY: 'currency_code',
  TOTAL_AMOUNT: 'gross_amount',
  OPEN_AMOUNT: 'open_amount',
};
const PAYMENT_COLUMNS: Record<PaymentOrder['field'], string> = {
  ERP_CUSTOMER: 'debtor_name',
  NUMBER: 'receipt_no',
  INVOICE_NUMBER: 'invoice_no',
  PAID_ON: 'pay_date',
  CURRENCY: 'currency_code',
  AMOUNT: 'paid_amount',
};
const FILTERS: InvoiceFilter[] = [
  { status: ['OVERDUE'] },
  { status: ['OPEN', 'PAID'], issuedOn: { from: '2026-06-01', to: '2026-09-30' } },
  { status: [] },
  { currency: { in: ['eur', 'USD'] }, openAmount: { greaterThan: '0' } },
  { number: { startsWith: 'cr-' } },
  { number: { equals: 'inv-00012' } },
  { search: '% kitting' },
  { search: 'po 4' },
  { totalAmount: { lessThan: '-100.5' } },
  { totalAmount: { greaterThan: '123456789012345.0066' } },
  { dueOn: { to: '2025-06-30' }, status: ['OVERDUE'] },
  { erpCustomerNames: ['Acme Beverages', 'acme beverages', 'Zenith Pharma'] },
];
const USERS: DemoUser[] = ['customer1', 'admin1'];

type List = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };
type ReadPage<Page> = (position: { first: number; after: string | null }) => Promise<Page>;

async function walkAll<Page extends List>(read: ReadPage<Page>, first: number): Promise<Page['nodes']> {
  const nodes: Page['nodes'] = [];
  for (let after: string | null = null; ; ) {
    const page: Page = await read({ first, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    expect(page.nodes).toHaveLength(first);
    after = page.pageInfo.endCursor ?? null;
  }
}

/** The ids of a table in an order, by one plain unpaged query; nulls last in either direction. */
async function inOrder(stage: Stage, table: string, id: string, terms: readonly [string, string][]) {
  const order = terms.map(
    ([column, direction]) => `case when ${column} is null then 1 else 0 end, ${column} ${direction}`,
  );
  const sql = `select ${id} as id from ${table} order by ${[...order, id].join(', ')}`;
  return (await stage.erp.read({ sql, parameters: [] }, never)).map((row) => row['id'] ?? '');
}

/** Invoices and payments are those of the ERP, in every order and under every filter, and each customer's own. */
export function accountsSuite(on: () => Stage): void {
  const today = dayIn('UTC', new Date());
  const invoicesOf = async (
    user: DemoUser,
    variables: { filter?: InvoiceFilter; orderBy?: InvoiceOrder[]; first: number; after?: string | null },
  ) => {
    const { data, errors } = await on().app.ask(InvoicesDocument, variables, user);
    expect(errors).toEqual([]);
    if (!data) throw new Error('no invoices');
    return data.invoices;
  };
  const truth = (user: DemoUser, filter: InvoiceFilter = {}) =>
    INVOICES.filter((row) => mayMeet(user, row) && matchesInvoice(row, filter, today));

  test('an invoice is shown with all that the ERP has of it', async () => {
    const { nodes, totalCount } = await invoicesOf('customer1', { first: 500 });
    const byId = new Map(truth('customer1').map((row) => [String(row.docNo), row]));
    expect(totalCount).toBe(byId.size);
    expect(nodes).toHaveLength(byId.size);
    for (const node of nodes) {
      const row = byId.get(node.id);
      if (!row) throw new Error(`no invoice ${node.id} for customer1`);
      expect(node).toEqual({
        id: String(row.docNo),
        erpCustomer: { name: row.debtorName },
        number: row.invoiceNo,
        status: statusOf(row, today),
        reference: row.customerRef,
        description: row.invoiceText,
        issuedOn: row.issueDate,
        dueOn: row.dueDate,
        currency: row.currencyCode,
        totalAmount: row.grossAmount,
        taxAmount: row.taxAmount,
        openAmount: row.openAmount,
        paymentUrl: null,
        unshown: [],
      });
    }
  });

  describe('all pages together are the whole list in its order', () => {
    const fields = Object.keys(INVOICE_COLUMNS) as InvoiceOrder['field'][];
    const orders: InvoiceOrder[][] = [
      ...fields.map((field, index): InvoiceOrder[] => [{ field, direction: index % 2 ? 'ASC' : 'DESC' }]),
      [{ field: 'DUE_ON', direction: 'DESC' }],
      [
        { field: 'CURRENCY', direction: 'ASC' },
        { field: 'OPEN_AMOUNT', direction: 'DESC' },
      ],
    ];
    test.each(orders.map((orderBy) => [JSON.stringify(orderBy), orderBy] as const))(
      '%s',
      async (_, orderBy) => {
        const terms = orderBy.map(({ field, direction }): [string, string] => [
          INVOICE_COLUMNS[field],
          direction ?? 'ASC',
        ]);
        const filter: InvoiceFilter = { status: ['OPEN', 'OVERDUE'] };
        const seen = new Set(truth('customer1', filter).map((row) => String(row.docNo)));
        const expected = (await inOrder(on(), 'erp.invoice', 'doc_no', terms)).filter((id) => seen.has(id));
        const nodes = await walkAll(
          (position) => invoicesOf('customer1', { filter, orderBy, ...position }),
          37,
        );
        expect(nodes.map(({ id }) => id)).toEqual(expected);
      },
    );
  });

  test.each(
    FILTERS.map((filter, index) => [USERS[index % 2] ?? 'admin1', JSON.stringify(filter), filter] as const),
  )('%s finds those that match %s, and no others', async (user, _, filter) => {
    const { nodes, totalCount } = await invoicesOf(user, { filter, first: 500 });
    const expected = truth(user, filter).map((row) => String(row.docNo));
    expect(totalCount).toBe(expected.length);
    if (expected.length > 500) expect(nodes).toHaveLength(500);
    else expect(nodes.map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  test.each(USERS)('sums are exact, and never across currencies: %s', async (user) => {
    const filter: InvoiceFilter = { issuedOn: { from: '2025-06-01' } };
    const { data } = await on().app.ask(InvoiceTotalsDocument, { filter }, user);
    const rows = truth(user, filter);
    expect(data?.invoiceTotals).toMatchObject({ invoiceCount: rows.length, stale: false });
    const sums = new Map<string, { count: number; total: bigint; open: bigint; overdue: bigint }>();
    for (const row of rows) {
      const sum = sums.get(row.currencyCode) ?? { count: 0, total: 0n, open: 0n, overdue: 0n };
      sum.count += 1;
      sum.total += scaled(row.grossAmount);
      sum.open += scaled(row.openAmount);
      if (statusOf(row, today) === 'OVERDUE') sum.overdue += scaled(row.openAmount);
      sums.set(row.currencyCode, sum);
    }
    const found = data?.invoiceTotals.byCurrency.map((one) => ({
      ...{ currency: one.currency, count: one.invoiceCount, total: scaled(one.totalAmount) },
      ...{ open: scaled(one.openAmount), overdue: scaled(one.overdueAmount) },
    }));
    expect(found).toEqual([...sums].sort().map(([currency, sum]) => ({ currency, ...sum })));
  });

  describe('payments', () => {
    const paymentsOf = async (
      user: DemoUser,
      variables: { orderBy?: PaymentOrder[]; first: number; after?: string | null },
    ) => {
      const { data, errors } = await on().app.ask(PaymentsDocument, variables, user);
      expect(errors).toEqual([]);
      if (!data) throw new Error('no payments');
      return data.payments;
    };
    const seen = PAYMENTS.filter((row) => mayMeet('customer1', row));
    let byId: Map<string, (typeof seen)[number]>;
    beforeAll(() => {
      byId = new Map(seen.map((row) => [String(row.entryNo), row]));
    });

    test.each((Object.keys(PAYMENT_COLUMNS) as PaymentOrder['field'][]).map((field) => [field]))(
      'all pages together are the whole list by %s, each payment with its own invoice',
      async (field) => {
        const expected = await inOrder(on(), 'erp.payment', 'entry_no', [[PAYMENT_COLUMNS[field], 'DESC']]);
        const orderBy: PaymentOrder[] = [{ field, direction: 'DESC' }];
        const nodes = await walkAll((position) => paymentsOf('customer1', { orderBy, ...position }), 150);
        expect(nodes.map(({ id }) => id)).toEqual(expected.filter((id) => byId.has(id)));
        for (const node of nodes) {
          const row = byId.get(node.id);
          const own = INVOICES.find(
            ({ debtorName, invoiceNo }) => debtorName === row?.debtorName && invoiceNo === row.invoiceNo,
          );
          expect(node).toMatchObject({
            ...{ number: row?.receiptNo, invoiceNumber: row?.invoiceNo, amount: row?.paidAmount },
            ...{ paidOn: row?.payDate, method: row?.methodName, reference: row?.bankRef, unshown: [] },
            invoice: own ? { id: String(own.docNo), status: statusOf(own, today) } : null,
          });
        }
      },
    );

    test('an invoice has its own payments, and none of another customer with an invoice of that number', async () => {
      const { app } = on();
      app.clear();
      const { data } = await app.ask<
        { invoices: { nodes: { id: string; payments: { id: string }[] }[] } },
        object
      >('{ invoices(first: 200) { nodes { id payments { id } } } }', {}, 'customer1');
      // One for the page, and one for the payments of all of its invoices.
      expect(app.erpQueries).toHaveLength(2);
      const ofInvoice = new Map(INVOICES.map((row) => [String(row.docNo), row]));
      const nodes = data?.invoices.nodes ?? [];
      expect(nodes.some(({ payments }) => payments.length > 1)).toBe(true);
      for (const { id, payments } of nodes) {
        const row = ofInvoice.get(id);
        const own = seen.filter(
          (one) => one.debtorName === row?.debtorName && one.invoiceNo === row.invoiceNo,
        );
        expect(payments.map((one) => one.id).sort()).toEqual(own.map((one) => String(one.entryNo)).sort());
      }
    });
  });
}
