import { expect } from 'vitest';
import type { PaperConnote } from '../../src/features/freight/paper/paper-connote.js';
import type { Address } from '../../src/features/freight/shipment/address.js';
import type { FreightItem } from '../../src/features/freight/shipment/freight-item.js';
import { readPdf } from './read-pdf.js';

const TRACKING_URL = 'https://portal.example.com/track/3q2-7wAbCdEfGhIjKlMnOpQrStUvWxYz0123456789a';
export const TOKYO: Address = {
  ...{
    company: '株式会社 明治',
    street: '2-2-1 京橋',
    suburb: '中央区',
    state: '東京',
    postcode: '104-8306',
  },
  ...{ country: 'Japan', contactName: '山田 太郎', contactPhone: '+81 3 1234 5678' },
};
export const ADELAIDE: Address = {
  ...{ company: 'Łódź Meble', street: '12 Rundle Street', suburb: 'Adelaide', state: 'SA', postcode: '5000' },
  ...{ country: 'Australia', contactName: 'שלום Cohen', contactPhone: null },
};
export const PAINT: FreightItem = {
  ...{ description: 'Paint', packaging: 'DRUM', quantity: 2, weightKg: '205.500' },
  ...{ lengthCm: '60', widthCm: '60', heightCm: '90.5' },
  dangerousGoods: { unNumber: 'UN1263', class: '3', packingGroup: 'II' },
};
export const BOOKS: FreightItem = {
  ...{ description: 'ספרים', packaging: 'CARTON', quantity: 1, weightKg: '12.000' },
  ...{ lengthCm: null, widthCm: null, heightCm: null, dangerousGoods: null },
};
/** A connote with an address in Japan, one with Polish and Hebrew names, and three units, two of them dangerous. */
export const CONNOTE: PaperConnote = {
  ...{ number: 'CN-000123', status: 'IN_TRANSIT', service: 'EXPRESS', customerName: 'Meiji Australia' },
  ...{ customerReference: 'PO-88213', pickup: TOKYO, delivery: ADELAIDE, items: [PAINT, BOOKS] },
  ...{ weightKg: '423.000', cubicWeightKg: '162.900', chargeableWeightKg: '423.000' },
  ...{ pickupOn: '2026-03-11', estimatedDeliveryOn: '2026-03-13', instructions: 'Ring the bell.' },
  ...{ trackingUrl: TRACKING_URL, driverName: 'Driver One', brand: { name: 'Portico', color: '#0b5fff' } },
  ...{ deliveredAt: null, timeZone: 'Australia/Sydney' },
  printedAt: new Date('2026-03-10T04:05:06Z'),
};

/** A rendered paper as read back, with what a scanner finds on each page. */
export async function readBack(pdf: Buffer) {
  const read = await readPdf(pdf, { scan: true });
  const scans = read.pages.map((page) => page.scans);
  return { ...read, scans, texts: read.pages.map(({ text }) => text) };
}
/** What was scanned, by format. */
export const symbols = (scan: { format: string; text: string }[]) =>
  Object.fromEntries(scan.map(({ format, text }) => [format, text]));
/** What every page has. */
export const BOTH_SYMBOLS = { Code128: 'CN-000123', QRCode: TRACKING_URL };

type Read = Awaited<ReturnType<typeof readBack>>;

/** Fails if a text leaves its page, or lies over another text, the barcode or the QR code. */
export function expectNoOverlap({ pages, scans }: Read): void {
  for (const [index, { words, width, height }] of pages.entries()) {
    const boxes = [...words, ...(scans[index] ?? [])];
    expect(words.length).toBeGreaterThan(10);
    const outside = words.filter(
      (box) => box.left < 0 || box.bottom < 0 || box.right > width || box.top > height,
    );
    const overlapping = words.flatMap((word) =>
      boxes.filter(
        (box) =>
          box !== word &&
          Math.min(word.right, box.right) - Math.max(word.left, box.left) > 0.5 &&
          Math.min(word.top, box.top) - Math.max(word.bottom, box.bottom) > 0.5,
      ),
    );
    expect([outside, overlapping].flat().map(({ text }) => text)).toEqual([]);
  }
}
