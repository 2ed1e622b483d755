import type { PortalInfo, WriteMail } from './mail-content.js';
import { readableAmount } from './readable-amount.js';
import { readableDay } from './readable-time.js';

const open = ({ baseUrl, brandName }: PortalInfo) => ({ label: `Open ${brandName}`, url: baseUrl });
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
export const quotePriced: WriteMail<'QUOTE_PRICED'> = (data, portal) => ({
  subject: `Your quote ${data.reference} is ready`,
  greeting: 'Hello,',
  paragraphs: ['Your quote has its price. Approve or reject it in the portal.'],
  facts: [
    ['Quote', data.reference],
    ['Price', readableAmount(data.totalAmount, data.currency)],
    ['Valid until', `the end of ${readableDay(data.validUntil)}`],
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
  paragraphs: ['Your shipment is booked.'],
  facts: [
    ['Connote', data.number],
    ['Pickup', data.pickup],
    ['Delivery', data.delivery],
  ],
  action: open(portal),
  closing: CLOSING,
});

/** Tells a customer the new status of their shipment. */
export const connoteStatusChanged: WriteMail<'CONNOTE_STATUS_CHANGED'> = (data, portal) => ({
  subject: `Shipment ${data.number}: ${inWords(data.status)}`,
  greeting: 'Hello,',
  paragraphs: [`Your shipment is now: ${inWords(data.status)}.`],
  facts: [['Connote', data.number], ...(data.note === null ? [] : [['Note', data.note] as const])],
  action: open(portal),
  closing: CLOSING,
});

/** IN_TRANSIT as "in transit". */
const inWords = (status: string) => status.toLowerCase().replaceAll('_', ' ');
