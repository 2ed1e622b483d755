import type { House, MailContent } from './mail-content.js';
import type { MailData } from './mail-templates.js';

type Write<Template extends keyof MailData> = (data: MailData[Template], house: House) => MailContent;

const open = ({ baseUrl, brandName }: House) => ({ label: `Open ${brandName}`, url: baseUrl });
const CLOSING = ['You get this mail because it concerns your freight.'];

export const quoteRequested: Write<'QUOTE_REQUESTED'> = (data, house) => ({
  subject: `Quote ${data.reference} was requested`,
  greeting: 'Hello,',
  paragraphs: ['A quote was requested and waits for its price.'],
  facts: [
    ['Quote', data.reference],
    ['Customer', data.customerName],
  ],
  action: open(house),
  closing: ['You get this mail because you look after quotes.'],
});

export const quotePriced: Write<'QUOTE_PRICED'> = (data, house) => ({
  subject: `Your quote ${data.reference} is ready`,
  greeting: 'Hello,',
  paragraphs: ['Your quote has its price. Approve or reject it in the portal.'],
  facts: [
    ['Quote', data.reference],
    ['Price', `${data.totalAmount} ${data.currency}`],
    ...(data.validUntil === null ? [] : [['Valid until', data.validUntil] as const]),
  ],
  action: open(house),
  closing: CLOSING,
});

export const connoteBooked: Write<'CONNOTE_BOOKED'> = (data, house) => ({
  subject: `Shipment ${data.number} is booked`,
  greeting: 'Hello,',
  paragraphs: ['Your shipment is booked.'],
  facts: [
    ['Connote', data.number],
    ['Pickup', data.pickup],
    ['Delivery', data.delivery],
  ],
  action: open(house),
  closing: CLOSING,
});

export const connoteStatusChanged: Write<'CONNOTE_STATUS_CHANGED'> = (data, house) => ({
  subject: `Shipment ${data.number}: ${inWords(data.status)}`,
  greeting: 'Hello,',
  paragraphs: [`Your shipment is now: ${inWords(data.status)}.`],
  facts: [['Connote', data.number], ...(data.note === null ? [] : [['Note', data.note] as const])],
  action: open(house),
  closing: CLOSING,
});

/** IN_TRANSIT as "in transit". */
const inWords = (status: string) => status.toLowerCase().replaceAll('_', ' ');
