import { placeOf } from '../shipment/address.js';
import { drawRule, GREY, INNER, MARGIN, WIDTH } from './label-grid.js';
import type { Paper } from './paper-document.js';

/** Draws where a unit comes from. */
export function drawSender({ doc, text, connote }: Paper): void {
  const { pickup } = connote;
  const y = MARGIN + 39;
  text.line('From', { x: MARGIN, y, width: 24 }, { size: 7, color: GREY });
  const lines = [pickup.company, [pickup.street, placeOf(pickup), pickup.country].filter(Boolean).join(', ')];
  for (const [index, line] of lines.filter((entry) => entry !== null).entries())
    text.line(line, { x: MARGIN + 26, y: y + index * 9.5, width: INNER - 26 }, { size: 7.5 });
  drawRule(doc, MARGIN + 55);
}

/** Draws where a unit goes, legible from afar. */
export function drawDestination({ doc, text, connote }: Paper): void {
  const { delivery } = connote;
  const top = MARGIN + 66;
  text.line('To', { x: MARGIN, y: top, width: 24 }, { size: 7, color: GREY });
  const place = { x: MARGIN + 26, width: INNER - 26 };
  const company = delivery.company ?? delivery.contactName ?? connote.customerName;
  let y = text.block(company, { ...place, y: top + 2, most: 2, leading: 13 }, { size: 11, weight: 'bold' });
  const contact = [delivery.contactName, delivery.contactPhone].filter(Boolean).join(', ');
  if (delivery.street) y = text.block(delivery.street, { ...place, y, most: 2, leading: 12 }, { size: 9.5 });
  if (contact) text.line(contact, { ...place, y }, { size: 8 });
  const suburb = text.fit(delivery.suburb, { size: 32, weight: 'bold' }, INNER, 13);
  text.line(delivery.suburb, { x: MARGIN, y: MARGIN + 148, width: INNER }, suburb);
  const region = [delivery.state, delivery.postcode].filter(Boolean).join(' ');
  const size = text.fit(region, { size: 26, weight: 'bold' }, INNER - 70, 11);
  text.line(region, { x: MARGIN, y: MARGIN + 176, width: INNER - 66 }, size);
  const country = { x: WIDTH - MARGIN - 62, y: MARGIN + 176, width: 62, align: 'right' } as const;
  text.line(delivery.country, country, { size: 10 });
  drawRule(doc, MARGIN + 186);
}
