import { momentIn } from '../../../app/moment-in';
import type {
  AddressInput,
  BookShipmentInput,
  FreightItemInput,
  RequestQuoteInput,
} from '../../../app/operations.generated';
import { readDecimal } from './decimals';
import type { AddressEntry, ItemEntry, ShipmentEntry } from './shipment-entry';

/** How the viewer writes numbers and times. */
export interface Writing {
  locale: string;
  timeZone: string;
}

/** What was typed, as the server takes the request of a quote. */
export function toQuoteInput(entry: ShipmentEntry, writing: Writing): RequestQuoteInput {
  const { service, pickupOn, customerReference } = entry;
  return {
    origin: toAddress(entry.origin),
    destination: toAddress(entry.destination),
    items: entry.items.map((item) => toItem(item, writing)),
    service,
    pickupOn: pickupOn || null,
    customerReference: customerReference || null,
  };
}

/** What was typed, as the server takes a booking. A quote has goods and service already. */
export function toBookingInput(
  entry: ShipmentEntry,
  writing: Writing,
  { quoteId, draft }: { quoteId: string | null; draft: boolean },
): BookShipmentInput {
  const { pickupOn, readyAt, customerReference, instructions } = entry;
  return {
    pickup: toAddress(entry.origin),
    delivery: toAddress(entry.destination),
    ...(quoteId
      ? { quoteId }
      : { service: entry.service, items: entry.items.map((item) => toItem(item, writing)) }),
    pickupOn: pickupOn || null,
    readyAt: readyAt ? momentIn(readyAt, writing.timeZone) : null,
    customerReference: customerReference || null,
    instructions: instructions || null,
    draft,
  };
}

function toAddress({ suburb, state, country, ...more }: AddressEntry): AddressInput {
  const given = Object.entries(more).map(([field, value]) => [field, value || null]);
  return { suburb, state, country, ...Object.fromEntries(given) };
}

function toItem(item: ItemEntry, { locale }: Writing): FreightItemInput {
  const { packaging, quantity, description, weightKg, isDangerous, dangerousGoods } = item;
  const decimal = (text: string) => (text ? (readDecimal(text, locale) ?? text) : null);
  return {
    packaging,
    quantity: Number(quantity),
    description: description || null,
    weightKg: decimal(weightKg) ?? '',
    lengthCm: decimal(item.lengthCm),
    widthCm: decimal(item.widthCm),
    heightCm: decimal(item.heightCm),
    dangerousGoods: isDangerous
      ? { ...dangerousGoods, packingGroup: dangerousGoods.packingGroup || null }
      : null,
  };
}
