import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { conflict } from '../../../shared/errors.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { freightScopeOf } from '../freight-scope.js';
import { quoteNotFound } from '../quotes/move-quote.js';
import type { QuoteRecord } from '../quotes/quote.entity.js';
import { isPossible, statusOn } from '../quotes/quote-rules.js';
import { payableOf } from '../rewards/reward-amounts.js';
import { lockCustomerOf, shipmentCustomerOf } from '../shipment-customer.js';
import { addConnote, type Booking } from './add-connote.js';
import type { BookShipmentInput } from './book-shipment.args.js';
import type { ConnoteRecord } from './connote.entity.js';
import { readDirectBooking, readQuoteBooking } from './read-booking.js';

type WithoutStatus = Omit<Booking, 'status'>;
const UNPRICED = '0.00';
const QUOTE_PATH = 'input.quoteId';

/**
 * Books a shipment: an approved quote at its price less the points on it, or else goods that staff price later.
 *
 * @throws BAD_USER_INPUT naming every invalid field; NOT_FOUND for a quote or customer that is unknown or not the
 * viewer's; CONFLICT for a quote that isn't approved, is booked already, or whose customer is deleted, and if the customer
 * has too many connotes
 */
export function bookShipment(
  dependencies: FreightDependencies,
  acting: Acting,
  input: BookShipmentInput,
): Promise<ConnoteRecord> {
  const { quoteId } = input;
  return inTransaction(dependencies.dataSource, async (tx) => {
    const booking =
      typeof quoteId === 'string'
        ? await bookQuote(tx, dependencies, acting, { ...input, quoteId })
        : await bookDirectly(tx, dependencies, acting, input);
    const status = input.draft ? 'DRAFT' : 'PENDING';
    const path = typeof quoteId === 'string' ? QUOTE_PATH : 'input.customerId';
    return addConnote(tx, dependencies, acting, { booking: { ...booking, status }, path });
  });
}

async function bookDirectly(
  tx: Tx,
  dependencies: FreightDependencies,
  { viewer }: Acting,
  input: BookShipmentInput,
): Promise<WithoutStatus> {
  const shipment = readDirectBooking(input, rulesOf(dependencies));
  const customer = await shipmentCustomerOf(tx, dependencies, viewer, input.customerId);
  const { currency } = dependencies.settings;
  return { ...shipment, customerId: customer.id, quoteId: null, totalAmount: UNPRICED, currency };
}

async function bookQuote(
  tx: Tx,
  dependencies: FreightDependencies,
  { viewer }: Acting,
  input: BookShipmentInput & { quoteId: string },
): Promise<WithoutStatus> {
  const { quotes } = dependencies;
  const quote = await quotes.lock(tx, freightScopeOf(viewer), input.quoteId);
  if (!quote) throw quoteNotFound(QUOTE_PATH, input.quoteId);
  const rules = rulesOf(dependencies);
  const shipment = readQuoteBooking(input, quote, rules);
  const price = await assertBookable(tx, dependencies, quote, rules.today);
  await lockCustomerOf(tx, dependencies, quote.customerId, { name: quote.reference, path: QUOTE_PATH });
  const [on] = await dependencies.rewards.redeemedOn(tx, [quote.id]);
  const totalAmount = payableOf(price, on?.discount ?? '0');
  const { id: quoteId, customerId, currency } = quote;
  return { ...shipment, quoteId, customerId, totalAmount, currency };
}

/** The amount of a quote that may be booked. The lock on the quote lets one booking of it through at a time. */
async function assertBookable(
  tx: Tx,
  { connotes }: FreightDependencies,
  quote: QuoteRecord,
  today: string,
): Promise<string> {
  const { id, reference, totalAmount } = quote;
  const number = await connotes.numberOfQuote(tx, id);
  if (number !== null) {
    const message = `found ${reference}, which is booked as ${number}; wanted a quote that isn't booked`;
    throw conflict({ path: QUOTE_PATH, message, reason: 'TAKEN', params: { by: number } });
  }
  const status = statusOn(today, quote);
  if (totalAmount === null || !isPossible('BOOK', status)) {
    const message = `found ${reference} in the status ${status}; wanted an approved quote`;
    const params = { of: 'QUOTE', status, wanted: ['APPROVED'] } as const;
    throw conflict({ path: QUOTE_PATH, message, reason: 'WRONG_STATUS', params });
  }
  return totalAmount;
}

const rulesOf = ({ settings, now }: FreightDependencies) => ({
  cubicFactor: settings.cubicFactor,
  today: dayIn(settings.timeZone, now()),
});
