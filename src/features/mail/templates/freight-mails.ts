import type { PortalInfo, WriteMail } from './mail-content.js';
import type { ConnoteNews, MailData } from './mail-templates.js';
import { readableAmount } from './readable-amount.js';

const CLOSING = ['You get this mail because it concerns your freight.'];

/** Asks staff to price a quote. */
export const quoteRequested: WriteMail<'QUOTE_REQUESTED'> = (data, portal) => ({
  subject: `Quote ${data.reference} was requested`,
  greeting: 'Hello,',
  paragraphs: ['A quote was requested and waits for its price.'],
  facts: [
    ['Quote', data.reference],
    ['Customer', data.customerName],
  ],
  action: { label: 'Open the quotes', url: `${portal.baseUrl}/operations/quotes` },
  closing: ['You get this mail because you look after quotes.'],
});

/** Tells a customer the price of their quote. */
export const quotePriced: WriteMail<'QUOTE_PRICED'> = (data, portal, times) => ({
  subject: `Your quote ${data.reference} is ready`,
  greeting: 'Hello,',
  paragraphs: ['Your quote has its price. Approve or reject it in the portal.'],
  facts: [
    ['Quote', data.reference],
    ['Price', readableAmount(data.totalAmount, data.currency)],
    ['Valid until', `the end of ${times.day(data.validUntil)}`],
  ],
  action: {
    label: 'Open the quote',
    url: `${portal.baseUrl}/customer/quotes/${encodeURIComponent(data.reference)}`,
  },
  closing: CLOSING,
});

/** Tells a customer that their shipment is booked. */
export const connoteBooked: WriteMail<'CONNOTE_BOOKED'> = (data, portal) => ({
  subject: `Shipment ${data.number} is booked`,
  greeting: 'Hello,',
  paragraphs: [
    data.totalAmount === null
      ? 'Your shipment is booked. You will be told its price.'
      : 'Your shipment is booked.',
  ],
  facts: [['Connote', data.number], ['Pickup', data.pickup], ['Delivery', data.delivery], ...priceOf(data)],
  ...linksOf(data, portal),
  closing: CLOSING,
});

/** Tells a customer what happened to their shipment. */
export const connoteStatusChanged: WriteMail<'CONNOTE_STATUS_CHANGED'> = (data, portal, times) => ({
  subject: `Shipment ${data.number}: ${NEWS[data.news].short}`,
  greeting: 'Hello,',
  paragraphs: [NEWS[data.news].sentence],
  facts: [
    ['Connote', data.number],
    ...priceOf(data),
    ...factOf('Why', data.reason && (REASONS[data.reason] ?? data.reason)),
    ...factOf(
      'Delivery expected on',
      UNDERWAY.includes(data.news) ? data.estimatedDeliveryOn : null,
      times.day,
    ),
    ...factOf('Note', data.note),
  ],
  ...linksOf(data, portal),
  closing: CLOSING,
});

type ConnoteMail = MailData['CONNOTE_BOOKED' | 'CONNOTE_STATUS_CHANGED'];
type Fact = readonly [string, string];

const NEWS: Record<ConnoteNews, { short: string; sentence: string }> = {
  PRICED: { short: 'the price is set', sentence: 'The price of your shipment is set.' },
  CONFIRMED: { short: 'confirmed', sentence: 'Your shipment is confirmed.' },
  IN_TRANSIT: {
    short: 'picked up and on its way',
    sentence: 'Your shipment is picked up and on its way.',
  },
  ATTEMPTED: {
    short: 'it could not be delivered yet',
    sentence: 'We tried to deliver your shipment, and could not.',
  },
  DELIVERED: { short: 'delivered', sentence: 'Your shipment is delivered.' },
  CANCELLED: { short: 'cancelled', sentence: 'Your shipment is cancelled.' },
};
/** A day of delivery says nothing about a shipment that is delivered or cancelled. */
const UNDERWAY: readonly ConnoteNews[] = ['PRICED', 'CONFIRMED', 'IN_TRANSIT', 'ATTEMPTED'];
const REASONS: Readonly<Record<string, string>> = {
  NOBODY_THERE: 'nobody was there',
  CLOSED: 'it was closed',
  REFUSED: 'the goods were refused',
  DAMAGED: 'the goods are damaged',
  WRONG_ADDRESS: 'the address is wrong',
  OTHER: 'another reason',
};

const factOf = (label: string, value: string | null, toText = (text: string) => text): Fact[] =>
  value === null ? [] : [[label, toText(value)]];

const priceOf = ({ totalAmount, currency }: ConnoteMail): Fact[] =>
  factOf('Price', totalAmount, (amount) => readableAmount(amount, currency));

const linksOf = ({ trackingUrl }: ConnoteMail, { baseUrl, brandName }: PortalInfo) => ({
  action: { label: 'Track the shipment', url: trackingUrl },
  otherwise: { label: `Open ${brandName}`, url: baseUrl },
});
