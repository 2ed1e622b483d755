import { timeIn } from '../../../shared/day-in.js';
import { type Address, placeOf } from '../shipment/address.js';
import { COLORS, INNER_WIDTH, PAGE } from './page-grid.js';
import { describeDangerousGoods } from './paper-connote.js';
import type { Paper } from './paper-document.js';
import { inWords } from './words.js';

const GAP = 12;
const BOX = { width: (INNER_WIDTH - GAP) / 2, height: 118 };

/** Draws what a connote says beside its items. @returns the y below it */
export function drawFacts(paper: Paper, top: number): number {
  let y = drawGrid(paper, top);
  drawAddress(paper, 'Sender', paper.connote.pickup, { x: PAGE.margin, y });
  drawAddress(paper, 'Receiver', paper.connote.delivery, { x: PAGE.margin + BOX.width + GAP, y });
  y += BOX.height + GAP;
  y = drawDangerousGoodsBand(paper, y);
  return drawInstructions(paper, y);
}

function drawGrid({ text, connote }: Paper, top: number): number {
  const { deliveredAt, timeZone } = connote;
  const facts = [
    ['Service', inWords(connote.service)],
    ['Status', inWords(connote.status)],
    ['Pick up on', connote.pickupOn],
    ['Estimated delivery', connote.estimatedDeliveryOn],
    ['Customer', connote.customerName],
    ['Customer reference', connote.customerReference],
    ['Driver', connote.driverName],
    ['Delivered', deliveredAt && timeIn(timeZone, deliveredAt)],
  ] as const;
  const width = INNER_WIDTH / 4;
  for (const [index, [caption, value]] of facts.entries()) {
    const [x, y] = [PAGE.margin + (index % 4) * width, top + Math.floor(index / 4) * 28];
    text.line(caption, { x, y: y + 8, width: width - 8 }, { size: 7, color: COLORS.caption });
    text.line(value ?? '–', { x, y: y + 20, width: width - 8 }, { size: 10 });
  }
  return top + 66;
}

function drawAddress({ doc, text }: Paper, caption: string, address: Address, at: { x: number; y: number }) {
  doc.rect(at.x, at.y, BOX.width, BOX.height).lineWidth(0.8).stroke('#000000');
  const place = { x: at.x + 10, width: BOX.width - 20 };
  text.line(caption, { ...place, y: at.y + 14 }, { size: 7, color: COLORS.caption });
  let y = at.y + 29;
  const name = address.company ?? address.contactName;
  if (name) y = text.block(name, { ...place, y, most: 2, leading: 13 }, { size: 11, weight: 'bold' });
  if (address.street) y = text.block(address.street, { ...place, y, most: 2, leading: 12 }, { size: 9.5 });
  text.line(placeOf(address), { ...place, y: y + 1 }, { size: 10.5, weight: 'bold' });
  text.line(address.country, { ...place, y: y + 13 }, { size: 9.5 });
  const contact = [address.contactName, address.contactPhone].filter(Boolean).join(', ');
  if (contact) text.line(contact, { ...place, y: at.y + BOX.height - 8 }, { size: 9 });
}

function drawDangerousGoodsBand({ doc, text, connote }: Paper, top: number): number {
  const goods = connote.items
    .flatMap(({ dangerousGoods }) => dangerousGoods ?? [])
    .map(describeDangerousGoods);
  if (goods.length === 0) return top;
  const style = { size: 9, color: '#ffffff' };
  const width = INNER_WIDTH - 150;
  const list = [...new Set(goods)].join(';  ');
  const lines = text.wrap(list, style, width, 3);
  const height = 12 + 12 * lines.length;
  doc.rect(PAGE.margin, top, INNER_WIDTH, height).fill('#000000');
  const heading = { size: 11.5, weight: 'bold', color: '#ffffff' } as const;
  text.line('DANGEROUS GOODS', { x: PAGE.margin + 10, y: top + 16, width: 126 }, heading);
  for (const [index, line] of lines.entries())
    text.line(line, { x: PAGE.margin + 142, y: top + 15.5 + index * 12, width }, style, list);
  return top + height + GAP;
}

function drawInstructions({ text, connote }: Paper, top: number): number {
  if (!connote.instructions) return top;
  const place = { x: PAGE.margin, y: top + 8, width: INNER_WIDTH };
  text.line('Instructions', place, { size: 7, color: COLORS.caption });
  const end = text.block(
    connote.instructions,
    { ...place, y: top + 21, most: 5, leading: 13 },
    { size: 9.5 },
  );
  return end + 2;
}
