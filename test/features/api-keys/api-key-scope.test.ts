import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryGroupsDocument, InventoryTotalsDocument } from '../../../schema/operations.generated.js';
import { ApiKeys } from '../../support/api-keys.js';
import { trailOf, trailWhere } from '../../support/audit-trail.js';
import { firstErrors } from '../../support/first-event.js';
import { expectedIds, SCOPES } from '../../support/inventory-oracle.js';
import { codesOf } from '../../support/quotes.js';
import { rest } from '../../support/rest.js';
import { operationOf, rootFieldsOf } from '../../support/root-fields.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const VARIANTS = ['acme beverages', 'ACME BEVERAGES', 'Acme Beverages ', 'All', 'all', '*', '%'];
const IDS = '{ inventory(first: 500) { nodes { id erpCustomer { name } } } }';
/** The root fields that a key may ask for. */
const OPEN = new Set(['inventory', 'inventoryFacet', 'inventoryGroups', 'inventoryItem', 'inventoryTotals']);
type Key = Awaited<ReturnType<ApiKeys['made']>>;

let app: TestApp;
let keys: ApiKeys;
let acme: Key;
let all: Key;
let everything: Key;
beforeAll(async () => {
  app = await startTestApp();
  keys = new ApiKeys(app);
  await app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
     select 6000000 + n, name, 'SECRET', 'SYD1', 'EA', 1, 0 from unnest($1::text[]) with ordinality as t (name, n)`,
    [VARIANTS],
  );
  acme = await keys.made({ name: 'Acme', erpCustomerNames: [...(SCOPES.customer1 ?? [])] });
  all = await keys.made({ name: 'All', erpCustomerNames: ['All'] });
  everything = await keys.made({ name: 'Everything', erpCustomerNames: [], allErpCustomers: true });
});
afterAll(() => app.stop());

const ownersSeen = async ({ secret }: Key, erpCustomerNames?: string[]) => {
  const filter = erpCustomerNames && { filter: { erpCustomerNames } };
  const variables = { by: ['ERP_CUSTOMER' as const], ...filter, first: 5000 };
  const { data, errors } = await app.ask(InventoryGroupsDocument, variables, { token: secret });
  expect(errors).toEqual([]);
  return new Set(data?.inventoryGroups.map((group) => group.erpCustomer?.name));
};

describe('a key reads the stock of exactly its ERP customers', () => {
  test('by name, in pages, groups and totals', async () => {
    const as = { token: acme.secret };
    const page = await app.ask<{ inventory: { nodes: { id: string }[] } }, object>(IDS, {}, as);
    const expected = expectedIds('customer1', {});
    const seen = page.data?.inventory.nodes.map(({ id }) => id) ?? [];
    expect([seen.length, seen.filter((id) => !expected.has(id))]).toEqual([500, []]);
    expect(await ownersSeen(acme)).toEqual(new Set(SCOPES.customer1));
    const totals = await app.ask(InventoryTotalsDocument, {}, as);
    expect(totals.data?.inventoryTotals.itemCount).toBe(expected.size);
  });

  test('a customer that is named All is a customer like any other, and a key for all reads every one', async () => {
    expect(await ownersSeen(all)).toEqual(new Set(['All']));
    const seen = await ownersSeen(everything);
    for (const name of [...VARIANTS, 'Acme Beverages', 'Zenith Pharma']) expect(seen).toContain(name);
  });

  test.each([...VARIANTS, 'Zenith Pharma', 'No Such Customer'])(
    'not that of %j, and the ERP is not asked',
    async (name) => {
      app.clear();
      expect(await ownersSeen(acme, [name])).toEqual(new Set());
      expect(app.erpQueries).toEqual([]);
    },
  );

  test.each([
    `{ inventory(first: 1) { nodes { erpCustomer { name inventoryTotals { itemCount }
       inventory(filter: { erpCustomerNames: ["Zenith Pharma", "Acme Beverages"] }) { nodes { erpCustomer { name } } } } } } }`,
    '{ inventoryGroups(by: [ERP_CUSTOMER]) { erpCustomer { name inventory(first: 9) { nodes { erpCustomer { name } } } } } }',
  ])('nested too: %s', async (query) => {
    const { text, errors } = await app.ask(query, {}, { token: acme.secret });
    expect(errors).toEqual([]);
    const names = [...text.matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name);
    expect(names).toContain('Acme Beverages');
    for (const name of names) expect(SCOPES.customer1).toContain(name);
  });

  test('whoever created it: two keys of one admin share no answer and no cursor', async () => {
    const query = (after = '') =>
      `{ inventory(first: 1${after}) { nodes { erpCustomer { name } } pageInfo { endCursor } } }`;
    const ask = ({ secret }: Key, text: string) =>
      app.ask<{ inventory: { pageInfo: { endCursor: string } } }, object>(text, {}, { token: secret });
    const [ofAll, ofAcme] = await Promise.all([ask(all, query()), ask(acme, query())]);
    expect(ofAll.text).toContain('"All"');
    expect(ofAcme.text).not.toContain('"All"');
    const cursor = ofAcme.data?.inventory.pageInfo.endCursor;
    const stolen = await ask(all, query(`, after: "${cursor}"`));
    expect(codesOf(stolen)).toEqual(['BAD_USER_INPUT']);
  });
});

/** Operations that ask for all these root fields: several queries in each, but one mutation, as the first refusal ends it. */
function inFewRequests(roots: ReturnType<typeof rootFieldsOf>): string[] {
  const operations = roots.map(({ type, field }) => operationOf(type, field));
  const fieldsOf = (operation: string) => operation.replace(/^query \{(.*)\}$/s, '$1');
  const queries = operations.filter((operation) => operation.startsWith('query')).map(fieldsOf);
  const batches = Array.from({ length: Math.ceil(queries.length / 10) }, (_, n) =>
    queries.slice(n * 10, n * 10 + 10),
  );
  return [
    ...batches.map((batch) => `query { ${batch.join(' ')} }`),
    ...operations.filter((operation) => !operation.startsWith('query')),
  ];
}

describe('a key reads nothing but stock', () => {
  const entriesBy = (key: Key) => trailWhere(app, 'actor_name = $1', `API key ${key.name} (${key.prefix}…)`);

  test('every other root field is refused, and each attempt is audited', async () => {
    const key = await keys.made({ name: 'Curious' });
    // Closed is what is not in this list, so that a field opened to keys by mistake is found.
    const fields = rootFieldsOf(buildSchema(readFileSync('schema/schema.graphql', 'utf8')));
    const closed = fields.filter(({ field }) => !OPEN.has(field.name));
    expect(closed).toHaveLength(fields.length - OPEN.size);
    const [streamed, answered] = [true, false].map((is) =>
      closed.filter(({ type }) => (type === 'Subscription') === is),
    ) as [typeof closed, typeof closed];
    for (const { type, field } of streamed) {
      const errors = await firstErrors(app, operationOf(type, field), { token: key.secret });
      expect([field.name, codesOf({ errors })]).toEqual([field.name, ['FORBIDDEN']]);
    }
    for (const operation of inFewRequests(answered)) {
      const answer = await app.ask(operation, {}, { token: key.secret });
      expect([operation, new Set(codesOf(answer))]).toEqual([operation, new Set(['FORBIDDEN'])]);
      expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
    // A field that can't be null ends the answer; the entries of the others may follow it.
    await until(async () => (await entriesBy(key)).length >= closed.length);
    const entries = await entriesBy(key);
    expect(entries.map(({ target }) => target).sort()).toEqual(closed.map(({ field }) => field.name).sort());
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['AUTHORIZATION_DENIED']));
    const rows = await app.database(
      `select distinct target_type, target_id from (
         select target_type, target_id, actor_name from audit_entry
         union all select target_type, target_id, actor_name from audit_intake) e where actor_name = $1`,
      [entries[0]?.actor],
    );
    expect(rows).toEqual([{ target_type: 'API_KEY', target_id: key.id }]);
  });

  test.each([
    ['nested', '{ inventory(first: 1) { nodes { erpCustomer { portalUsers { email } } } } }'],
    ['nested, by alias', '{ inventory(first: 1) { nodes { erpCustomer { name: portalUsers { email } } } } }'],
    ['by alias', '{ inventory: portalUsers { totalCount } }'],
    ['in a fragment', '{ ...F } fragment F on Query { viewer { user { email } } }'],
  ])('%s', async (_how, query) => {
    const answer = await app.ask(query, {}, { token: acme.secret });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(answer.text).not.toMatch(/@demo\.example|"totalCount":/);
    expect(await trailOf(app, answer)).toMatchObject([{ action: 'AUTHORIZATION_DENIED' }]);
  });

  test('not by REST either', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const description = await rest(app, 'GET', '/api/openapi.json', { as: null });
    const operations = Object.entries<object>(description.body.paths).flatMap(([path, methods]) =>
      Object.entries<{ security?: object[] }>(methods as never).map(([method, operation]) => ({
        ...{ method, path },
        closed: (operation.security ?? description.body.security ?? []).length > 0,
      })),
    );
    const closed = operations.filter((operation) => operation.closed);
    expect(closed.length).toBeGreaterThan(3);
    for (const { method, path } of closed) {
      const body = /post|patch/.test(method) ? { body: {} } : {};
      const at = path.replace(/\{\w+\}/g, id);
      const answer = await rest(app, method.toUpperCase(), at, { as: { token: acme.secret }, ...body });
      expect([path, answer.status, answer.body?.code]).toEqual([path, 403, 'FORBIDDEN']);
      expect(await trailOf(app, answer)).toMatchObject([
        { action: 'AUTHORIZATION_DENIED', actor: expect.stringContaining('API key Acme') },
      ]);
    }
  });

  test('the schema is as visible as to anyone', async () => {
    const query = '{ __typename __schema { queryType { name } } }';
    const { data } = await app.ask(query, {}, { token: acme.secret });
    expect(data).toEqual((await app.ask(query)).data);
  });
});
