// The thread that reads PDFs for read-pdf.ts. pdf.js replaces built-in functions of the thread that loads it, such as
// Array.prototype.push and JSON.parse, by slower ones of its own, and the service under test has to run on the real ones.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Pixels for each point: 144 dots an inch, less than any printer has. */
const SCALE = 2;
// Without this, it would load its code from the internet.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

parentPort.on('message', async ({ id, ...request }) => {
  try {
    parentPort.postMessage({ id, paper: await read(request) });
  } catch (error) {
    parentPort.postMessage({ id, error });
  }
});

async function read({ pdf, numbers, scan }) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const wanted = numbers ?? Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = [];
  for (const number of wanted) {
    const page = await document.getPage(number);
    pages.push({
      ...(await textOf(page)),
      scans: scan ? await scanPage(page, document.canvasFactory) : [],
    });
  }
  const { info } = await document.getMetadata();
  const { numPages: pageCount } = document;
  await document.destroy();
  return { pageCount, info, pages };
}

async function textOf(page) {
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
  return { width, height, text: texts.map(({ str }) => str).join(''), words };
}

/** Draws a page on the canvas that pdf.js brings for Node, and finds what a scanner finds. */
async function scanPage(page, canvases) {
  const viewport = page.getViewport({ scale: SCALE });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { context } = canvases.create(width, height);
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
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
