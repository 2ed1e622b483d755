import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PortalUserFilter,
  type PortalUserOrder,
  PortalUsersDocument,
} from '../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

interface Person {
  id: string;
  username: string;
  email: string;
  display_name: string | null;
  role_id: number;
  active: boolean;
  must_change_password: boolean;
  email_confirmed: boolean;
  created_at: Date;
  last_login_at: Date | null;
}

let app: TestApp;
let people: Person[];
beforeAll(async () => {
  app = await startTestApp();
  await app.database(
    `insert into portal_user
       (username, username_key, email, email_key, display_name, role_id, password_hash, active, must_change_password,
        email_confirmed, created_at, last_login_at)
     select case n % 3 when 0 then 'USER' when 1 then 'user' else 'User' end || n, 'user' || n,
            'mail' || (120 - n) || '@Demo.Example', 'mail' || (120 - n) || '@demo.example',
            case when n % 4 = 0 then 'Žofie 100% _under' end, 1 + n % 5, 'x', n % 6 > 0, n % 2 = 0, n % 5 > 1,
            timestamptz '2026-01-01' + (n % 7) * interval '1 day',
            case when n % 3 > 0 then timestamptz '2026-02-01' + (n % 5) * interval '1 hour' end
     from generate_series(1, 120) n`,
  );
  await app.tokenOf('admin1');
  people = (await app.database('select * from portal_user')) as unknown as Person[];
});
afterAll(() => app.stop());

async function walk(orderBy: PortalUserOrder, filter: PortalUserFilter, size: number, backwards: boolean) {
  const pages: string[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { data, errors } = await app.ask(PortalUsersDocument, { orderBy, filter, ...page }, 'admin1');
    expect(errors).toEqual([]);
    if (!data) throw new Error('no data');
    const { nodes, pageInfo, totalCount } = data.portalUsers;
    pages[backwards ? 'unshift' : 'push'](nodes.map((user) => user.id));
    expect(totalCount).toBe(people.filter((person) => matches(person, filter)).length);
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return pages.flat();
    cursor = (backwards ? pageInfo.startCursor : pageInfo.endCursor) as string;
  }
}

function matches(person: Person, filter: PortalUserFilter): boolean {
  const text = [person.username, person.email, person.display_name ?? ''].join(' ').toLowerCase();
  const roles = { OPERATIONS: 1, CUSTOMER: 2, ADMIN: 3, DRIVER: 4, WAREHOUSE: 5 };
  return (
    (filter.search == null ||
      filter.search
        .toLowerCase()
        .split(' ')
        .every((word) => text.includes(word))) &&
    (filter.role == null || roles[filter.role] === person.role_id) &&
    (filter.active == null || person.active === filter.active) &&
    (filter.mustChangePassword == null || person.must_change_password === filter.mustChangePassword) &&
    (filter.emailConfirmed == null || person.email_confirmed === filter.emailConfirmed) &&
    (filter.lastLoginBefore == null ||
      person.last_login_at === null ||
      person.last_login_at < new Date(filter.lastLoginBefore))
  );
}

const SORT = {
  USERNAME: 'username_key',
  EMAIL: 'email_key',
  CREATED_AT: 'created_at',
  LAST_LOGIN_AT: 'last_login_at',
};

test('every page of the logins is the unpaged truth, in any order, under any filter, from either end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        field: fc.constantFrom('USERNAME', 'EMAIL', 'CREATED_AT', 'LAST_LOGIN_AT'),
        direction: fc.constantFrom('ASC', 'DESC'),
      }) as fc.Arbitrary<PortalUserOrder>,
      fc.record(
        {
          search: fc.constantFrom('user1', 'DEMO', '100%', '_under', 'mail1 user', 'žofie', '\\', '%'),
          role: fc.constantFrom('CUSTOMER', 'DRIVER'),
          active: fc.boolean(),
          mustChangePassword: fc.boolean(),
          emailConfirmed: fc.boolean(),
          lastLoginBefore: fc.constantFrom('2026-02-01T02:00:00.000Z', '2026-02-01T00:00:00.001Z'),
        },
        { requiredKeys: [] },
      ) as fc.Arbitrary<PortalUserFilter>,
      fc.integer({ min: 7, max: 60 }),
      fc.boolean(),
      async (orderBy, filter, size, backwards) => {
        // The admin who asks signs in meanwhile, so the truth is read afresh.
        people = (await app.database('select * from portal_user')) as unknown as Person[];
        const order = await app.database(
          `select id from portal_user order by ${SORT[orderBy.field]} ${orderBy.direction} nulls last, id ${orderBy.direction}`,
        );
        const within = new Set(people.filter((person) => matches(person, filter)).map((person) => person.id));
        const expected = order.map((row) => String(row['id'])).filter((id) => within.has(id));
        expect(await walk(orderBy, filter, size, backwards)).toEqual(expected);
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

test('the list costs the same for 20 logins and for 200, whatever is asked of each', async () => {
  await app.database(
    `insert into portal_user_erp_customer (user_id, erp_customer_name)
     select u.id, c.name from portal_user u
     cross join unnest(array['Acme Beverages', 'All', 'Nobody any more']) c(name) where u.username like '%ser%'
     on conflict do nothing`,
  );
  await app.database(
    `insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
     select 'more' || n, 'more' || n, 'more' || n || '@demo.example', 'more' || n || '@demo.example', 2, 'x' from generate_series(1, 100) n`,
  );
  await app.database(
    `insert into login_counter (key, user_id, failures, looked_at, forget_at)
     select 'account:' || id, id, 2, 2, now() + interval '1 day' from portal_user where username like 'more%'`,
  );
  const query = `query ($first: Int!) { portalUsers(first: $first) { nodes {
    username allErpCustomers failedLoginCount lockedUntil erpCustomers { name inventoryTotals { itemCount } portalUsers { username } }
  } } }`;
  const costOf = async (first: number) => {
    app.clear();
    const { data, errors } = await app.ask<{ portalUsers: { nodes: object[] } }, object>(
      query,
      { first },
      'admin1',
    );
    expect(errors).toEqual([]);
    expect(data?.portalUsers.nodes).toHaveLength(first);
    return { database: app.databaseQueries.length, erp: app.erpQueries.length };
  };
  // Who asks, the page, what is assigned, what failed, and the other way round; the totals.
  expect([await costOf(20), await costOf(200)]).toEqual([
    { database: 5, erp: 1 },
    { database: 5, erp: 1 },
  ]);
});

describe('one login', () => {
  const one = (id: string) =>
    app.ask<{ portalUser: { username: string; allErpCustomers: boolean } | null }, object>(
      'query ($id: ID!) { portalUser(id: $id) { username allErpCustomers erpCustomers { name } } }',
      { id },
      'admin1',
    );

  test('is found by its id with what it may see', async () => {
    const customer = people.find((person) => person.username === 'customer1');
    expect((await one(customer?.id ?? '')).data?.portalUser).toEqual({
      username: 'customer1',
      allErpCustomers: false,
      erpCustomers: [{ name: 'Acme Beverages' }, { name: 'Brünnhilde Kosmetik GmbH' }],
    });
  });

  test('is null where there is none, and refused by its field where the id is no id', async () => {
    expect((await one('00000000-0000-4000-8000-000000000000')).data).toEqual({ portalUser: null });
    expect((await one("' or true")).errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'id' }],
    });
  });

  test('is found by the ERP customer assigned to it', async () => {
    const { data } = await app.ask(
      PortalUsersDocument,
      { filter: { erpCustomerName: 'Northwind Foods Pty Ltd' } },
      'admin1',
    );
    expect(data?.portalUsers.nodes.map((user) => user.username)).toEqual(['customer2']);
  });

  test('has no password hash to ask for', async () => {
    const { errors } = await app.ask('{ portalUsers { nodes { passwordHash } } }', {}, 'admin1');
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
