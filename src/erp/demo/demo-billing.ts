import { makeAmount, printed, rounded, UNIT } from './demo-amounts.js';
import type { Random } from './demo-catalogue.js';
import { isoDay } from './demo-days.js';

/** One row of the demo ERP's invoices. Amounts are decimals that fit decimal(19,4); those of a credit note are negative. */
export interface DemoInvoiceRow {
  docNo: number;
  debtorName: string;
  /** Counts up for each customer, so that several customers have invoices of the same number. */
  invoiceNo: string;
  customerRef: string | null;
  invoiceText: string | null;
  /** YYYY-MM-DD. */
  issueDate: string;
  dueDate: string | null;
  currencyCode: string;
  grossAmount: string;
  taxAmount: string | null;
  openAmount: string;
}

/** One row of the demo ERP's payments: what one receipt paid on one invoice, or on none. */
export interface DemoPaymentRow {
  entryNo: number;
  debtorName: string;
  receiptNo: string;
  invoiceNo: string | null;
  methodName: string | null;
  bankRef: string | null;
  payDate: string;
  currencyCode: string;
  paidAmount: string;
}

/** One thing that happened to an account: an invoice with its payments, or a payment that belongs to none. */
export interface Entry {
  invoice: DemoInvoiceRow | null;
  payments: DemoPaymentRow[];
}

const FIRST_DAY = -700;
const TERMS = [14, 30, 30, 60];
const METHODS = ['EFT', 'EFT', 'CARD', 'CHEQUE'];
const TEXTS = ['Storage', 'Pick & pack', 'Cartage "express"', 'Lagergebühr', 'Kitting 100%', '保管料'];
/** Credit notes of earlier days are no longer open. */
const SET_OFF_DAY = -60;

interface Debt {
  debtorName: string;
  ordinal: number;
  currency: string;
}

/** Makes an invoice with its payments, a credit note, or a payment on account; its numbers are still to be given. */
export function makeEntry(random: Random, debt: Debt): Entry {
  const issued = random.int(FIRST_DAY, 0);
  const gross = makeAmount(random, debt.currency);
  if (random.oneIn(40)) {
    const onAccount = makePayment(random, { ...debt, invoiceNo: null, amount: gross, day: issued });
    return { invoice: null, payments: [onAccount] };
  }
  return random.oneIn(20)
    ? { invoice: makeCreditNote(random, debt, { issued, gross }), payments: [] }
    : makeInvoice(random, debt, { issued, gross });
}

interface Bill {
  issued: number;
  gross: bigint;
}

function makeCreditNote(random: Random, debt: Debt, { issued, gross }: Bill): DemoInvoiceRow {
  const open = issued < SET_OFF_DAY ? 0n : -gross;
  return toRow(random, debt, { ...{ kind: 'CR', issued, due: null }, ...{ gross: -gross, open } });
}

function makeInvoice(random: Random, debt: Debt, { issued, gross }: Bill): Entry {
  const paid = makePaid(random, gross, issued);
  const due = random.oneIn(15) ? null : issued + random.pick(TERMS);
  const invoice = toRow(random, debt, { kind: 'INV', issued, due, gross, open: gross - paid });
  const third = rounded(paid / 3n, debt.currency);
  const parts = third > 0n && random.oneIn(5) ? [third, paid - third] : [paid];
  const payments = parts
    .filter((amount) => amount > 0n)
    .map((amount, index) => {
      const day = Math.min(0, issued + 10 + index * 20);
      return makePayment(random, { ...debt, invoiceNo: invoice.invoiceNo, amount, day });
    });
  return { invoice, payments };
}

interface Written extends Bill {
  kind: string;
  due: number | null;
  open: bigint;
}

function toRow(
  random: Random,
  { debtorName, ordinal, currency }: Debt,
  { kind, issued, due, gross, open }: Written,
): DemoInvoiceRow {
  return {
    ...{ docNo: 0, debtorName, invoiceNo: `${kind}-${String(ordinal).padStart(5, '0')}` },
    customerRef: random.oneIn(3) ? null : `PO ${random.int(10_000, 99_999)}`,
    invoiceText: random.oneIn(10) ? null : `${random.pick(TEXTS)} ${isoDay(issued).slice(0, 7)}`,
    issueDate: isoDay(issued),
    dueDate: due === null ? null : isoDay(due),
    currencyCode: currency,
    grossAmount: printed(gross),
    taxAmount: random.oneIn(12) ? null : printed(rounded(gross / 11n, currency)),
    openAmount: printed(open),
  };
}

type Paying = Debt & Pick<DemoPaymentRow, 'invoiceNo'> & { amount: bigint; day: number };

function makePayment(
  random: Random,
  { debtorName, currency, invoiceNo, amount, day }: Paying,
): DemoPaymentRow {
  return {
    ...{ entryNo: 0, receiptNo: '', debtorName, invoiceNo, currencyCode: currency },
    methodName: random.oneIn(10) ? null : random.pick(METHODS),
    bankRef: random.oneIn(3) ? null : `REF ${random.int(100_000, 999_999)}`,
    payDate: isoDay(day),
    paidAmount: printed(amount),
  };
}

/** The older an invoice, the likelier it is paid. */
function makePaid(random: Random, gross: bigint, issued: number): bigint {
  if (issued < -90 ? !random.oneIn(12) : random.oneIn(3)) return gross;
  return random.oneIn(4) ? (gross / (3n * UNIT)) * UNIT : 0n;
}
