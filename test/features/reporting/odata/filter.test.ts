import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../../../src/features/reporting/odata/filter.js';
import { INVENTORY, INVENTORY_GROUPS } from '../../../../src/features/reporting/odata/model.js';
import { ODataError } from '../../../../src/features/reporting/odata/odata-error.js';
import { TRUTH } from '../../../support/inventory-oracle.js';
import { printFilter } from '../../../support/print-odata.js';
import { randomExpressions } from '../../../support/random-expressions.js';
import { REFUSED, SUPPORTED } from './filters.fixture.js';

const parse = (text: string) => parseFilter(text, INVENTORY);
const refusalOf = (text: string, set: typeof INVENTORY | typeof INVENTORY_GROUPS = INVENTORY) => {
  try {
    parseFilter(text, set as typeof INVENTORY);
  } catch (error) {
    if (error instanceof ODataError) return error;
    throw error;
  }
  throw new Error(`${text} was not refused`);
};

describe('a filter means what OData says', () => {
  test.each(SUPPORTED)('%s', (text, expression) => {
    expect(parse(text)).toEqual(expression);
  });

  test('whatever it is', () => {
    const rows = [...TRUTH.values()].slice(0, 300);
    fc.assert(
      fc.property(randomExpressions(rows), (expression) => {
        // Numbers and times are read in their shortest form.
        const read = parse(printFilter(expression));
        expect(parse(printFilter(read))).toEqual(read);
        expect(printFilter(read)).toBe(
          printFilter(parse(printFilter(expression).replaceAll(' eq ', ' EQ '))),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a filter that is wrong or unsupported is refused, and it is said where', () => {
  test.each(REFUSED)('%s', (text, status, at, message) => {
    const { status: found, message: said } = refusalOf(text);
    expect([found, said]).toEqual([status, expect.stringContaining(`$filter: at character ${at}: `)]);
    expect(said).toMatch(message);
  });

  test('of groups, whose sums are computed', () => {
    expect(refusalOf('QuantityOnHand gt 5', INVENTORY_GROUPS)).toMatchObject({ status: 501 });
    expect(refusalOf("Bin eq 'A'", INVENTORY_GROUPS)).toMatchObject({ status: 400 });
  });
});

test('a long word is not sent back', () => {
  const long = 'x'.repeat(5_000);
  for (const text of [`${long}.y(Bin,'1')`, `Bin eq ${long}.y'1'`, `tolower(${long}) eq 'x'`]) {
    expect(refusalOf(text).message.length).toBeLessThan(400);
  }
});

describe('a filter cannot keep the service busy', () => {
  const LARGE = [
    ['brackets', '('.repeat(3_000)],
    ['closed brackets', `${'('.repeat(1_500)}true${')'.repeat(1_500)}`],
    ['negations', 'not '.repeat(1_900)],
    ['nested functions', 'tolower('.repeat(400)],
    ['quotes', "'".repeat(19_999)],
    ['a text without an end', `PartNumber eq '${'x'.repeat(19_000)}`],
    ['digits', `QuantityOnHand eq ${'9'.repeat(19_000)}`],
    ['an exponent', 'QuantityOnHand eq 1e999'],
    ['values', `PartNumber in (${"'x',".repeat(600)}'x')`],
    ['comparisons', Array.from({ length: 501 }, () => 'QuantityOnHand eq 1').join(' or ')],
  ] as const;
  test.each(LARGE)('by %s', (_what, text) => {
    expect(refusalOf(text)).toMatchObject({ status: 400 });
  });

  const joined = (count: number, test: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => test(n)).join(' or ');
  test.each([
    [2_000, joined(200, (n) => `QuantityOnHand eq ${n}`), 'LastMovedAt ne 2026-01-01T00:00Z'],
    [2_000, joined(40, (n) => `not contains(Bin,'${n}')`), "startswith(Lot,'x')"],
    [2_000, joined(20, (n) => `endswith(tolower(Bin),'${n}')`), "Unit eq 'KG'"],
    [1_980, joined(33, (n) => `toupper(Bin) eq '${n}'`), "toupper(Bin) eq 'X'"],
    [2_000, `QuantityOnHand in (${Array.from({ length: 200 }, (_, n) => n).join(',')})`, 'Bin ne null'],
    [2_000, `tolower(Lot) in ('a',${"'x',".repeat(193)}'x')`, 'Bin ne null'],
  ])('by a cost of more than %d, which the ERP has on each row', (_cost, allowed, more) => {
    expect(parse(allowed)).toBeTruthy();
    const { status, message } = refusalOf(`(${allowed}) and ${more}`);
    expect([status, message]).toEqual([
      400,
      expect.stringMatching(
        /^\$filter: found a cost of 2\d\d\d; wanted at most 2000: a comparison costs 10, /,
      ),
    ]);
  });

  test('but a hundred levels and five hundred values are read', () => {
    expect(parse(`${'('.repeat(99)}true${')'.repeat(99)}`)).toEqual({ all: [] });
    expect(parse(`PartNumber in (${Array(500).fill("'x'").join(',')})`)).toMatchObject({
      column: 'part_number',
    });
  });
});

test('what looks like SQL is a value, or refused', () => {
  const injected = [
    "' or 1=1 --",
    "'; drop table stock; --",
    '%',
    '\\',
    '$1',
    '@1',
    '{0}',
    '\u0000'.slice(1),
  ];
  for (const text of injected) {
    expect(parse(`contains(PartNumber,'${text.replaceAll("'", "''")}')`)).toMatchObject({ text });
    expect(refusalOf(`QuantityOnHand eq '${text.replaceAll("'", "''")}'`)).toMatchObject({ status: 400 });
    expect(refusalOf(`ReceivedOn gt '${text.replaceAll("'", "''")}'`)).toMatchObject({ status: 400 });
  }
  expect(refusalOf("PartNumber eq 'a' or 1=1 --")).toMatchObject({ status: 400 });
  expect(refusalOf("PartNumber eq 'a\0'")).toMatchObject({ status: 400 });
});
