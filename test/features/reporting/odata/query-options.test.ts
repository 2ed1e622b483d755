import { describe, expect, test } from 'vitest';
import { parseResource } from '../../../../src/features/reporting/odata/key.js';
import { INVENTORY, INVENTORY_GROUPS } from '../../../../src/features/reporting/odata/model.js';
import { nextLink } from '../../../../src/features/reporting/odata/next-link.js';
import { parseQueryOptions, type RawOption } from '../../../../src/features/reporting/odata/query-options.js';
import { parseSearch } from '../../../../src/features/reporting/odata/search.js';

const parse = (...options: RawOption[]) => parseQueryOptions(options, INVENTORY);
const termsOf = (search: string) =>
  (parseSearch(search) as unknown as { all: { any: { text: string }[] }[] }).all.map(
    ({ any }) => any[0]?.text,
  );

describe('query options', () => {
  test('are read together, in any case, with or without their $', () => {
    const read = parse(
      ['$filter', "Bin eq 'A-1'"],
      ['search', 'Blue'],
      ['$OrderBy', 'QuantityOnHand desc, PartNumber asc,Bin,Bin desc'],
      ['$select', 'PartNumber,Id'],
      ['TOP', '5'],
      ['$skip', '10'],
      ['$count', 'True'],
      ['$format', 'json'],
      ['$skiptoken', 'abc'],
      ['trace', 'a custom option'],
    );
    expect(read).toMatchObject({
      where: {
        all: [{ column: 'bin', operator: 'eq', value: 'A-1' }, { all: [{ any: { length: 4 } }] }],
      },
      orderBy: [
        { column: 'quantity_on_hand', direction: 'DESC' },
        { column: 'part_number', direction: 'ASC' },
        { column: 'bin', direction: 'ASC' },
      ],
      ...{ top: 5, skip: 10, count: true, skipToken: 'abc' },
    });
    expect(read.select.map(({ name }) => name)).toEqual(['Id', 'PartNumber']);
  });

  test('that are left out ask for everything', () => {
    const { select, ...rest } = parse();
    expect(select).toBe(INVENTORY.properties);
    expect(rest).toEqual({
      ...{ where: null, orderBy: [], top: null, skip: 0, count: false, skipToken: null },
    });
    expect(parse(['$select', '*']).select).toEqual(INVENTORY.properties);
  });

  test.each<[RawOption[], 400 | 501, RegExp]>([
    [[['$filtre', 'x']], 400, /\$filter, \$search/],
    [
      [
        ['$top', '1'],
        ['top', '2'],
      ],
      400,
      /^\$top: found twice/,
    ],
    [[['$top', '-1']], 400, /^\$top: found "-1"; wanted a whole number/],
    [[['$skip', '1e3']], 400, /^\$skip/],
    [[['$count', '1']], 400, /^\$count/],
    [[['$select', 'Colour']], 400, /^\$select: at character 1: .*PartNumber/],
    [[['$select', 'PartNumber,']], 400, /at character 12/],
    [[['$select', 'Bin/x']], 501, /path/],
    [[['$select', 'Bin($top=1)']], 501, /option of a selected property/],
    [[['$orderby', 'Bin up']], 400, /at character 5: found "up"; wanted asc, desc/],
    [[['$orderby', 'tolower(Bin)']], 501, /order by a function/],
    [[['$orderby', 'Bin ge Lot']], 400, /at character 5/],
    [[['$apply', 'x']], 501, /\$apply is not supported/],
    [[['$expand', 'x']], 501, /\$expand/],
    [[['$COMPUTE', 'x']], 501, /\$compute/],
    [[['@p', '1']], 501, /alias/],
    [[['$skiptoken', 'x'.repeat(20_001)]], 400, /^\$skiptoken: found 20001 characters/],
  ])('%j are refused', (options, status, message) => {
    const refused = (() => {
      try {
        return parse(...options);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ status, message: expect.stringMatching(message) });
  });

  test('of groups neither search nor order by sums', () => {
    expect(() => parseQueryOptions([['$search', 'x']], INVENTORY_GROUPS)).toThrow(/^\$search/);
    expect(() => parseQueryOptions([['$orderby', 'ItemCount']], INVENTORY_GROUPS)).toThrow(/ItemCount/);
  });
});

describe('a search', () => {
  test.each([
    ['blue', ['blue']],
    ['Blue  GREEN', ['blue', 'green']],
    ['blue AND green', ['blue', 'green']],
    ['blue and green', ['blue', 'and', 'green']],
    ['"blue green" x', ['blue green', 'x']],
    ['"AND"', ['and']],
    ['AND', ['and']],
    ['NOT', ['not']],
    ['AND OR', ['and', 'or']],
    ["Daniel's", ["daniel's"]],
    [
      '3.14 9,81 2x4 brand-new 08/15 #1 $search',
      ['3.14', '9,81', '2x4', 'brand-new', '08/15', '#1', '$search'],
    ],
  ])('%s looks for %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ['', /found nothing/],
    ['"blue', /at character 1: found a phrase without an end/],
    ['a ""', /at character 3: found an empty phrase/],
    ['a;b', /at character 2: found ";"/],
    ['blue OR green', /at character 6: OR is not supported/],
    ['NOT blue', /at character 1: NOT/],
    ['(blue)', /at character 1: a bracket/],
    ['a b c d e f g h i j k', /at character 21: found more; wanted at most 10/],
    ['a\0b', /NUL/],
  ])('%j is refused', (text, message) => {
    expect(() => parseSearch(text)).toThrow(message);
  });
});

test('a key is read with its doubled quotes, and anything else is refused', () => {
  expect(parseResource('Inventory')).toEqual({ set: 'Inventory', key: null });
  expect(parseResource("Inventory('4711')")).toEqual({ set: 'Inventory', key: '4711' });
  expect(parseResource("Inventory(Id = 'O''Neil')")).toEqual({ set: 'Inventory', key: "O'Neil" });
  for (const wrong of [
    'Inventory(4711)',
    "Inventory(No='1')",
    "Inventory('a'b')",
    "Inventory('a\0')",
    '',
    'a/b',
  ])
    expect(() => parseResource(wrong)).toThrow(/wanted/);
});

test('the next page is asked for as this one was, without what was already given', () => {
  const options: RawOption[] = [
    ['$filter', "PartNumber eq 'a&b=ä'"],
    ['$top', '100'],
    ['$skip', '20'],
    ['$skiptoken', 'old'],
    ['x', 'custom'],
  ];
  const link = nextLink({
    url: 'https://a.test/odata/v4/Inventory',
    options,
    entities: 40,
    skipToken: 'new/1=',
  });
  expect(link).toMatch(/^https:\/\/a\.test\/odata\/v4\/Inventory\?\$filter=/);
  expect([...new URL(link).searchParams]).toEqual([
    ['$filter', "PartNumber eq 'a&b=ä'"],
    ['$top', '60'],
    ['x', 'custom'],
    ['$skiptoken', 'new/1='],
  ]);
});
