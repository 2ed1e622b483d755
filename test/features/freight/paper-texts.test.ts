import { describe, expect, test } from 'vitest';
import type { PaperConnote } from '../../../src/features/freight/paper/paper-connote.js';
import { renderConnote } from '../../../src/features/freight/paper/render-connote.js';
import { renderLabel } from '../../../src/features/freight/paper/render-label.js';
import { asLaidOut, inVisualOrder } from '../../../src/features/freight/paper/visual-order.js';
import {
  ADELAIDE,
  BOOKS,
  BOTH_SYMBOLS,
  CONNOTE,
  expectNoOverlap,
  PAINT,
  readBack,
  symbols,
  TOKYO,
} from '../../support/paper.js';

describe('hostile texts', () => {
  const attacks = {
    'one endless word': 'W'.repeat(2_000),
    'endless lines': 'line\n'.repeat(1_000),
    'NUL, overrides of the direction, and half a character': 'A\0B\u202eC\u2066D\ud800E '.repeat(40),
    'emoji, which no font has': '👩‍👩‍👧 😀'.repeat(20),
    'letters under towers of marks': `Z${'\u0315\u035c\u0489'.repeat(60)}`.repeat(20),
    'every script at once': 'Ω Ж שלום مرحبا ไทย 明治 한국 हिन्दी 𐤀 '.repeat(5),
  };
  const replaceTexts = (text: string): PaperConnote => {
    const fill = <T extends object>(part: T) =>
      Object.fromEntries(Object.keys(part).map((key) => [key, text])) as unknown as T;
    const item = {
      ...PAINT,
      quantity: 1,
      description: text,
      weightKg: text,
      dangerousGoods: fill({ unNumber: '', class: '', packingGroup: '' }),
    };
    return {
      ...CONNOTE,
      ...fill({ customerName: '', customerReference: '', instructions: '', driverName: '', weightKg: '' }),
      ...{ pickup: fill(TOKYO), delivery: fill(ADELAIDE), items: [item], brand: { name: text, color: text } },
    };
  };

  /** Printed once for all tests, because that takes seconds. */
  const connotes = new Map<string, Promise<Buffer>>();
  const connoteOf = (text: string) => {
    const printed = connotes.get(text) ?? renderConnote(replaceTexts(text));
    connotes.set(text, printed);
    return printed;
  };

  test.each(Object.entries(attacks))('%s: nothing overlaps, and every page scans', async (_, text) => {
    for (const print of [() => renderLabel(replaceTexts(text)), () => connoteOf(text)]) {
      const paper = await readBack(await print());
      expect(new Set(paper.scans.map((scan) => JSON.stringify(symbols(scan)))).size).toBe(1);
      expect(symbols(paper.scans[0] ?? [])).toEqual(BOTH_SYMBOLS);
      expectNoOverlap(paper);
    }
  });

  test('of others leave nothing in the text of the next paper', async () => {
    for (const text of Object.values(attacks)) await connoteOf(text);
    const { texts } = await readBack(await renderConnote(CONNOTE));
    expect(texts[0]).toContain('423.000 kg');
  });

  test('control characters vanish, and what no font has is visibly replaced', async () => {
    const company = 'A\0C\u202eM\u2066E 😀';
    const { texts } = await readBack(
      await renderLabel({ ...CONNOTE, delivery: { ...ADELAIDE, company }, items: [] }),
    );
    expect(texts[0]).toContain('ACME �');
  });

  test('a text with every Chinese character does not read every font', async () => {
    const character = (index: number) => String.fromCodePoint(0x4e00 + (index % 20_000));
    const items = Array.from({ length: 100 }, (_, line) => {
      const description = Array.from({ length: 200 }, (_, index) => character(200 * line + index)).join('');
      return { ...BOOKS, description };
    });
    const pdf = await renderConnote({ ...CONNOTE, items });
    const fonts = pdf.toString('latin1').match(/\/Subtype \/CIDFontType/g) ?? [];
    expect(fonts.length).toBeGreaterThan(30);
    expect(fonts.length).toBeLessThan(100);
  });
});

describe('the order of mixed text', () => {
  const shown = (line: string) => inVisualOrder(line).map(({ text, isRightToLeft }) => [text, isRightToLeft]);
  test('Hebrew and numbers inside English stand where a reader expects them', () => {
    expect(shown('To שלום, 12 St')).toEqual([
      ['To ', false],
      ['12', false],
      ['שלום, ', true],
      [' St', false],
    ]);
  });

  test('a Hebrew line starts at the right, with its brackets turned', () => {
    // Drawn from left to right: (ACME) and then the Hebrew word. Both brackets are turned.
    expect(shown('שלום (ACME)')).toEqual([
      ['(', true],
      ['ACME', false],
      ['שלום )', true],
    ]);
    expect(asLaidOut({ text: ', (', isRightToLeft: true })).toBe('( ,');
  });
});
