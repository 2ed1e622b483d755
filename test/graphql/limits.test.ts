import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOSTILE, many, nest, nested } from '../support/hostile-documents.js';
import { type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';

const OPERATIONS = join('schema', 'operations');
describe('as it is set at first', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await Promise.all([app.tokenOf('customer1'), app.tokenOf('admin1')]);
  });
  beforeEach(() => app.clear());
  afterAll(() => app.stop());

  test.each(HOSTILE)(
    '%s: %s is refused before anything is asked',
    async (limit, _what, query, variables = {}) => {
      const { errors, data, status } = await app.ask(query, variables, 'customer1');
      expect(errors).toHaveLength(1);
      const { found, allowed } = (errors[0]?.extensions ?? {}) as { found?: number; allowed?: number };
      expect(errors[0]?.extensions).toEqual({
        code: 'QUERY_TOO_COMPLEX',
        limit,
        found: expect.any(Number),
        allowed: expect.any(Number),
      });
      expect(found).toBeGreaterThan(Number(allowed));
      expect(errors[0]?.message).toBe(`${sentence(found, errors[0]?.message)}; ${allowed} are allowed.`);
      expect({ status, data, asked: app.erpQueries }).toEqual({ status: 400, data: undefined, asked: [] });
    },
  );

  test.each(['announced', 'in pieces'])('a body that is too long is refused: %s', async (how) => {
    const body = JSON.stringify({ query: `{ viewer { role } } #${'x'.repeat(256 * 1024)}` });
    const sent = how === 'announced' ? { body } : { body: new Blob([body]).stream(), duplex: 'half' };
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...sent,
    } as RequestInit);
    expect(response.status).toBe(413);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_REQUEST',
      limit: 'bodyBytes',
      ...(how === 'announced' && { found: body.length }),
      allowed: 262_144,
    });
    expect(errors[0]?.message).toMatch(/^The body has .* bytes; 262144 are allowed\.$/);
  });

  test('a refused request is no other when it is asked by GET, or for the newer type of answer', async () => {
    const query = `{ ${many(31, (n) => `a${n}: __typename`)} }`;
    const headers = { 'apollo-require-preflight': 'true', accept: 'application/graphql-response+json' };
    const got = await fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(got.status).toBe(400);
    expect(got.headers.get('content-type')).toContain('application/graphql-response+json');
    expect(await got.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
  });

  test('the customers of who sees all count as many as they may be', async () => {
    const query = `{ viewer { erpCustomers { inventory(first: 500) { nodes { partNumber } } } } }`;
    expect((await app.ask(query, {}, 'customer1')).errors).toEqual([]);
    app.clear();
    const { errors } = await app.ask(query, {}, 'customerall');
    expect(errors[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: 'cost' });
    expect(app.erpQueries).toEqual([]);
  });

  test('a document with a slip in it is told its slip', async () => {
    for (const [query, code] of [
      ['{ viewer { role ', 'GRAPHQL_PARSE_FAILED'],
      ['{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ ...Missing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { inventoryChanged { asOf } }', 'BAD_USER_INPUT'],
      ['subscription { inventoryChanged @skip { asOf } }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'subscription ($no: Boolean!) { ... { ...A } } fragment A on Subscription { ...A inventoryChanged @skip(if: $no) { asOf } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
    ] as const) {
      const { errors, status } = await app.ask(query, {}, 'customer1');
      expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 400, code });
    }
  });

  test.each<[what: string, query: string, as?: DemoUser]>([
    [
      'a full page with all of its fields',
      `{ inventory(first: 500) { nodes { ${ITEM()} } edges { cursor } totalCount asOf stale } }`,
    ],
    [
      'every customer with a page and totals',
      '{ erpCustomers { name inventory(first: 50) { nodes { id } } inventoryTotals { itemCount } } }',
    ],
    [
      'five hundred logins with their customers',
      '{ portalUsers(first: 500) { nodes { username erpCustomers { name inventoryTotals { itemCount } } } } }',
    ],
    [
      'the longest report with all of its fields',
      `{ inventoryGroups(by: [ERP_CUSTOMER, PART_NUMBER, WAREHOUSE, BIN, LOT, STATUS], first: 5000) { ${GROUP()} } }`,
    ],
    [
      'the schema',
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
    ['thirty fields by thirty names', `{ ${many(30, (n) => `a${n}: __typename`)} }`],
    [
      'a hundred connotes with their items',
      `{ connotes(first: 100) { totalCount nodes { id number status items { description packaging quantity weightKg
         lengthCm widthCm heightCm dangerousGoods { unNumber } } } } }`,
    ],
    [
      'a hundred connotes with what happened to them',
      `{ connotes(first: 100) { nodes { id number customer { company } driver { name } photos { kind thumbnailUrl }
         events { to at by { name } } attempts { reason at } proofOfDelivery { photos { id } } } } }`,
    ],
    ['a customer within stock within a customer', `{ inventory(first: 5) { nodes { ${nested(1, 5)} } } }`],
    [
      'long lists of what to look for',
      `{ inventory(filter: { lot: { in: [${'"x"'.repeat(480)}] }, bin: { in: [${'"x"'.repeat(480)}] } }) { totalCount } }`,
    ],
  ])('what people do ask is not refused: %s', async (_what, query) => {
    expect((await app.ask(query, {}, 'admin1')).errors).toEqual([]);
  });

  test.each(readdirSync(OPERATIONS))('the project’s own %s is not refused', async (file) => {
    const { errors } = await app.ask(readFileSync(join(OPERATIONS, file), 'utf8'), {}, null);
    expect(errors.map((error) => error.extensions.code)).not.toContain('QUERY_TOO_COMPLEX');
  });
});

describe('as an operator sets it', () => {
  const SET = {
    LIMIT_BODY_BYTES: 400,
    LIMIT_CHARACTERS: 300,
    LIMIT_TOKENS: 60,
    LIMIT_OPERATIONS: 2,
    LIMIT_DEPTH: 4,
  };
  const MORE = {
    LIMIT_ROOT_FIELDS: 5,
    LIMIT_ALIASES: 2,
    LIMIT_DUPLICATES: 3,
    LIMIT_DIRECTIVES: 2,
    LIMIT_RECURSION: 2,
  };
  const REST = { LIMIT_LIST_ITEMS: 6, LIMIT_COST: 12 };
  let app: TestApp;
  beforeAll(async () => {
    const settings = { ...SET, ...MORE, ...REST };
    const texts = Object.entries(settings).map(([name, value]) => [name, String(value)]);
    app = await startTestApp(Object.fromEntries(texts));
  });
  afterAll(() => app.stop());

  const filled = (characters: number) => `{ viewer { role } } #${'x'.repeat(characters - 21)}`;
  test.each<
    [limit: string, allowed: number, make: (count: number) => string, variables?: (count: number) => object]
  >([
    ['characters', 300, filled],
    ['tokens', 60, (count) => '] '.repeat(count)],
    ['operations', 2, (count) => many(count, (n) => `query Q${n} { viewer { role } }`)],
    ['depth', 4, (count) => `${many(count, (n) => `{ a${n}`)} ${'}'.repeat(count)}`],
    ['rootFields', 5, (count) => `{ ${many(count, (n) => `x${n}`)} }`],
    ['aliases', 2, (count) => `{ ${many(count, (n) => `a${n}: __typename`)} }`],
    ['duplicates', 3, (count) => `{ viewer { ${'role '.repeat(count)} } }`],
    ['directives', 2, (count) => `{ viewer ${'@a'.repeat(count)} { role } }`],
    ['recursion', 2, (count) => `{ ${nest(count - 1, 'a { ', '}', 'a')} }`],
    ['listItems', 6, () => '{ viewer { role } }', (count) => ({ l: [Array(count - 1).fill(0)] })],
    ['cost', 12, (count) => `{ inventory(first: ${count - 2}) { nodes { id } } }`],
  ])('%s: %d are let through, and not one more', async (limit, allowed, make, variables = () => ({})) => {
    const asked = async (count: number) => {
      const { errors } = await app.ask<unknown, object>(make(count), variables(count));
      return errors[0]?.extensions;
    };
    expect((await asked(allowed))?.code).not.toBe('QUERY_TOO_COMPLEX');
    expect(await asked(allowed + 1)).toEqual({
      code: 'QUERY_TOO_COMPLEX',
      limit,
      found: allowed + 1,
      allowed,
    });
  });

  test('a document that has passed is refused with more items, also if they are its own defaults', async () => {
    const query =
      'query ($l: [String!] = ["", ""], $m: [String!]) { a(x: $l) b(x: $l) c(x: $l) d(x: $l, y: $m) }';
    const limitHit = async (variables: object) => {
      const { errors } = await app.ask<unknown, object>(query, variables);
      return (errors[0]?.extensions as { limit?: string } | undefined)?.limit;
    };
    for (const _again of [1, 2]) {
      expect(await limitHit({ l: [] })).toBeUndefined();
      expect(await limitHit({ l: [''], m: [''] })).toBeUndefined();
      expect(await limitHit({ l: ['', ''], m: [] })).toBe('listItems');
      expect(await limitHit({ m: [] })).toBe('listItems');
      expect(await limitHit({})).toBe('listItems');
    }
  });
});

const sentence = (found: number | undefined, message = '') =>
  new RegExp(`^The query has ${found} [^;]+`).exec(message)?.[0];

function ITEM(): string {
  const own = 'id partNumber description warehouse bin lot status unit quantityOnHand quantityAllocated';
  return `${own} quantityAvailable receivedOn expiresOn lastMovedAt erpCustomer { name }`;
}

function GROUP(): string {
  const own = 'partNumber warehouse bin lot status unit itemCount quantityOnHand quantityAllocated';
  return `erpCustomer { name } ${own} quantityAvailable earliestExpiry`;
}
