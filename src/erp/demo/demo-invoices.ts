import { LARGE_CURRENCY } from './demo-amounts.js';
import { type DemoInvoiceRow, type DemoPaymentRow, type Entry, makeEntry } from './demo-billing.js';
import { OWNERS, type Random, seededRandom } from './demo-catalogue.js';

const SEED = 20261102;
/** The currencies of the customers, one row each, in turn: the usual ones first. */
const CURRENCIES = [
  ['AUD', 'AUD', 'NZD'],
  ['AUD', 'USD'],
  ['NZD', 'AUD'],
  ['EUR', 'EUR', 'AUD', 'USD'],
  ['AUD', 'JPY'],
];
/** One customer also pays in a currency of large numbers. */
const LARGE_OWNER = 'Under_score Trading';

/** Yields the demo's invoices, some hundred for each customer, the same ones in the same order on each call. */
export function* demoInvoices(): Generator<DemoInvoiceRow> {
  for (const { invoice } of demoAccounts()) if (invoice) yield invoice;
}

/**
 * Yields the demo's payments; see `demoInvoices`. What an invoice was paid is what it is no longer open by;
 * credit notes are set off in time.
 */
export function* demoPayments(): Generator<DemoPaymentRow> {
  for (const { payments } of demoAccounts()) yield* payments;
}

function* demoAccounts(): Generator<Entry> {
  const random = seededRandom(SEED);
  const number = numbering(random);
  for (const [index, owner] of OWNERS.entries()) {
    const usual = CURRENCIES[index % CURRENCIES.length] ?? [];
    const currencies = owner.name === LARGE_OWNER ? [...usual, LARGE_CURRENCY] : usual;
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

/** Multiples of a number modulo a prime: unique, and in an order that is unrelated to any other column. */
const scattered = (ordinal: number): number => 1 + ((ordinal * 38_742 + 27_182) % 100_003);
