import { inTransaction } from '../../../db/in-transaction.js';
import { addDays, dayIn } from '../../../shared/day-in.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { tooEarly } from '../../../shared/refusal-reasons.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies, FreightSettings } from '../freight-dependencies.js';
import { readAmount } from '../shipment/amount.js';
import type { PriceQuoteInput } from './edit-quotes.args.js';
import { moveQuote, type QuoteMove } from './move-quote.js';
import type { QuoteRecord } from './quote.entity.js';

/**
 * Sets the price of a quote, once, and tells the customer by mail.
 *
 * @throws BAD_USER_INPUT naming every invalid field; NOT_FOUND; CONFLICT naming the status, if it isn't PENDING
 */
export async function priceQuote(
  dependencies: FreightDependencies,
  input: PriceQuoteInput,
  acting: Acting,
): Promise<QuoteRecord> {
  const { dataSource, contacts, outbox, settings, now } = dependencies;
  const { totalAmount, validUntil } = readPrice(input, settings, dayIn(settings.timeZone, now()));
  const move: QuoteMove = {
    id: input.id,
    path: 'input.id',
    action: 'PRICE',
    to: 'QUOTED',
    fields: { totalAmount, validUntil },
    audited: 'QUOTE_PRICED',
  };
  return inTransaction(dataSource, async (tx) => {
    const quote = await moveQuote(tx, dependencies, move, acting);
    const { reference, currency, customerId } = quote;
    const to = await contacts.emailOf(tx, customerId);
    const data = { reference, totalAmount, currency, validUntil };
    if (to !== null) await outbox.post(tx, { to, template: 'QUOTE_PRICED', data });
    return quote;
  });
}

function readPrice(input: PriceQuoteInput, { quoteDays }: FreightSettings, today: string) {
  const problems = new FieldProblems();
  const totalAmount = readAmount(input.totalAmount, 'input.totalAmount', problems);
  const validUntil = input.validUntil ?? addDays(today, quoteDays);
  if (validUntil < today)
    problems.add('input.validUntil', validUntil, `a day from ${today} on`, tooEarly(today));
  problems.assertNone();
  return { totalAmount, validUntil };
}
