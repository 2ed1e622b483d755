import type { ConnoteEvent } from '../freight/connotes/connote-event.type.js';
import type { Photo } from '../freight/proof/photo.type.js';
import type { QuoteEvent } from '../freight/quotes/quote.type.js';
import type { RewardEntry } from '../freight/rewards/reward.type.js';
import type { DatedAccount } from '../invoices/dated-accounts.js';
import type { Invoice } from '../invoices/invoice.type.js';
import type { Payment } from '../invoices/payment.type.js';
import type { LocalRow } from './history.store.js';
import type { HistoryEntry } from './history.type.js';
import type { DayStarts, Place } from './history-place.js';

/** An entry, and where it stands. */
export interface PlacedEntry {
  place: Place;
  entry: HistoryEntry;
}

const NOTHING: Omit<HistoryEntry, 'id' | 'kind' | 'at'> = {
  ...{ on: null, customerId: null, quoteId: null, connoteId: null, erpCustomer: null },
  ...{ quoteEvent: null, connoteEvent: null, photo: null, invoice: null, payment: null, reward: null },
};

/** An entry of the local database. */
export function toLocalEntry(row: LocalRow): PlacedEntry {
  const { kind, id, at, customerId, quoteId, connoteId } = row;
  return {
    place: { source: 'LOCAL', at, id },
    entry: {
      ...NOTHING,
      ...{ id: `${kind}:${id}`, kind, at, customerId, quoteId, connoteId },
      ...aboutOf(row),
    },
  };
}

/** What happened. The branch of the kind has selected the details that it has. */
function aboutOf({ kind, id, at, quoteId, connoteId, byId, note, details }: LocalRow): Partial<HistoryEntry> {
  const own = details as object;
  switch (kind) {
    case 'QUOTE':
      return { quoteEvent: { ...(own as Pick<QuoteEvent, 'from' | 'to'>), id, at, byId, note } };
    case 'PHOTO':
      return {
        photo: {
          ...(own as Pick<Photo, 'kind' | 'width' | 'height'>),
          ...{ id, connoteId: connoteId ?? '', byId: byId ?? '', takenAt: at, note },
        },
      };
    case 'REWARD':
      return {
        reward: {
          ...(own as Pick<RewardEntry, 'kind' | 'points' | 'balance' | 'expiresOn'>),
          ...{ id, at, quoteId, connoteId, byId, note },
        },
      };
    default: {
      const event = own as Pick<ConnoteEvent, 'kind' | 'from' | 'to' | 'reason'> & { recordedAt: string };
      return { connoteEvent: { ...event, id, at, byId, note, recordedAt: new Date(event.recordedAt) } };
    }
  }
}

/** An invoice of the ERP. */
export function toInvoiceEntry(
  { node: invoice, day, position }: DatedAccount<Invoice>,
  days: DayStarts,
): PlacedEntry {
  const at = days.of(day);
  const { id, erpCustomer } = invoice;
  return {
    place: { source: 'INVOICE', at, day, position },
    entry: { ...NOTHING, id: `INVOICE:${id}`, kind: 'INVOICE', at, on: day, erpCustomer, invoice },
  };
}

/** A payment of the ERP. */
export function toPaymentEntry(
  { node: payment, day, position }: DatedAccount<Payment>,
  days: DayStarts,
): PlacedEntry {
  const at = days.of(day);
  const { id, erpCustomer } = payment;
  return {
    place: { source: 'PAYMENT', at, day, position },
    entry: { ...NOTHING, id: `PAYMENT:${id}`, kind: 'PAYMENT', at, on: day, erpCustomer, payment },
  };
}
