import { describe, expect, test } from 'vitest';
import { renderConnote } from '../../../src/features/freight/paper/render-connote.js';
import { renderLabel } from '../../../src/features/freight/paper/render-label.js';
import { BOTH_SYMBOLS, CONNOTE, expectNoOverlap, PAINT, readBack, symbols } from '../../support/paper.js';
import { readPdf } from '../../support/read-pdf.js';

describe('a label', () => {
  test('has a page for each unit, and every page says where it goes and scans', async () => {
    const label = await readBack(await renderLabel(CONNOTE));
    expect(label.pageCount).toBe(3);
    for (const { text, width, height } of label.pages) {
      expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([100, 150]);
      for (const part of ['株式会社 明治', 'Łódź Meble', 'שלום', 'AdelaideSA 5000', 'EXPRESS', 'CN-000123'])
        expect(text.replaceAll('  ', '')).toContain(part);
    }
    expect(label.texts.map((text) => /\d of \d/.exec(text)?.[0])).toEqual(['1 of 3', '2 of 3', '3 of 3']);
    expect(label.scans.map(symbols)).toEqual([BOTH_SYMBOLS, BOTH_SYMBOLS, BOTH_SYMBOLS]);
    expectNoOverlap(label);
  });

  test('marks dangerous goods on their own units only', async () => {
    const { texts } = await readBack(await renderLabel(CONNOTE));
    const marked = texts.map((text) => text.includes('DANGEROUS GOODS'));
    expect(marked).toEqual([true, true, false]);
    expect(texts[0]).toContain('UN1263 · Class 3 · PG II');
  });

  test('is one page with the whole weight for a connote without items', async () => {
    const { texts } = await readBack(await renderLabel({ ...CONNOTE, items: [] }));
    expect(texts).toEqual([expect.stringMatching(/1 of 1.*423\.000 kg/)]);
  });

  test('of a thousand units has them all, and stores what they share once', async () => {
    const long = '明治 שלום '.repeat(20);
    const pickup = { ...CONNOTE.pickup, company: long, street: long };
    const item = { ...PAINT, description: long, quantity: 500 };
    const pdf = await renderLabel({ ...CONNOTE, pickup, items: [item, { ...item }] });
    const { pageCount, pages } = await readPdf(pdf, { numbers: [1, 1_000] });
    expect(pageCount).toBe(1_000);
    expect(pages.map(({ text }) => /\d+ of 1000/.exec(text)?.[0])).toEqual(['1 of 1000', '1000 of 1000']);
    for (const { text } of pages) for (const part of ['明治', 'שלום', 'UN1263']) expect(text).toContain(part);
    // Barcode, QR code, what all labels share, and what those of each item share.
    expect(pdf.toString('latin1').match(/\/Subtype \/Form/g)).toHaveLength(5);
    expect(pdf.length).toBeLessThan(1_000_000);
  });
});

describe('a connote', () => {
  test('says who, what, where to and how dangerous, and shows no amount', async () => {
    const connote = await readBack(await renderConnote(CONNOTE));
    const [text = ''] = connote.texts;
    for (const part of [
      '株式会社 明治',
      'Łódź Meble',
      'שלום',
      'PO-88213',
      'Driver One',
      'In transit',
      'Ring the bell.',
    ])
      expect(text.replaceAll('  ', '')).toContain(part);
    for (const part of [
      '60 × 60 × 90.5 cm',
      '205.500',
      '162.900 kg',
      'DANGEROUS GOODS',
      'UN1263 · Class 3 · PG II',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/amount|price|AUD|\$/i);
    expect(connote.scans.map(symbols)).toEqual([BOTH_SYMBOLS]);
    expectNoOverlap(connote);
  });

  test('with a hundred items goes on over pages, misses none, and each page scans', async () => {
    const items = Array.from({ length: 100 }, (_, index) => ({
      ...PAINT,
      description: `Pallet no. ${index + 1};`,
    }));
    const connote = await readBack(await renderConnote({ ...CONNOTE, items }));
    const printed = [...connote.texts.join(' ').matchAll(/Pallet no\. (\d+);/g)].map(([, number]) =>
      Number(number),
    );
    expect(printed).toEqual(items.map((_, index) => index + 1));
    expect(connote.pageCount).toBeGreaterThan(3);
    for (const [index, text] of connote.texts.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${connote.pageCount}`);
      expect(text).toContain('Description');
      expect(symbols(connote.scans[index] ?? [])).toEqual(BOTH_SYMBOLS);
    }
    expect(connote.texts.at(-1)).toMatch(/200.*Receiver, in good order/);
    expectNoOverlap(connote);
  });

  test('is the same to the byte when it is printed again, and tells nothing of the machine', async () => {
    const [first, second] = [await renderConnote(CONNOTE), await renderConnote(CONNOTE)];
    expect(first.equals(second)).toBe(true);
    const { info } = await readPdf(first, { numbers: [] });
    expect(info).toMatchObject({
      Producer: 'Portico',
      Creator: 'Portico',
      CreationDate: 'D:20260310040506Z',
    });
    expect(info).not.toHaveProperty('Author');
  });
});
