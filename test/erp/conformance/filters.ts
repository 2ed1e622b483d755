import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InventoryFilter } from '../../../schema/operations.generated.js';
import { isSeen } from '../../support/inventory-oracle.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import { DEMO_ROWS } from './truth.js';
import { walk } from './walk.js';

/** What means something to a server, or to a driver, and to whoever looks for it means itself. */
const HOSTILE = [
  "'",
  "''",
  '"',
  '`',
  '%',
  '%%',
  '_',
  '[',
  ']',
  '^',
  '[A-Z]',
  '[^A]',
  '[%]',
  '\\',
  '\\%',
  '--',
  '/*',
  '*/',
  ';',
  '$1',
  '@1',
  '@@x',
  ':x',
  '?',
  '{0}',
  "' or 1=1 --",
];

/** What a collation may take for the same, or for nothing, and is another to whoever looks for it. */
const ALIKE = [
  'Straße',
  'Strasse',
  'Ärmel',
  'Armel',
  'ÿ-1',
  'y-1',
  'Æ-1',
  'AE-1',
  'co-op',
  'coop',
  '\u00ad',
  '',
];

/** A filter finds what it names, to the letter. */
export function filtersSuite(on: () => Stage): void {
  const added = [
    ...HOSTILE.map((text, index) => addedRow(index, { itemCode: `Q${text}Q`, binCode: `${text}Q` })),
    ...ALIKE.map((text, index) => addedRow(500 + index, { itemCode: `A${text}Z`, binCode: text })),
  ];
  const rows = [...DEMO_ROWS, ...added];
  beforeAll(() => add(on(), added));
  afterAll(() => removeAdded(on()));

  const expectFound = async (filter: InventoryFilter) => {
    const found = await walk(on().app, 'customerall', { filter }, 250);
    const expected = rows.filter((row) => isSeen(row, 'customerall', filter));
    expect(found.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
      expected.map(({ stockNo }) => stockNo).sort((a, b) => a - b),
    );
    return expected.length;
  };

  test.each(HOSTILE)('%s is looked for to the letter', async (text) => {
    expect(await expectFound({ partNumber: { contains: text } })).toBeGreaterThan(0);
    expect(await expectFound({ partNumber: { equals: `q${text}Q` } })).toBe(1);
    expect(await expectFound({ partNumber: { startsWith: `Q${text}` } })).toBeGreaterThan(0);
    expect(await expectFound({ bin: { in: [`${text}q`, 'No-Such-Bin'] } })).toBe(1);
    await expectFound({ bin: { startsWith: text } });
    await expectFound({ search: text });
  });

  test.each(ALIKE)('%j is looked for in any case, and taken for no other', async (text) => {
    expect(await expectFound({ partNumber: { equals: `a${text}z` } })).toBe(1);
    expect(await expectFound({ bin: { in: [text, 'No-Such-Bin'] } })).toBe(1);
    const many = Array.from({ length: 300 }, (_, n) => `No-Such-Part-${n}`);
    expect(await expectFound({ partNumber: { in: [...many, `a${text}Z`] } })).toBe(1);
    await expectFound({ partNumber: { startsWith: `a${text}` } });
  });

  test.each<InventoryFilter>([
    { expiresOn: { from: '2027-01-01', to: '2027-03-31' } },
    { receivedOn: { to: '2026-03-29' } },
    { quantityOnHand: { greaterThan: '9007199254740992.1' } },
    { quantityOnHand: { lessThan: '0.0000000002', greaterThan: '-1' } },
    { quantityAvailable: { lessThan: '0' } },
    { quantityOnHand: { equals: '24' }, status: { equals: 'available' } },
    { status: { in: ['hold', 'QUARANTINE', 'Damaged'] }, warehouse: { startsWith: 'syd' } },
    { erpCustomerNames: ['All', 'Łódź Textiles', 'Nobody'] },
    { lot: { contains: '-A' }, bin: { startsWith: 'C-' } },
  ])('%j finds what it names', async (filter) => {
    expect(await expectFound(filter)).toBeGreaterThan(0);
  });
}
