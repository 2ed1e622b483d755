import type { Tx } from '../../../db/in-transaction.js';
import type { MailData } from '../../mail/templates/mail-templates.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { placeOf } from '../shipment/address.js';
import { trackingUrl } from '../tracking/tracking-url.js';
import { type ConnoteRecord, isPriced } from './connote.entity.js';

type MailDependencies = Pick<FreightDependencies, 'contacts' | 'outbox' | 'settings'>;
type News = MailData['CONNOTE_STATUS_CHANGED'];

/** Tells the customer that a shipment is booked. Without an address, nobody is told. */
export async function mailBooking(
  tx: Tx,
  { contacts, outbox, settings }: MailDependencies,
  connote: ConnoteRecord,
): Promise<void> {
  const to = await contacts.emailOf(tx, connote.customerId);
  if (to === null) return;
  const { pickup, delivery } = connote;
  await outbox.post(tx, {
    ...{ to, template: 'CONNOTE_BOOKED' },
    data: {
      ...commonData(connote, settings.baseUrl),
      pickup: placeOf(pickup),
      delivery: placeOf(delivery),
    },
  });
}

/** Tells the customer what has happened to a shipment. Without an address, nobody is told. */
export async function mailNews(
  tx: Tx,
  { contacts, outbox, settings }: MailDependencies,
  connote: ConnoteRecord,
  { news, reason = null, note = null }: Pick<News, 'news'> & Partial<Pick<News, 'reason' | 'note'>>,
): Promise<void> {
  const to = await contacts.emailOf(tx, connote.customerId);
  if (to === null) return;
  const { estimatedDeliveryOn } = connote;
  await outbox.post(tx, {
    ...{ to, template: 'CONNOTE_STATUS_CHANGED' },
    data: { ...commonData(connote, settings.baseUrl), news, reason, note, estimatedDeliveryOn },
  });
}

const commonData = (connote: ConnoteRecord, baseUrl: string) => ({
  number: connote.number,
  totalAmount: isPriced(connote) ? connote.totalAmount : null,
  currency: connote.currency,
  trackingUrl: trackingUrl(baseUrl, connote.trackingToken),
});
