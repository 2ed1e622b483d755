import type { FreightItem } from '../shipment/freight-item.js';
import { addFramedPage } from './connote-frame.js';
import { BODY, COLORS, INNER_WIDTH, PAGE } from './page-grid.js';
import { describeDangerousGoods, dimensionsOf } from './paper-connote.js';
import type { Paper } from './paper-document.js';
import { inWords } from './words.js';

interface Column {
  title: string;
  x: number;
  width: number;
  align: 'left' | 'right';
}

const COLUMNS = {
  line: { title: 'Line', x: 0, width: 26, align: 'right' },
  quantity: { title: 'Units', x: 34, width: 32, align: 'right' },
  packaging: { title: 'Packaging', x: 78, width: 56, align: 'left' },
  description: { title: 'Description', x: 140, width: 190, align: 'left' },
  dimensions: { title: 'Size of one unit', x: 338, width: 108, align: 'left' },
  weight: { title: 'kg of one unit', x: 448, width: INNER_WIDTH - 448, align: 'right' },
} as const satisfies Record<string, Column>;
const LEADING = 11.5;
const TEXT = { size: 9 };

/** Draws the table of items, on as many pages as it needs. @returns the y below it */
export function drawItems(paper: Paper, top: number): number {
  let y = drawHead(paper, top);
  for (const [index, item] of paper.connote.items.entries()) {
    const description = paper.text.wrap(item.description ?? '–', TEXT, COLUMNS.description.width, 2);
    const lines = description.length + (item.dangerousGoods ? 1 : 0);
    const height = lines * LEADING + 6;
    if (y + height > BODY.bottom) {
      addFramedPage(paper);
      y = drawHead(paper, BODY.top);
    }
    drawItem(paper, { item, number: index + 1, description }, y);
    y += height;
    drawLine(paper, y, COLORS.line);
  }
  return y;
}

function drawHead(paper: Paper, top: number): number {
  // A head at the foot of a page, without an item below it, would mislead.
  if (top + 60 > BODY.bottom) {
    addFramedPage(paper);
    return drawHead(paper, BODY.top);
  }
  for (const column of Object.values(COLUMNS))
    paper.text.line(column.title, cell(column, top + 12), { size: 7, color: COLORS.caption });
  drawLine(paper, top + 17, '#000000');
  return top + 17;
}

function drawItem(
  { text }: Paper,
  { item, number, description }: { item: FreightItem; number: number; description: string[] },
  top: number,
): void {
  const y = top + LEADING;
  text.line(String(number), cell(COLUMNS.line, y), { ...TEXT, color: COLORS.caption });
  text.line(String(item.quantity), cell(COLUMNS.quantity, y), { ...TEXT, weight: 'bold' });
  text.line(inWords(item.packaging), cell(COLUMNS.packaging, y), TEXT);
  for (const [index, line] of description.entries())
    text.line(line, cell(COLUMNS.description, y + index * LEADING), TEXT, item.description ?? line);
  text.line(dimensionsOf(item) ?? '–', cell(COLUMNS.dimensions, y), TEXT);
  text.line(item.weightKg, cell(COLUMNS.weight, y), TEXT);
  if (!item.dangerousGoods) return;
  const goods = `Dangerous goods: ${describeDangerousGoods(item.dangerousGoods)}`;
  const place = { ...cell(COLUMNS.description, y + description.length * LEADING), width: INNER_WIDTH - 140 };
  text.line(goods, place, { ...TEXT, weight: 'bold' });
}

function cell({ x, width, align }: Column, y: number) {
  return { x: PAGE.margin + x, y, width, align };
}

function drawLine({ doc }: Paper, y: number, color: string): void {
  doc
    .moveTo(PAGE.margin, y)
    .lineTo(PAGE.width - PAGE.margin, y)
    .lineWidth(0.6)
    .stroke(color);
}
