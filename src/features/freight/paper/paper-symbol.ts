/** A barcode or QR code that is stored once in a document and drawn on any number of pages. Units are its modules. */
export interface PaperSymbol {
  name: string;
  form: PDFKit.PDFKitReference;
  width: number;
  height: number;
}

/** Where a symbol is drawn, in points, without the quiet zone around it. */
export interface SymbolPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Bar = [x: number, y: number, width: number];

/** Code 128. It needs a quiet zone of 10 modules at the left and right. @param text ASCII */
export async function toCode128(doc: PDFKit.PDFDocument, text: string): Promise<PaperSymbol> {
  const [symbol] = await encode('code128', text);
  if (!symbol || !('sbs' in symbol)) throw new Error('A Code 128 symbol has bars.');
  const bars: Bar[] = [];
  let x = 0;
  // Widths of bars and spaces in turn.
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) bars.push([x, 0, width]);
    x += width;
  }
  return storeSymbol(doc, { name: 'Barcode', bars, width: x, height: 1 });
}

/** A QR code with error correction M. It needs a quiet zone of 4 modules at each side. */
export async function toQrCode(doc: PDFKit.PDFDocument, text: string): Promise<PaperSymbol> {
  const [symbol] = await encode('qrcode', text);
  if (!symbol || !('pixs' in symbol)) throw new Error('A QR code has modules.');
  const { pixs, pixx: width, pixy: height } = symbol;
  const bars: Bar[] = [];
  for (const [index, pixel] of pixs.entries()) {
    if (pixel !== 1) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    const last = bars.at(-1);
    if (last && last[1] === y && last[0] + last[2] === x) last[2] += 1;
    else bars.push([x, y, 1]);
  }
  return storeSymbol(doc, { name: 'QrCode', bars, width, height });
}

/** Draws a symbol on the current page. */
export function drawSymbol(doc: PDFKit.PDFDocument, symbol: PaperSymbol, place: SymbolPlace): void {
  doc.page.xobjects[symbol.name] = symbol.form;
  doc.save().translate(place.x, place.y);
  doc.scale(place.width / symbol.width, place.height / symbol.height);
  doc.addContent(`/${symbol.name} Do`).restore();
}

async function encode(bcid: 'code128' | 'qrcode', text: string) {
  const { default: bwip } = await import('@bwip-js/node');
  return bwip.raw({ bcid, text, ...(bcid === 'qrcode' && { eclevel: 'M' }) });
}

function storeSymbol(
  doc: PDFKit.PDFDocument,
  { name, bars, width, height }: { name: string; bars: Bar[]; width: number; height: number },
): PaperSymbol {
  const form = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] });
  const rectangles = bars.map(([x, y, barWidth]) => `${x} ${y} ${barWidth} 1 re`);
  form.end(Buffer.from(`0 g ${rectangles.join('\n')} f`));
  return { name, form, width, height };
}
