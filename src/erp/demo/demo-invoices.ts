import { OWNERS, type Random, seededRandom } from './demo-catalogue.js';
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

const SEED = 20261102;
const FIRST_DAY = -700;
const TERMS = [14, 30, 30, 60];
const METHODS = ['EFT', 'EFT', 'CARD', 'CHEQUE'];
const TEXTS = ['Storage', 'Pick & pack', 'Cartage "express"', 'Lagergebühr', 'Kitting 100%', '保管料'];
/** The currencies of the customers, one row each, in turn: the usual ones first. */
const CURRENCIES = [
  ['AUD', 'AUD', 'NZD'],
  ['AUD', 'USD'],
  ['NZD', 'AUD'],
  ['EUR', 'EUR', 'AUD', 'USD'],
  ['AUD', 'JPY'],
];
/** One customer also pays in a currency of large numbers. As JavaScript numbers, some would lose digits. */
const LARGE = { owner: 'Under_score Trading', currency: 'IDR' };
const LONG_AMOUNTS = [1234567890123450067n, 90071992547409935n];
/** Amounts are counted in ten-thousandths. */
const UNIT = 10_000n;

/** Yields the demo's invoices, some hundred for each customer, the same ones in the same order on each call. */
export function* demoInvoices(): Generator<DemoInvoiceRow> {
  for (const { invoice } of demoAccounts()) if (invoice) yield invoice;
}

/** Yields the demo's payments; see `demoInvoices`. What an invoice was paid is what it is no longer open by. */
export function* demoPayments(): Generator<DemoPaymentRow> {
  for (const { payments } of demoAccounts()) yield* payments;
}

/** One thing that happened to an account: an invoice with its payments, or a payment that belongs to none. */
interface Entry {
  invoice: DemoInvoiceRow | null;
  payments: DemoPaymentRow[];
}

function* demoAccounts(): Generator<Entry> {
  const random = seededRandom(SEED);
  const number = numbering(random);
  for (const [index, owner] of OWNERS.entries()) {
    const usual = CURRENCIES[index % CURRENCIES.length] ?? [];
    const currencies = owner.name === LARGE.owner ? [...usual, LARGE.currency] : usual;
    const count = 150 + (owner.rows % 170);
    for (let ordinal = 1; ordinal <= count; ordinal += 1) {
      yield number(makeEntry(random, { debtorName: owner.name, ordinal, currency: random.pick(currencies) }));
    }
  }
}

/** Gives invoices, payments and receipts their numbers, which count up over all customers. */
function numbering(random: Random): (entry: Entry) => Entry {
  const latest = { docNo: 0, entryNo: 0, receipt: 0 };
  return ({ invoice, payments }) => {
    if (invoice) {
      latest.docNo += 1;
      invoice.docNo = scattered(latest.docNo);
    }
    for (const payment of payments) {
      latest.entryNo += 1;
      payment.entryNo = scattered(latest.entryNo);
      // One receipt in a few pays several invoices.
      if (!random.oneIn(4)) latest.receipt += 1;
      payment.receiptNo = `RC-${String(latest.receipt).padStart(6, '0')}`;
    }
    return { invoice, payments };
  };
}

interface Debt {
  debtorName: string;
  ordinal: number;
  currency: string;
}

function makeEntry(random: Random, { debtorName, ordinal, currency }: Debt): Entry {
  const issued = random.int(FIRST_DAY, 0);
  const base = { debtorName, currencyCode: currency };
  const gross = makeAmount(random, currency);
  if (random.oneIn(40)) {
    const onAccount = makePayment(random, { ...base, invoiceNo: null, amount: gross, day: issued });
    return { invoice: null, payments: [onAccount] };
  }
  const isCredit = random.oneIn(20);
  const invoiceNo = `${isCredit ? 'CR' : 'INV'}-${String(ordinal).padStart(5, '0')}`;
  const sign = isCredit ? -1n : 1n;
  const paid = isCredit ? 0n : makePaid(random, gross, issued);
  const due = isCredit || random.oneIn(15) ? null : issued + random.pick(TERMS);
  const parts = paid > UNIT && random.oneIn(5) ? [paid / 3n, paid - paid / 3n] : paid > 0n ? [paid] : [];
  return {
    invoice: {
      ...{ ...base, docNo: 0, invoiceNo },
      customerRef: random.oneIn(3) ? null : `PO ${random.int(10_000, 99_999)}`,
      invoiceText: random.oneIn(10) ? null : `${random.pick(TEXTS)} ${isoDay(issued).slice(0, 7)}`,
      issueDate: isoDay(issued),
      dueDate: due === null ? null : isoDay(due),
      grossAmount: printed(sign * gross),
      taxAmount: random.oneIn(12) ? null : printed((sign * gross) / 11n),
      openAmount: printed(sign * (gross - paid)),
    },
    payments: parts.map((amount, index) =>
      makePayment(random, { ...base, invoiceNo, amount, day: Math.min(0, issued + 10 + index * 20) }),
    ),
  };
}

type Paying = Pick<DemoPaymentRow, 'debtorName' | 'currencyCode' | 'invoiceNo'> & {
  amount: bigint;
  day: number;
};

function makePayment(random: Random, { amount, day, ...paying }: Paying): DemoPaymentRow {
  return {
    ...{ ...paying, entryNo: 0, receiptNo: '' },
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

function makeAmount(random: Random, currency: string): bigint {
  if (currency === LARGE.currency && random.oneIn(3)) return random.pick(LONG_AMOUNTS);
  const whole = BigInt(random.oneIn(6) ? random.int(10_000, 250_000) : random.int(20, 9_000));
  return whole * UNIT + (currency === 'JPY' ? 0n : BigInt(random.int(0, 99)) * 100n);
}

/** An amount in its shortest form. */
function printed(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}${fraction && `.${fraction}`}`;
}

/** Multiples of a number modulo a prime: unique, and in an order that is unrelated to any other column. */
const scattered = (ordinal: number): number => 1 + ((ordinal * 38_742 + 27_182) % 100_003);
