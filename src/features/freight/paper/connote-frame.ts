import { COLORS, INNER_WIDTH, PAGE } from './page-grid.js';
import type { Paper } from './paper-document.js';
import { drawSymbol } from './paper-symbol.js';

const RIGHT = PAGE.width - PAGE.margin;
const QR_SIDE = 66;

/** Adds a page with the head that all pages have: brand, number, barcode and QR code. */
export function addFramedPage({ doc, text, connote, barcode, qrCode }: Paper): void {
  doc.addPage();
  const color = /^#[0-9a-f]{6}$/i.test(connote.brand.color) ? connote.brand.color : '#000000';
  const top = PAGE.margin;
  doc.rect(PAGE.margin, top - 12, INNER_WIDTH, 3).fill(color);
  const left = { x: PAGE.margin, width: 200 };
  text.line(connote.brand.name, { ...left, y: top + 16 }, { size: 14, weight: 'bold' });
  text.line('Consignment note', { ...left, y: top + 31 }, { size: 9, color: COLORS.caption });
  text.line(
    connote.number,
    { ...left, y: top + 64 },
    text.fit(connote.number, { size: 24, weight: 'bold' }, 200, 9),
  );
  drawSymbol(doc, qrCode, { x: RIGHT - QR_SIDE, y: top, width: QR_SIDE, height: QR_SIDE });
  const track = { x: RIGHT - QR_SIDE, y: top + QR_SIDE + 10, width: QR_SIDE, align: 'center' } as const;
  text.line('Scan to track', track, { size: 6.5, color: COLORS.caption });
  // Between the left column and the QR code, with room for the quiet zone of both.
  const room = { x: PAGE.margin + 205, width: INNER_WIDTH - 205 - QR_SIDE - 14 };
  const width = Math.min(1.3, room.width / (barcode.width + 20)) * barcode.width;
  drawSymbol(doc, barcode, { x: room.x + (room.width - width) / 2, y: top, width, height: 50 });
  const below = { ...room, y: top + 62, align: 'center' } as const;
  text.line(connote.number, below, { size: 9 });
}

/** Writes the foot of every page, when their number is known. */
export function drawFeet({ doc, text, connote }: Paper): void {
  const { count } = doc.bufferedPageRange();
  const y = PAGE.height - PAGE.margin;
  const style = { size: 7.5, color: COLORS.caption };
  const printed = `${connote.printedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    text.line(`${connote.number} · Printed ${printed}`, { x: PAGE.margin, y, width: 350 }, style);
    const right = { x: RIGHT - 120, y, width: 120, align: 'right' } as const;
    text.line(`Page ${index + 1} of ${count}`, right, style);
  }
}
