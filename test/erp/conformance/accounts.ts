import { describe, expect, test } from 'vitest';
import {
  type InvoiceFilter,
  type InvoiceOrder,
  InvoicesDocument,
  type InvoicesQueryVariables,
  InvoiceTotalsDocument,
  type PaymentFilter,
  type PaymentOrder,
  PaymentsDocument,
  type PaymentsQueryVariables,
} from '../../../schema/operations.generated.js';
import { dayIn } from '../../../src/shared/day-in.js';
import { scaled } from '../../support/inventory-oracle.js';
import {
  INVOICES,
  matchesInvoice,
  matchesPayment,
  mayMeet,
  PAYMENTS,
  statusOf,
} from '../../support/invoice-oracle.js';
import type { DemoUser } from '../../support/start-app.js';
import { INVOICE_LIST, PAYMENT_LIST } from './account-lists.js';
import { accountWalks } from './account-walks.js';
import type { Stage } from './stage.js';

const USERS: DemoUser[] = ['customer1', 'admin1'];

/** Invoices and payments are those of the ERP, in every order and under every filter, and each customer's own. */
export function accountsSuite(on: () => Stage): void {
  const today = dayIn('UTC', new Date());
  const invoicesOf = async (user: DemoUser, variables: InvoicesQueryVariables) => {
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

  describe('invoices', () =>
    accountWalks<InvoiceFilter, InvoiceOrder>(on, {
      ...INVOICE_LIST,
      matching: (user, filter) => truth(user, filter).map(({ docNo }) => String(docNo)),
    }));

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
    const paymentsOf = async (user: DemoUser, variables: PaymentsQueryVariables) => {
      const { data, errors } = await on().app.ask(PaymentsDocument, variables, user);
      expect(errors).toEqual([]);
      if (!data) throw new Error('no payments');
      return data.payments;
    };
    const seen = PAYMENTS.filter((row) => mayMeet('customer1', row));

    accountWalks<PaymentFilter, PaymentOrder>(on, {
      ...PAYMENT_LIST,
      matching: (user, filter) =>
        PAYMENTS.filter((row) => mayMeet(user, row) && matchesPayment(row, filter)).map(({ entryNo }) =>
          String(entryNo),
        ),
    });

    test('a payment is shown with all that the ERP has of it, and its own invoice', async () => {
      const { nodes } = await paymentsOf('customer1', { first: 500 });
      const shown = seen.map((row) => {
        const own = INVOICES.find(
          ({ debtorName, invoiceNo }) => debtorName === row.debtorName && invoiceNo === row.invoiceNo,
        );
        return {
          ...{ id: String(row.entryNo), erpCustomer: { name: row.debtorName }, number: row.receiptNo },
          ...{ invoiceNumber: row.invoiceNo, method: row.methodName, reference: row.bankRef },
          ...{ paidOn: row.payDate, currency: row.currencyCode, amount: row.paidAmount, unshown: [] },
          invoice: own ? { id: String(own.docNo), status: statusOf(own, today) } : null,
        };
      });
      const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]));
      expect(byId(nodes)).toEqual(byId(shown));
      expect(nodes).toHaveLength(shown.length);
    });

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
