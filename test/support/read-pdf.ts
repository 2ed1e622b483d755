import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A rectangle on a page, in points from the lower left corner. */
interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A barcode or QR code as a scanner reads it. */
interface Scan extends Box {
  format: string;
  text: string;
}

/** One page as a reader and a scanner see it. */
interface ReadPage {
  width: number;
  height: number;
  text: string;
  words: (Box & { text: string })[];
  scan(): Promise<Scan[]>;
}

/** Pixels for each point: 144 dots an inch, less than any printer has. */
const SCALE = 2;
// Without this, it would load its code from the internet.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Reads a PDF with a library that had no part in writing it. @param numbers the pages wanted; all by default */
export async function readPdf(pdf: Buffer, numbers?: number[]) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const wanted = numbers ?? Array.from({ length: document.numPages }, (_, index) => index + 1);
  const canvases = document.canvasFactory as CanvasFactory;
  const pages: ReadPage[] = [];
  for (const number of wanted) pages.push(await readPage(await document.getPage(number), canvases));
  const info = (await document.getMetadata()).info as Record<string, unknown>;
  return { pageCount: document.numPages, info, pages, close: () => document.destroy() };
}

async function readPage(page: PDFPageProxy, canvases: CanvasFactory): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => 'str' in item);
  const words = texts
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, transform, width }) => {
      const [size, left, baseline] = [transform[3], transform[4], transform[5]];
      return {
        text: str,
        left,
        right: left + width,
        bottom: baseline - 0.1 * size,
        top: baseline + 0.6 * size,
      };
    });
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    width,
    height,
    text: texts.map(({ str }) => str).join(''),
    words,
    scan: () => scanPage(page, canvases),
  };
}

/** What is used of the canvas that pdf.js brings for Node. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    context: {
      getImageData(
        x: number,
        y: number,
        width: number,
        height: number,
      ): Exclude<Parameters<typeof readBarcodes>[0], Blob | ArrayBuffer | Uint8Array>;
    };
  };
}

async function scanPage(page: PDFPageProxy, canvases: CanvasFactory): Promise<Scan[]> {
  const viewport = page.getViewport({ scale: SCALE });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { context } = canvases.create(width, height);
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  const image = context.getImageData(0, 0, width, height);
  const found = await readBarcodes(image, { formats: ['Code128', 'QRCode'] });
  return found.map(({ format, text, position }) => {
    const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
    const [xs, ys] = [corners.map(({ x }) => x / SCALE), corners.map(({ y }) => (height - y) / SCALE)];
    const box = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      bottom: Math.min(...ys),
      top: Math.max(...ys),
    };
    return { format, text, ...box };
  });
}
