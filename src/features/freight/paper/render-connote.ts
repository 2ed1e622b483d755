import { drawFacts } from './connote-facts.js';
import { addFramedPage, drawFeet } from './connote-frame.js';
import { drawItems } from './connote-items.js';
import { BODY, COLORS, INNER_WIDTH, PAGE } from './page-grid.js';
import { type PaperConnote, unitsOf } from './paper-connote.js';
import { drawPaper, type Paper } from './paper-document.js';

const SIGNATURE_HEIGHT = 92;

/**
 * The connote as a PDF for the driver and the receiver: A4, items on as many pages as they need, every page with barcode
 * and QR code. It has no amounts.
 */
export function renderConnote(connote: PaperConnote): Promise<Buffer> {
  const options = { title: 'Connote', size: [PAGE.width, PAGE.height] as [number, number] };
  return drawPaper(connote, { ...options, bufferPages: true }, (paper) => {
    addFramedPage(paper);
    let y = drawFacts(paper, BODY.top);
    if (connote.items.length > 0) y = drawItems(paper, y);
    if (y + 52 + SIGNATURE_HEIGHT > BODY.bottom) {
      addFramedPage(paper);
      y = BODY.top;
    }
    drawTotals(paper, y);
    drawSignatures(paper);
    drawFeet(paper);
  });
}

function drawTotals({ text, connote }: Paper, top: number): void {
  const totals = [
    ['Units', String(unitsOf(connote).length)],
    ['Weight', `${connote.weightKg} kg`],
    ['Cubic weight', connote.cubicWeightKg && `${connote.cubicWeightKg} kg`],
    ['Chargeable weight', connote.chargeableWeightKg && `${connote.chargeableWeightKg} kg`],
  ] as const;
  const width = INNER_WIDTH / totals.length;
  for (const [index, [caption, value]] of totals.entries()) {
    const place = { x: PAGE.margin + index * width, width: width - 8 };
    text.line(caption, { ...place, y: top + 18 }, { size: 7, color: COLORS.caption });
    text.line(value ?? '–', { ...place, y: top + 33 }, { size: 12, weight: 'bold' });
  }
}

/** At the foot of the last page. */
function drawSignatures({ doc, text }: Paper): void {
  const gap = 12;
  const width = (INNER_WIDTH - 2 * gap) / 3;
  const top = BODY.bottom - SIGNATURE_HEIGHT;
  for (const [index, caption] of ['Sender', 'Driver', 'Receiver, in good order'].entries()) {
    const x = PAGE.margin + index * (width + gap);
    doc
      .rect(x, top, width, SIGNATURE_HEIGHT - 6)
      .lineWidth(0.8)
      .stroke('#000000');
    const place = { x: x + 8, width: width - 16 };
    text.line(caption, { ...place, y: top + 13 }, { size: 8, weight: 'bold' });
    for (const [row, label] of ['Name', 'Signature', 'Date, time'].entries()) {
      const y = top + 30 + 24 * row;
      text.line(label, { ...place, y }, { size: 7, color: COLORS.caption });
      doc
        .moveTo(x + 52, y + 1)
        .lineTo(x + width - 8, y + 1)
        .lineWidth(0.5)
        .stroke(COLORS.line);
    }
  }
}
