import { FieldProblems, quoted } from '../../../shared/field-problems.js';
import { tooEarly } from '../../../shared/refusal-reasons.js';
import type { QuoteRecord } from '../quotes/quote.entity.js';
import { type Address, type AddressEntry, readAddress } from '../shipment/address.js';
import { CUSTOMER_REFERENCE, type Goods, NOTE, readGoods, type ServiceLevel } from '../shipment/shipment.js';
import type { Booking } from './add-connote.js';
import type { BookShipmentInput } from './book-shipment.args.js';

/** What a booking takes from its input, or from its quote. */
export type Shipment = Pick<
  Booking,
  | keyof Goods
  | 'pickup'
  | 'delivery'
  | 'service'
  | 'customerReference'
  | 'pickupOn'
  | 'readyAt'
  | 'instructions'
>;

/** What reading a booking depends on. */
interface ReadingRules {
  /** Kilograms for a cubic metre. */
  cubicFactor: number;
  today: string;
}

const LANE = ['suburb', 'state', 'postcode', 'country'] as const;
const STANDARD: ServiceLevel = 'STANDARD';

/** A booking without a quote. @throws BAD_USER_INPUT naming every invalid field */
export function readDirectBooking(input: BookShipmentInput, rules: ReadingRules): Shipment {
  const problems = new FieldProblems();
  const address = (entry: AddressEntry | null | undefined, path: string): Address | null => {
    if (entry) return readAddress(entry, path, problems);
    problems.add(path, 'nothing', 'an address, or a quoteId', { reason: 'REQUIRED' });
    return null;
  };
  const pickup = address(input.pickup, 'input.pickup');
  const delivery = address(input.delivery, 'input.delivery');
  const details = readDetails(input, rules, problems);
  const goods = readGoods(input, rules.cubicFactor, problems);
  problems.assertNone();
  if (!pickup || !delivery || !goods)
    throw new Error('a booking was not read, although nothing is wrong with it');
  return { ...details, ...goods, pickup, delivery, service: input.service ?? STANDARD };
}

/**
 * The booking of a quote. Its addresses may add what the quote leaves out; nothing that the price depends on may differ.
 *
 * @throws BAD_USER_INPUT naming every invalid field
 */
export function readQuoteBooking(
  input: BookShipmentInput,
  quote: QuoteRecord,
  rules: ReadingRules,
): Shipment {
  const problems = new FieldProblems();
  for (const name of ['weightKg', 'items', 'service'] as const) {
    if (input[name] !== undefined && input[name] !== null) {
      problems.add(`input.${name}`, 'a value', "nothing: it is the quote's", { reason: 'NOT_ALLOWED' });
    }
  }
  const { customerId } = input;
  if (customerId && customerId !== quote.customerId) {
    problems.add('input.customerId', quoted(customerId), "the quote's customer, or nothing", {
      reason: 'MISMATCH',
    });
  }
  const pickup = withDetails(quote.origin, input.pickup, 'input.pickup', problems);
  const delivery = withDetails(quote.destination, input.delivery, 'input.delivery', problems);
  const details = readDetails(input, rules, problems);
  problems.assertNone();
  const { items, weightKg, cubicWeightKg, chargeableWeightKg, service } = quote;
  const quotedDay = quote.pickupOn !== null && quote.pickupOn >= rules.today ? quote.pickupOn : null;
  return {
    ...{ items, weightKg, cubicWeightKg, chargeableWeightKg, service, pickup, delivery },
    ...details,
    customerReference: details.customerReference ?? quote.customerReference,
    pickupOn: details.pickupOn ?? quotedDay,
  };
}

/** The quote's address with the street and contacts of the entry. */
function withDetails(
  quotedAddress: Address,
  entry: AddressEntry | null | undefined,
  path: string,
  problems: FieldProblems,
): Address {
  if (!entry) return quotedAddress;
  const address = readAddress(entry, path, problems);
  for (const name of LANE) {
    const [found, wanted] = [address[name], quotedAddress[name]];
    // A postcode may be left out, and where the quote has none it is added.
    if (name === 'postcode' && (found === null || wanted === null)) continue;
    if (found?.toLowerCase() !== wanted?.toLowerCase()) {
      problems.add(`${path}.${name}`, quoted(found ?? ''), `${quoted(wanted ?? '')}, as in the quote`, {
        reason: 'MISMATCH',
        params: wanted ? { wanted } : {},
      });
    }
  }
  const given = Object.fromEntries(Object.entries(address).filter(([, value]) => value !== null));
  const lane = Object.fromEntries(LANE.map((name) => [name, quotedAddress[name]]));
  return { ...quotedAddress, ...given, ...lane, postcode: quotedAddress.postcode ?? address.postcode };
}

type Details = Pick<Shipment, 'customerReference' | 'pickupOn' | 'readyAt' | 'instructions'>;

function readDetails(input: BookShipmentInput, { today }: ReadingRules, problems: FieldProblems): Details {
  const { pickupOn = null, readyAt = null } = input;
  if (pickupOn !== null && pickupOn < today) {
    problems.add('input.pickupOn', pickupOn, `${today} or later`, tooEarly(today));
  }
  return {
    ...{ pickupOn, readyAt },
    customerReference: problems.text('input.customerReference', input.customerReference, CUSTOMER_REFERENCE),
    instructions: problems.text('input.instructions', input.instructions, NOTE),
  };
}
