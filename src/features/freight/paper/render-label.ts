import type { FreightItem } from '../shipment/freight-item.js';
import { drawDestination, drawSender } from './label-addresses.js';
import { drawRule, GREY, HEIGHT, INNER, MARGIN, MILLIMETRE, WIDTH } from './label-grid.js';
import { describeDangerousGoods, dimensionsOf, type PaperConnote, unitsOf } from './paper-connote.js';
import { drawPaper, type Paper } from './paper-document.js';
import { drawForm, type PaperForm, storeForm } from './paper-form.js';
import { drawSymbol } from './paper-symbol.js';
import { inWords } from './words.js';

const QR = { x: MARGIN + 8, y: MARGIN + 244, side: 66 };
const BESIDE_QR = { x: MARGIN + QR.side + 24, width: INNER - QR.side - 24 };
const POSITION = { size: 25, weight: 'bold' } as const;

/** The labels of a connote as a PDF: 100 × 150 mm, one page for each unit. */
export function renderLabel(connote: PaperConnote): Promise<Buffer> {
  const options = { title: 'Label', bufferPages: false };
  return drawPaper(connote, { ...options, size: [WIDTH, HEIGHT] }, (paper) => {
    const units = unitsOf(paper.connote);
    const ofItems = new Map<FreightItem | null, PaperForm>();
    let shared: PaperForm | null = null;
    // Each part is drawn once: a thousand labels with long texts would take many seconds of processor time.
    for (const { item, position } of units) {
      paper.doc.addPage();
      shared ??= storeForm(paper.doc, 'Connote', () => drawShared(paper));
      const ofItem =
        ofItems.get(item) ?? storeForm(paper.doc, `Item${ofItems.size + 1}`, () => drawItem(paper, item));
      ofItems.set(item, ofItem);
      drawForm(paper.doc, shared);
      paper.text.line(`${position} of ${units.length}`, { ...BESIDE_QR, y: QR.y + 21 }, POSITION);
      drawForm(paper.doc, ofItem);
    }
  });
}

/** What all labels of a connote have. */
function drawShared(paper: Paper): void {
  drawHead(paper);
  drawSender(paper);
  drawDestination(paper);
  drawBarcode(paper);
  drawTrackingCode(paper);
}

/** What the labels of all units of an item have. */
function drawItem(paper: Paper, item: FreightItem | null): void {
  if (item?.dangerousGoods) drawDangerousGoods(paper, item.dangerousGoods);
  drawContents(paper, item);
}

function drawHead({ doc, text, connote }: Paper): void {
  const service = inWords(connote.service).toUpperCase();
  const style = text.fit(service, { size: 13, weight: 'bold', color: '#ffffff' }, 100, 6);
  const width = Math.min(text.width(service, style), 100) + 14;
  const x = WIDTH - MARGIN - width;
  doc.rect(x, MARGIN, width, 22).fill('#000000');
  text.line(service, { x: x + 7, y: MARGIN + 15.6, width: width - 12, align: 'center' }, style);
  const brand = { x: MARGIN, y: MARGIN + 15.6, width: INNER - width - 8 };
  text.line(connote.brand.name, brand, { size: 12, weight: 'bold' });
  drawRule(doc, MARGIN + 28);
}

function drawDangerousGoods({ doc, text }: Paper, goods: NonNullable<FreightItem['dangerousGoods']>): void {
  const [y, half] = [MARGIN + 189, 20];
  const centre = MARGIN + half + 2;
  doc.rect(MARGIN, y, INNER, 2 * half + 4).fill('#000000');
  const [top, middle, bottom] = [y + 3, y + half + 2, y + 2 * half + 1];
  doc
    .polygon([centre, top], [centre + half - 1, middle], [centre, bottom], [centre - half + 1, middle])
    .fill('#ffffff');
  const number = text.fit(goods.class, { size: 13, weight: 'bold' }, 22, 6);
  text.line(goods.class, { x: centre - 12, y: middle + 4.6, width: 24, align: 'center' }, number);
  const place = { x: centre + half + 8, width: INNER - 2 * half - 14 };
  text.line('DANGEROUS GOODS', { ...place, y: y + 19 }, { size: 13, weight: 'bold', color: '#ffffff' });
  text.line(describeDangerousGoods(goods), { ...place, y: y + 34 }, { size: 10.5, color: '#ffffff' });
}

function drawTrackingCode({ doc, text, qrCode }: Paper): void {
  const { x, y, side } = QR;
  drawSymbol(doc, qrCode, { x, y, width: side, height: side });
  text.line(
    'Scan to track',
    { x: MARGIN, y: y + side + 11, width: side + 16, align: 'center' },
    { size: 6.5, color: GREY },
  );
}

/** Below the place for "2 of 3". */
function drawContents({ text, connote }: Paper, item: FreightItem | null): void {
  const facts = [
    item ? [inWords(item.packaging), item.description].filter(Boolean).join(': ') : null,
    [`${item?.weightKg ?? connote.weightKg} kg`, item && dimensionsOf(item)].filter(Boolean).join(', '),
    connote.customerReference && `Ref. ${connote.customerReference}`,
    connote.estimatedDeliveryOn && `Deliver by ${connote.estimatedDeliveryOn}`,
  ].filter((fact) => typeof fact === 'string');
  for (const [index, fact] of facts.entries())
    text.line(fact, { ...BESIDE_QR, y: QR.y + 36 + index * 12 }, { size: 8.5 });
}

function drawBarcode({ doc, text, connote, barcode }: Paper): void {
  const module = Math.min(0.66 * MILLIMETRE, (WIDTH - 2) / (barcode.width + 20));
  const width = module * barcode.width;
  const y = HEIGHT - MARGIN - 63;
  drawSymbol(doc, barcode, { x: (WIDTH - width) / 2, y, width, height: 48 });
  const place = { x: MARGIN, y: HEIGHT - MARGIN - 2, width: INNER, align: 'center' } as const;
  text.line(connote.number, place, { size: 12, weight: 'bold' });
}
