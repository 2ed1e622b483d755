import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await Promise.all([app.tokenOf('customer1'), app.tokenOf('admin1')]);
});
beforeEach(() => app.clear());
afterAll(() => app.stop());

const nested = (depth: number, size: number | string): string =>
  depth === 0 ? 'id' : `erpCustomer { inventory(first: ${size}) { nodes { ${nested(depth - 1, size)} } } }`;
const bomb = Array.from(
  { length: 40 },
  (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
).join('\n');

describe('a query whose answer has no end is refused before anything is asked of the ERP', () => {
  test.each([
    ['lists in lists', `{ inventory(first: 500) { nodes { ${nested(2, 500)} } } }`, {}],
    [
      'lists in lists, by edges',
      '{ inventory(first: 500) { edges { node { erpCustomer { inventory(first: 500) { edges { node { id } } } } } } } }',
      {},
    ],
    [
      'from the back',
      '{ inventory(last: 500) { nodes { erpCustomer { inventory(last: 500) { nodes { id } } } } } }',
      {},
    ],
    [
      'sizes in variables',
      `query ($n: Int = 500) { inventory(first: $n) { nodes { ${nested(1, '$n')} } } }`,
      {},
    ],
    [
      'sizes given with the query',
      `query ($n: Int) { inventory(first: $n) { nodes { ${nested(1, '$n')} } } }`,
      { n: 500 },
    ],
    [
      'in fragments',
      `{ ...A } fragment A on Query { inventory(first: 500) { nodes { ...B } } } fragment B on InventoryItem { ${nested(1, 500)} }`,
      {},
    ],
    ['small lists, often', `{ inventory(first: 60) { nodes { ${nested(3, 60)} } } }`, {}],
    [
      'the same field by many names',
      `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: inventoryTotals { itemCount }`).join(' ')} }`,
      {},
    ],
    [
      'many long lists',
      `{ ${Array.from({ length: 12 }, (_, n) => `a${n}: inventory(first: 500) { nodes { ${nested(1, 20)} } }`).join(' ')} }`,
      {},
    ],
    ['fragments that double forty times', `{ ...F0 } ${bomb} fragment F40 on Query { __typename }`, {}],
  ])('%s', async (_what, query, variables) => {
    const { errors, data } = await app.ask(query, variables, 'customer1');
    expect(errors.map((error) => error.extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(errors[0]?.message).toMatch(/asks for .+ and \d+ are allowed/);
    expect(data ?? null).toBeNull();
    expect(app.erpQueries).toEqual([]);
  });

  test.each([
    ['a document without end', `{ ${'viewer { role } '.repeat(2_000)} }`],
    ['a depth without end', '{ a'.repeat(80_000)],
  ])('%s is not even parsed', async (_what, query) => {
    const { errors, text } = await app.ask(query, {}, 'customer1');
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect(text).not.toMatch(/stack|RangeError/i);
  });
});

describe('what people do ask is not refused', () => {
  test.each([
    [
      'a full page with its customers',
      '{ inventory(first: 500) { nodes { id erpCustomer { name } } edges { cursor } totalCount } }',
    ],
    [
      'every customer with a page and totals',
      '{ erpCustomers { name inventory(first: 50) { nodes { id } } inventoryTotals { itemCount } } }',
    ],
    [
      'five hundred logins with their customers',
      '{ portalUsers(first: 500) { nodes { username erpCustomers { name inventoryTotals { itemCount } } } } }',
    ],
  ])('%s', async (_what, query) => {
    expect((await app.ask(query, {}, 'admin1')).errors).toEqual([]);
  });
});
