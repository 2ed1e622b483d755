import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  describeDangerousGoods,
  dimensionsOf,
  localityOf,
  type PaperConnote,
  type PaperItem,
  type PaperUnit,
  unitsOf,
} from './paper-connote.js';
import { drawPaper, type Paper } from './paper-document.js';
import { drawSymbol } from './paper-symbol.js';
import { inWords } from './words.js';

const MILLIMETRE = 72 / 25.4;
const WIDTH = 100 * MILLIMETRE;
const HEIGHT = 150 * MILLIMETRE;
const MARGIN = 5 * MILLIMETRE;
const INNER = WIDTH - 2 * MARGIN;
const GREY = '#555555';
/** Pages between two turns of the event loop. */
const BATCH = 10;

/** The labels of a connote as a PDF: 100 × 150 mm, one page for each unit. */
export function renderLabel(connote: PaperConnote): Promise<Buffer> {
  const options = { title: 'Label', bufferPages: false };
  return drawPaper(connote, { ...options, size: [WIDTH, HEIGHT] }, async (paper) => {
    const units = unitsOf(paper.connote);
    for (const unit of units) {
      drawUnit(paper, unit, units.length);
      if (unit.position % BATCH === 0) await nextTurn();
    }
  });
}

function drawUnit(paper: Paper, unit: PaperUnit, count: number): void {
  paper.doc.addPage();
  drawHead(paper);
  drawSender(paper);
  drawDestination(paper);
  if (unit.item?.dangerousGoods) drawDangerousGoods(paper, unit.item.dangerousGoods);
  drawContents(paper, unit, count);
  drawBarcode(paper);
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

function drawSender({ doc, text, connote }: Paper): void {
  const { pickup } = connote;
  const y = MARGIN + 39;
  text.line('From', { x: MARGIN, y, width: 24 }, { size: 7, color: GREY });
  const lines = [
    pickup.company,
    [pickup.street, localityOf(pickup), pickup.country].filter(Boolean).join(', '),
  ];
  for (const [index, line] of lines.filter((entry) => entry !== null).entries())
    text.line(line, { x: MARGIN + 26, y: y + index * 9.5, width: INNER - 26 }, { size: 7.5 });
  drawRule(doc, MARGIN + 55);
}

function drawDestination({ doc, text, connote }: Paper): void {
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

function drawDangerousGoods({ doc, text }: Paper, goods: NonNullable<PaperItem['dangerousGoods']>): void {
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

function drawContents(
  { doc, text, connote, qrCode }: Paper,
  { position, item }: PaperUnit,
  count: number,
): void {
  const [y, side] = [MARGIN + 244, 66];
  drawSymbol(doc, qrCode, { x: MARGIN + 8, y, width: side, height: side });
  text.line(
    'Scan to track',
    { x: MARGIN, y: y + side + 11, width: side + 16, align: 'center' },
    { size: 6.5, color: GREY },
  );
  const place = { x: MARGIN + side + 24, width: INNER - side - 24 };
  text.line(`${position} of ${count}`, { ...place, y: y + 21 }, { size: 25, weight: 'bold' });
  const facts = [
    item ? [inWords(item.packaging), item.description].filter(Boolean).join(': ') : null,
    [`${item?.weightKg ?? connote.weightKg} kg`, item && dimensionsOf(item)].filter(Boolean).join(', '),
    connote.customerReference && `Ref. ${connote.customerReference}`,
    connote.estimatedDeliveryOn && `Deliver by ${connote.estimatedDeliveryOn}`,
  ].filter((fact) => typeof fact === 'string');
  for (const [index, fact] of facts.entries())
    text.line(fact, { ...place, y: y + 36 + index * 12 }, { size: 8.5 });
}

function drawBarcode({ doc, text, connote, barcode }: Paper): void {
  const module = Math.min(0.66 * MILLIMETRE, (WIDTH - 2) / (barcode.width + 20));
  const width = module * barcode.width;
  const y = HEIGHT - MARGIN - 63;
  drawSymbol(doc, barcode, { x: (WIDTH - width) / 2, y, width, height: 48 });
  const place = { x: MARGIN, y: HEIGHT - MARGIN - 2, width: INNER, align: 'center' } as const;
  text.line(connote.number, place, { size: 12, weight: 'bold' });
}

function drawRule(doc: PDFKit.PDFDocument, y: number): void {
  doc
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .lineWidth(0.8)
    .stroke('#000000');
}
