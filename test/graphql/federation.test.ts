import { getDirective } from '@graphql-tools/utils';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import { ApiKeys } from '../support/api-keys.js';
import { trailOf } from '../support/audit-trail.js';
import { addCustomer } from '../support/customers.js';
import { type Federation, startFederation } from '../support/federation.js';
import { rootFieldsOf } from '../support/root-fields.js';
import { runCommand } from '../support/run-command.js';
import { type Answer, type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';

const OWN = 'Acme Beverages';
const FOREIGN = 'Northwind Foods Pty Ltd';
const MISSING = 'Nobody & Sons';
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const USERS: (DemoUser | null)[] = [
  null,
  'customer1',
  'customerall',
  'operations1',
  'admin1',
  'driver1',
  'warehouse1',
];
const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on ErpCustomer { name } ... on Customer { id company } ... on PortalUser { id username } } }`;

type Entities = { _entities: (Record<string, unknown> | null)[] };

let app: TestApp;
let federation: Federation;
let customerId: string;
let loginId: string;
beforeAll(async () => {
  app = await startTestApp({ FEDERATION_ENABLED: 'true' });
  federation = await startFederation(app.url, (await runCommand(['subgraph-schema'])).stdout);
  customerId = (await addCustomer(app, { company: 'Analytical Engines' })).id;
  const [login] = await app.database("select id from portal_user where username = 'customer2'");
  loginId = String(login?.['id']);
  for (const user of USERS) if (user) await app.tokenOf(user);
});
beforeEach(() => {
  app.clear();
  federation.sent.length = 0;
});
afterAll(async () => {
  await federation?.stop();
  await app?.stop();
});

const entities = (representations: unknown, as: DemoUser | { token: string } | null = 'admin1') =>
  app.ask<Entities, object>(ENTITIES, { representations }, as);
const erpCustomer = (name: unknown) => ({ __typename: 'ErpCustomer', name });
const codesOf = ({ errors }: Answer<unknown>) => errors.map(({ extensions }) => extensions.code);
const viaGateway = async (query: string, variables: object, as: DemoUser | null) => {
  const { data, errors = [] } = await federation.ask(query, variables, as && (await app.tokenOf(as)));
  return { data, codes: errors.map(({ extensions }) => extensions['code']) };
};

describe('a gateway answers from Portico and another subgraph', () => {
  test('fields of the other one for what Portico lists', async () => {
    const mine = await viaGateway('{ viewer { erpCustomers { name crmNotes } } }', {}, 'customer1');
    const names = [OWN, 'Brünnhilde Kosmetik GmbH'];
    const erpCustomers = names.map((name) => ({ name, crmNotes: [`note on ${name}`] }));
    expect(mine).toEqual({ data: { viewer: { erpCustomers } }, codes: [] });
    const query = 'query ($id: ID!) { customer(id: $id) { company crmOwner } }';
    expect((await viaGateway(query, { id: customerId }, 'operations1')).data).toEqual({
      customer: { company: 'Analytical Engines', crmOwner: `owner of ${customerId}` },
    });
  });

  test.each<[DemoUser, string[]]>([
    ['customer1', [OWN]],
    ['customerall', [OWN, FOREIGN]],
    ['warehouse1', [OWN, FOREIGN]],
    ['operations1', [OWN, FOREIGN]],
    ['admin1', [OWN, FOREIGN]],
  ])("fields of Portico's for what the other one lists, within the scope of %s", async (as, seen) => {
    const query = `query ($names: [String!]!) {
      watchedStock(names: $names) { name crmNotes inventoryTotals { itemCount } } }`;
    const { data, codes } = await viaGateway(query, { names: [OWN, FOREIGN, MISSING] }, as);
    expect(data?.['watchedStock']).toEqual(
      [OWN, FOREIGN, MISSING].map((name) => (seen.includes(name) ? rowOf(name) : null)),
    );
    // Totals are never null, so without them there is no row. The gateway says that, and Portico nothing.
    expect(codes.filter((code) => code !== undefined)).toEqual([]);
  });

  const rowOf = (name: string) => ({
    ...{ name, crmNotes: [`note on ${name}`] },
    inventoryTotals: { itemCount: expect.any(Number) },
  });

  test('in one request for all entities of a type, with the token of the caller', async () => {
    const ids = [customerId, UNKNOWN_ID];
    const query = 'query ($ids: [ID!]!) { crmCustomers(ids: $ids) { company crmOwner } }';
    const { data } = await viaGateway(query, { ids }, 'operations1');
    expect(data?.['crmCustomers']).toEqual([
      { company: 'Analytical Engines', crmOwner: `owner of ${customerId}` },
      { company: null, crmOwner: `owner of ${UNKNOWN_ID}` },
    ]);
    expect(federation.sent).toHaveLength(1);
    const logins = 'query ($ids: [ID!]!) { crmLogins(ids: $ids) { username } }';
    expect((await viaGateway(logins, { ids: [loginId] }, 'admin1')).data).toEqual({
      crmLogins: [{ username: 'customer2' }],
    });
    const refused = await viaGateway(logins, { ids: [loginId] }, 'operations1');
    expect(refused).toEqual({ data: { crmLogins: [null] }, codes: ['FORBIDDEN'] });
    expect((await viaGateway(query, { ids }, null)).codes).toContain('UNAUTHENTICATED');
  });
});

describe('an entity has the rule of its type', () => {
  const ALLOWED: Record<string, DemoUser[]> = {
    ErpCustomer: ['customer1', 'customerall', 'operations1', 'admin1', 'warehouse1'],
    Customer: ['operations1', 'admin1'],
    PortalUser: ['admin1'],
  };
  test.each(USERS)('for %s', async (as) => {
    const answer = await entities(
      [
        erpCustomer(OWN),
        { __typename: 'Customer', id: customerId.toUpperCase() },
        { __typename: 'PortalUser', id: loginId },
      ],
      as,
    );
    if (as === null) return expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    const open = Object.keys(ALLOWED).filter((type) => ALLOWED[type]?.includes(as));
    expect(answer.data?._entities.flatMap((entity) => entity?.['__typename'] ?? [])).toEqual(open);
    const denied = Object.keys(ALLOWED).filter((type) => !open.includes(type));
    expect(codesOf(answer)).toEqual(denied.map(() => 'FORBIDDEN'));
    const trail = await trailOf(app, answer);
    const written = trail.map(({ action, actor, target }) => [action, actor, target]);
    expect(written.sort()).toEqual(
      denied.sort().map((type) => ['AUTHORIZATION_DENIED', as, `_entities.${type}`]),
    );
  });

  test("another customer's stock is as unknown as one that doesn't exist", async () => {
    const asked = async (name: string) => {
      app.clear();
      const { text } = await entities([erpCustomer(name)], 'customer1');
      return { text, queries: [app.erpQueries.length, app.databaseQueries.length] };
    };
    const foreign = await asked(FOREIGN);
    expect(foreign.text).toBe('{"data":{"_entities":[null]}}\n');
    expect(foreign).toEqual(await asked(MISSING));
    expect(await asked(OWN.toUpperCase())).toEqual(foreign);
    expect((await asked(OWN)).queries).toEqual(foreign.queries);
    const all = await entities([FOREIGN, MISSING, FOREIGN.toLowerCase()].map(erpCustomer), 'customerall');
    expect(all.data?._entities).toEqual([{ __typename: 'ErpCustomer', name: FOREIGN }, null, null]);
  });

  test('which closes it to API keys, and opens it to nobody who says to be a gateway', async () => {
    const { secret } = await new ApiKeys(app).made({ erpCustomerNames: [OWN] });
    const answer = await entities([erpCustomer(OWN)], { token: secret });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect((await trailOf(app, answer)).map(({ target }) => target)).toEqual(['_entities']);
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1' },
        ...{ 'x-forwarded-for': '127.0.0.1', 'x-user-id': loginId, 'x-role': 'ADMIN' },
      },
      body: JSON.stringify({ query: ENTITIES, variables: { representations: [erpCustomer(OWN)] } }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('and so have its fields', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on ErpCustomer { inventory(first: 1) { totalCount } } ... on Customer { portalAccount { status } } } }`;
    const representations = [erpCustomer(OWN), { __typename: 'Customer', id: customerId }];
    const { data, errors } = await app.ask<Entities, object>(query, { representations }, 'warehouse1');
    expect(errors.map(({ path }) => path)).toEqual([['_entities', 1]]);
    expect(data?._entities[0]?.['inventory']).toEqual({ totalCount: expect.any(Number) });
  });
});

describe('many at once', () => {
  test.each([
    ['ErpCustomer', 'name', (n: number) => `Customer ${n}`, { erp: 1, database: 1 }],
    ['Customer', 'id', (n: number) => UNKNOWN_ID.replace(/...$/, String(n + 100)), { erp: 0, database: 2 }],
    ['PortalUser', 'id', (n: number) => UNKNOWN_ID.replace(/...$/, String(n + 100)), { erp: 0, database: 2 }],
  ] as const)('a hundred keys of %s cost as many queries as one', async (__typename, key, keyOf, queries) => {
    const representations = Array.from({ length: 100 }, (_, n) => ({ __typename, [key]: keyOf(n) }));
    const count = async (some: object[]) => {
      app.clear();
      expect((await entities(some)).data?._entities).toHaveLength(some.length);
      return { erp: app.erpQueries.length, database: app.databaseQueries.length };
    };
    // One of the local database's reads the session.
    expect(await count(representations.slice(0, 1))).toEqual(queries);
    expect(await count(representations)).toEqual(queries);
  });

  test('a hundred and one are refused before anything is asked', async () => {
    const { errors } = await entities(Array.from({ length: 101 }, () => erpCustomer(OWN)));
    expect(errors[0]?.message).toBe('representations: found 101; wanted at most 100');
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'representations', reason: 'TOO_MANY', params: { max: 100 } }],
    });
    expect(app.erpQueries).toEqual([]);
  });

  const PAGES = '... on ErpCustomer { inventory(first: 500) { nodes { id partNumber bin lot } } }';
  const literals = Array.from({ length: 60 }, () => `{ __typename: "ErpCustomer", name: "${OWN}" }`).join();
  test.each([
    [
      'in a variable',
      'query ($r: [_Any!]!) { _entities(representations: $r)',
      Array(60).fill(erpCustomer(OWN)),
    ],
    ['by default', `query ($r: [_Any!]! = [${literals}]) { _entities(representations: $r)`, undefined],
    ['in the document', `query { _entities(representations: [${literals}])`, undefined],
  ])('each counts as a row of the query, %s', async (_where, head, r) => {
    const { errors, status } = await app.ask(`${head} { ${PAGES} } }`, { r }, 'admin1');
    expect({ status, limit: errors[0]?.extensions }).toMatchObject({
      status: 400,
      limit: { code: 'QUERY_TOO_COMPLEX', limit: 'cost' },
    });
    expect(app.erpQueries).toEqual([]);
    const one = head.replaceAll(literals, literals.slice(0, literals.indexOf('}') + 1));
    expect((await app.ask(`${one} { ${PAGES} } }`, { r: r?.[0] }, 'admin1')).errors).toEqual([]);
  });

  test('and the other limits hold', async () => {
    const deep = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ErpCustomer { ${'inventory { nodes { erpCustomer { '.repeat(6)} name ${'} } }'.repeat(6)} } } }`;
    expect(codesOf(await app.ask(deep, { r: [] }, 'admin1'))).toEqual(['QUERY_TOO_COMPLEX']);
    const r = Array(100).fill(erpCustomer(OWN));
    const often = Array.from(
      { length: 11 },
      (_, n) => `a${n}: _entities(representations: $r) { __typename }`,
    );
    const { errors } = await app.ask(`query ($r: [_Any!]!) { ${often.join(' ')} }`, { r }, 'admin1');
    expect(errors[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: 'listItems' });
  });
});

test.each<[what: string, representation: unknown, path: string, reason: string]>([
  ['no object', 'ErpCustomer', '', 'INVALID_FORMAT'],
  ['a list', [erpCustomer(OWN)], '', 'INVALID_FORMAT'],
  ['no type', { name: OWN }, '.__typename', 'REQUIRED'],
  ['a type that is no text', { __typename: { toString: 'Customer' } }, '.__typename', 'INVALID_FORMAT'],
  ['an unknown type', { __typename: 'Nothing', id: UNKNOWN_ID }, '.__typename', 'UNKNOWN'],
  ['a type without a key', { __typename: 'InventoryItem', id: '1' }, '.__typename', 'UNKNOWN'],
  ['the root type', { __typename: 'Query' }, '.__typename', 'UNKNOWN'],
  ['a name of every object', { __typename: 'constructor', name: OWN }, '.__typename', 'UNKNOWN'],
  ['the prototype', { __typename: '__proto__', name: OWN }, '.__typename', 'UNKNOWN'],
  ['a huge type', { __typename: 'x'.repeat(100_000) }, '.__typename', 'UNKNOWN'],
  ['no key', { __typename: 'Customer' }, '.id', 'REQUIRED'],
  ['null as a key', { __typename: 'Customer', id: null }, '.id', 'REQUIRED'],
  ['the key of another type', { __typename: 'Customer', name: OWN }, '', 'NOT_ALLOWED'],
  ['a number as a key', { __typename: 'Customer', id: 7 }, '.id', 'INVALID_FORMAT'],
  ['a list of keys', { __typename: 'PortalUser', id: [UNKNOWN_ID] }, '.id', 'INVALID_FORMAT'],
  ['an operator as a key', erpCustomer({ not: '' }), '.name', 'INVALID_FORMAT'],
  ['no id', { __typename: 'PortalUser', id: "' or true --" }, '.id', 'INVALID_FORMAT'],
  ['a long name', erpCustomer('x'.repeat(201)), '.name', 'TOO_LONG'],
  ['a name with NUL', erpCustomer('a\0'), '.name', 'UNPRINTABLE'],
  ['other fields', { ...erpCustomer(OWN), erpScope: 'all' }, '', 'NOT_ALLOWED'],
  [
    'an inherited field',
    JSON.parse(`{"__typename":"ErpCustomer","__proto__":{"name":"x"}}`),
    '',
    'NOT_ALLOWED',
  ],
])('a representation that is %s is refused, and the others are not', async (_what, wrong, path, reason) => {
  const { data, errors, text } = await entities([wrong, erpCustomer(OWN)]);
  expect(data?._entities).toEqual([null, { __typename: 'ErpCustomer', name: OWN }]);
  expect(errors.map((error) => error.path)).toEqual([['_entities', 0]]);
  expect(errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: `representations[0]${path}`, reason }],
  });
  expect(text.length).toBeLessThan(1_000);
  expect(text).not.toMatch(/stacktrace|node_modules|\.[jt]s:\d/);
});

describe('what the settings close', () => {
  const SERVICE = '{ _service { sdl } }';
  test('with introspection, anyone reads what the command prints', async () => {
    const { data } = await app.ask(SERVICE);
    expect(data).toEqual({ _service: { sdl: (await runCommand(['subgraph-schema'])).stdout } });
  });

  test('without introspection the subgraph does not describe itself, and still answers', async () => {
    const hidden = await app.sibling({ INTROSPECTION_ENABLED: 'false' });
    for (const as of [null, 'admin1'] as const) {
      const answer = await hidden.ask(SERVICE, {}, as);
      expect([answer.status, ...codesOf(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
    const { data } = await hidden.ask<Entities, object>(
      ENTITIES,
      { representations: [erpCustomer(OWN)] },
      'customer1',
    );
    expect(data?._entities).toEqual([{ __typename: 'ErpCustomer', name: OWN }]);
    const only = await app.sibling({ TRUSTED_DOCUMENTS: 'only' });
    expect(codesOf(await only.ask(ENTITIES, { representations: [] }, 'customer1'))).toEqual(['FORBIDDEN']);
  });

  test('without federation there is none of it', async () => {
    const off = await app.sibling({ FEDERATION_ENABLED: 'false' });
    for (const query of [SERVICE, '{ _entities(representations: []) { __typename } }']) {
      const answer = await off.ask(query, {}, 'admin1');
      expect([answer.status, ...codesOf(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
  });

  test.each([true, false])('every root field says who may have it, with _service: %s', async (service) => {
    const schema = await createSchema([], { federation: { service } });
    const fields = rootFieldsOf(schema);
    expect(fields.map(({ field }) => field.name).includes('_service')).toBe(service);
    for (const { field } of fields) {
      const given = ['auth', 'public'].filter((name) => getDirective(schema, field, name));
      expect([field.name, given.length]).toEqual([field.name, 1]);
    }
  });
});
