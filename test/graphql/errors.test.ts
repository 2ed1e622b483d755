import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestError } from '../../src/graphql/request-error.js';
import { PorticoError } from '../../src/shared/errors.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

describe('with its schema open', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  test.each([
    [
      'an argument',
      'query ($v: [InventoryGroupKey!] = [LOT]) { inventoryGroups(by: $v) { unit } }',
      'by',
      'REQUIRED',
    ],
    ['an id', 'query ($v: ID = "x") { portalUser(id: $v) { role } }', 'id', 'REQUIRED'],
    [
      'the inside of an argument',
      'query ($v: SortDirection = ASC) { inventory(orderBy: [{ field: LOT, direction: $v }]) { totalCount } }',
      'orderBy',
      'INVALID_FORMAT',
    ],
    ['a directive', 'query ($v: Boolean = true) { viewer @skip(if: $v) { role } }', 'if', 'REQUIRED'],
  ])(
    `a null that only shows when the field resolves is the caller's mistake, not ours: in %s`,
    async (_where, query, path, reason) => {
      const { errors, status } = await app.ask(query, { v: null }, 'admin1');
      expect(status).toBeLessThan(500);
      expect(errors).toHaveLength(1);
      expect(errors[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        fields: [{ path, message: expect.any(String), reason }],
      });
    },
  );

  test('a slip of the pen is answered with a suggestion', async () => {
    const { errors } = await app.ask('{ viewer { rol } }', {}, 'admin1');
    expect(errors[0]?.message).toContain('Did you mean "role"');
  });
});

describe('with its schema hidden, as in production', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ INTROSPECTION_ENABLED: 'false' });
  });
  afterAll(() => app.stop());

  const ORDER = 'query ($v: [InventoryOrder!]) { inventory(orderBy: $v) { totalCount } }';
  const FILTER = 'query ($v: InventoryFilter) { inventory(filter: $v) { totalCount } }';
  const LOGIN = 'mutation ($v: LoginInput!) { login(input: $v) { expiresAt } }';
  test.each([
    ['a field', '{ viewr { role } }', {}],
    ['a field of a field', '{ viewer { rol } }', {}],
    ['a selection left out', '{ viewer }', {}],
    ['a selection too much', '{ viewer { role { x } } }', {}],
    ['an argument', '{ inventory(fist: 1) { totalCount } }', {}],
    ['an argument left out', '{ inventoryGroups { unit } }', {}],
    ['a field of an input', '{ inventory(filter: { lott: 1 }) { totalCount } }', {}],
    ['a required field of an input', 'mutation { login(input: { logn: "x" }) { expiresAt } }', {}],
    ['an enum', '{ inventory(orderBy: [{ field: LOTT }]) { totalCount } }', {}],
    ['a type', 'query ($v: InventoryFiltr) { inventory(filter: $v) { totalCount } }', {}],
    ["a fragment's type", '{ ... on Viewr { role } }', {}],
    ['a type in the wrong place', 'query ($v: Int) { inventory(filter: $v) { totalCount } }', {}],
    ['a directive', '{ viewer @skp { role } }', {}],
    ['a field in a variable', FILTER, { lott: 1 }],
    ['an enum in a variable', ORDER, [{ field: 'LOTT' }]],
    ['a required field in a variable', ORDER, [{}]],
    ['a whole object in a variable', ORDER, 5],
    ['a variable that stands in for a password', LOGIN, { logn: 'x', passwort: 'y' }],
    ['nothing: the schema itself is asked for', '{ __schema { types { name } } }', {}],
  ])('no name of it is found out by a slip in %s', async (_where, query, v) => {
    const { errors, data } = await app.ask(query, { v }, 'admin1');
    expect(data ?? null).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    const own = `${query} ${JSON.stringify(v)}`;
    const names = SCHEMA_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(own));
    for (const { message, extensions } of errors) {
      for (const said of [message, ...(extensions.fields ?? []).map((field) => field.message)]) {
        expect(said).not.toMatch(/did you mean/i);
        expect(
          said
            .match(/"[^"]*"/g)
            ?.join()
            .match(/\w+/g) ?? [],
        ).not.toEqual(expect.arrayContaining([expect.stringMatching(`^(${names.join('|')})$`)]));
      }
    }
  });
});

const SCHEMA_NAMES = [
  ...[
    'viewer',
    'role',
    'first',
    'login',
    'password',
    'field',
    'direction',
    'lot',
    'LOT',
    'by',
    'Viewer',
    'Role',
  ],
  ...['InventoryFilter', 'InventoryOrder', 'InventoryOrderField', 'InventoryGroupKey', 'LoginInput', 'skip'],
];

describe('a request refused before it runs says so in its HTTP status', () => {
  test('and when to come back', () => {
    const error = requestError(new PorticoError('RATE_LIMITED', 'Too many.', { retryAfterSeconds: 2.1 }));
    expect(error).toBeInstanceOf(GraphQLError);
    const { code, http } = error.extensions as {
      code: string;
      http: { status: number; headers: Map<string, string> };
    };
    expect({ code, status: http.status, headers: [...http.headers] }).toEqual({
      code: 'RATE_LIMITED',
      status: 429,
      headers: [['retry-after', '3']],
    });
  });

  test('and how to sign in', () => {
    const { http } = requestError(new PorticoError('UNAUTHENTICATED', 'Sign in.')).extensions as {
      http: { status: number; headers: Map<string, string> };
    };
    expect([http.status, ...http.headers]).toEqual([401, ['www-authenticate', 'Bearer']]);
  });
});
