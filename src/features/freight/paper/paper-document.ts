import { cleanConnote, textsIn } from './clean-text.js';
import { Faces } from './faces.js';
import type { PaperConnote } from './paper-connote.js';
import { type PaperSymbol, toCode128, toQrCode } from './paper-symbol.js';
import { PaperText } from './paper-text.js';

/** A document that is being drawn, with what each of its pages needs. */
export interface Paper {
  doc: PDFKit.PDFDocument;
  text: PaperText;
  connote: PaperConnote;
  /** The connote's number. */
  barcode: PaperSymbol;
  /** The tracking link. */
  qrCode: PaperSymbol;
}

/** What is printed, and on pages of what size (in points). */
export interface PaperOptions {
  title: string;
  size: [width: number, height: number];
  /** Whether pages are drawn on again later, so that all are kept until the end. */
  bufferPages: boolean;
}

/**
 * Draws a PDF document.
 * @param draw draws all pages, the first with `addPage` too
 */
export async function drawPaper(
  connote: PaperConnote,
  { title, size, bufferPages }: PaperOptions,
  draw: (paper: Paper) => void,
): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const clean = cleanConnote(connote);
  const faces = new Faces();
  const { items, ...others } = clean;
  const { brand, number, pickup, delivery, customerName } = clean;
  // The items come last: if their texts need too many fonts, the addresses are still printed.
  await faces.read('regular', [PRINTABLE_ASCII, ...textsIn(others), ...textsIn(items)]);
  await faces.read('bold', [PRINTABLE_ASCII, ...textsIn({ brand, number, pickup, delivery, customerName })]);
  const doc = new PDFDocument({
    ...{ size, margin: 0, autoFirstPage: false, bufferPages, lang: 'en', displayTitle: true },
    // Without the standard font, which isn't embedded.
    font: null as unknown as string,
    info: {
      Title: `${title} ${clean.number}`,
      Producer: 'Portico',
      Creator: 'Portico',
      CreationDate: connote.printedAt,
    },
  });
  const bytes = collect(doc);
  const [barcode, qrCode] = await Promise.all([
    toCode128(doc, clean.number),
    toQrCode(doc, clean.trackingUrl),
  ]);
  draw({ doc, text: new PaperText(doc, faces), connote: clean, barcode, qrCode });
  doc.end();
  return bytes;
}

/** The characters of the forms' own words, and of what joins texts. */
const PRINTABLE_ASCII = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32))}·×…–`;

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
