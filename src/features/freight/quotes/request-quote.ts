import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { conflict } from '../../../shared/errors.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { limitReached, tooEarly } from '../../../shared/refusal-reasons.js';
import { changesBetween } from '../../audit/audit-event.js';
import type { CustomerRecord } from '../../customers/customer.entity.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies, FreightSettings } from '../freight-dependencies.js';
import { readAddress } from '../shipment/address.js';
import { CUSTOMER_REFERENCE, readGoods } from '../shipment/shipment.js';
import { shipmentCustomerOf } from '../shipment-customer.js';
import type { RequestQuoteInput } from './edit-quotes.args.js';
import { auditedFields, quoteTarget } from './quote.audit.js';
import type { QuoteRecord } from './quote.entity.js';
import type { NewQuote, QuoteStore } from './quote.store.js';

/**
 * How many quotes of a customer may wait for a price. Staff are told of each by mail, so one that was withdrawn counts for
 * a day.
 */
const MAX_UNPRICED = 100;

/**
 * Asks for the price of a shipment, and tells staff by mail.
 *
 * @throws BAD_USER_INPUT naming every invalid field; NOT_FOUND for a customer that is unknown, deleted, or not the
 * viewer's own; CONFLICT if the customer has too many quotes that wait for a price
 */
export async function requestQuote(
  dependencies: FreightDependencies,
  input: RequestQuoteInput,
  { viewer, origin }: Acting,
): Promise<QuoteRecord> {
  const { dataSource, quotes, contacts, audit, outbox, settings } = dependencies;
  const at = dependencies.now();
  const request = readRequest(input, settings, dayIn(settings.timeZone, at));
  return inTransaction(dataSource, async (tx) => {
    const customer = await shipmentCustomerOf(tx, dependencies, viewer, input.customerId);
    await assertFewUnpriced(tx, quotes, customer.id);
    const quote = await quotes.insert(tx, { ...request, customerId: customer.id });
    const { id: quoteId, status: to, reference } = quote;
    await quotes.addEvent(tx, { quoteId, from: null, to, byId: origin.actorId, note: null, at });
    await audit.append(tx, origin, {
      action: 'QUOTE_REQUESTED',
      target: quoteTarget(quote),
      changes: changesBetween({}, auditedFields(quote)),
    });
    const data = { reference, customerName: nameOf(customer) };
    const recipients = settings.email === null ? await contacts.staffEmails(tx) : [settings.email];
    for (const to of recipients) await outbox.post(tx, { to, template: 'QUOTE_REQUESTED', data });
    return quote;
  });
}

async function assertFewUnpriced(tx: Tx, quotes: QuoteStore, customerId: string): Promise<void> {
  const count = await quotes.countUnpriced(tx, customerId, MAX_UNPRICED);
  if (count < MAX_UNPRICED) return;
  const found = `${count} quotes of this customer that wait for a price, or were rejected without one within 24 hours`;
  const message = `found ${found}; wanted fewer than ${MAX_UNPRICED}`;
  throw conflict({ path: 'input.customerId', message, ...limitReached(MAX_UNPRICED) });
}

function readRequest(
  input: RequestQuoteInput,
  { cubicFactor, currency }: FreightSettings,
  today: string,
): Omit<NewQuote, 'customerId'> {
  const problems = new FieldProblems();
  const { service, pickupOn = null } = input;
  const origin = readAddress(input.origin, 'input.origin', problems);
  const destination = readAddress(input.destination, 'input.destination', problems);
  const customerReference = problems.text(
    'input.customerReference',
    input.customerReference,
    CUSTOMER_REFERENCE,
  );
  if (pickupOn !== null && pickupOn < today) {
    problems.add('input.pickupOn', pickupOn, `a day from ${today} on`, tooEarly(today));
  }
  const goods = readGoods(input, cubicFactor, problems);
  problems.assertNone();
  return {
    ...{ status: 'PENDING', service, origin, destination, currency, customerReference, pickupOn },
    ...{ totalAmount: null, validUntil: null, ...(goods as NonNullable<typeof goods>) },
  };
}

const nameOf = ({ firstName, lastName, company }: CustomerRecord) => company ?? `${firstName} ${lastName}`;
