import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CreateCustomerDocument,
  type CreateCustomerInput,
  type CustomerFilter,
  CustomersDocument,
  DeleteCustomerDocument,
  UpdateCustomerDocument,
  type UpdateCustomerInput,
} from '../../../schema/operations.generated.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await Promise.all([app.tokenOf('admin1'), app.tokenOf('operations1')]);
});
afterAll(() => app.stop());

let made = 0;
const somebody = (more: Partial<CreateCustomerInput> = {}): CreateCustomerInput => {
  made += 1;
  return {
    ...{ firstName: 'Ada', lastName: `Byron ${made}`, email: `ada${made}@engines.example` },
    provisionPortalAccount: false,
    ...more,
  };
};
async function create(more: Partial<CreateCustomerInput> = {}, as: DemoUser = 'operations1') {
  const { data, errors } = await app.ask(CreateCustomerDocument, { input: somebody(more) }, as);
  expect(errors).toEqual([]);
  return data?.createCustomer.customer as { id: string; version: number; email: string | null };
}
const codesOf = (answer: { errors: { extensions: { code: string } }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code);
const update = (input: UpdateCustomerInput) => app.ask(UpdateCustomerDocument, { input }, 'operations1');
const trail = (id: string) =>
  app.database(
    `select action, actor_name, target_label, changes from (
       select id, at, action, actor_name, target_id, target_label, changes from audit_intake
       union select id, at, action, actor_name, target_id, target_label, changes from audit_entry) a
     where target_id = $1 order by at, action`,
    [id],
  );

describe('a customer', () => {
  test('is kept as entered, without blanks around it, and written down', async () => {
    const { id } = await create({
      company: ' Analytical Engines Ltd ',
      phone: '+44 20 5550 1234',
      source: 'CRM',
    });
    const { data } = await app.ask(CustomersDocument, { filter: { search: 'analytical 5550' } }, 'admin1');
    expect(data?.customers.nodes).toMatchObject([
      {
        id,
        company: 'Analytical Engines Ltd',
        source: 'CRM',
        portalAccount: { accountExists: false, status: 'NONE' },
      },
    ]);
    expect(await trail(id)).toMatchObject([
      { action: 'CUSTOMER_CREATED', actor_name: 'operations1', target_label: `ada${made}@engines.example` },
    ]);
  });

  test('need not have an e-mail', async () => {
    await create({ email: null });
    await create({ email: '' });
    expect((await create({ email: null })).email).toBeNull();
  });

  test('can’t have the e-mail of another, in any case, until that one is deleted', async () => {
    const first = await create({ email: 'grace@navy.example' });
    const again = { ...somebody(), email: 'Grace@Navy.example' };
    const taken = await app.ask(CreateCustomerDocument, { input: again }, 'operations1');
    expect(codesOf(taken)).toEqual(['CONFLICT']);
    expect(taken.errors[0]?.extensions.fields).toEqual([
      {
        path: 'input.email',
        message: '"Grace@Navy.example" is the e-mail of another customer',
        reason: 'TAKEN',
      },
    ]);
    const other = await create();
    expect(codesOf(await update({ id: other.id, email: 'GRACE@navy.example' }))).toEqual(['CONFLICT']);
    await app.ask(DeleteCustomerDocument, { id: first.id }, 'admin1');
    expect((await create({ email: 'grace@navy.example' })).email).toBe('grace@navy.example');
  });

  test('changes only where something differs, and each change is written down with before and after', async () => {
    const { id, version } = await create({ company: 'Old Ltd' });
    const same = await update({ id, version, company: 'Old Ltd' });
    expect(same.data?.updateCustomer.version).toBe(version);
    const changed = await update({ id, version, company: null, phone: '555 0199' });
    expect(changed.data?.updateCustomer).toMatchObject({
      company: null,
      phone: '555 0199',
      version: version + 1,
    });
    expect((await trail(id)).at(-1)).toMatchObject({
      action: 'CUSTOMER_UPDATED',
      changes: [
        { field: 'company', before: 'Old Ltd', after: null },
        { field: 'phone', before: null, after: '555 0199' },
      ],
    });
  });

  test('edited twice from one version takes the first edit and refuses the second', async () => {
    const { id, version } = await create();
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((lastName) => update({ id, version, lastName })),
    );
    expect(answers.flatMap(codesOf)).toEqual(['CONFLICT', 'CONFLICT']);
  });

  test('that is deleted stays on record, is listed only on demand, and can’t be edited', async () => {
    const { id } = await create({ lastName: 'Gone-Away' });
    const { data } = await app.ask(DeleteCustomerDocument, { id }, 'admin1');
    expect(data?.deleteCustomer.deletedAt).not.toBeNull();
    const listed = async (filter: CustomerFilter) =>
      (await app.ask(CustomersDocument, { filter: { search: 'gone-away', ...filter } }, 'admin1')).data
        ?.customers.totalCount;
    expect([await listed({}), await listed({ includeDeleted: true })]).toEqual([0, 1]);
    expect(codesOf(await update({ id, lastName: 'Back' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await app.ask(DeleteCustomerDocument, { id }, 'admin1'))).toEqual(['NOT_FOUND']);
    expect((await trail(id)).map(({ action }) => action)).toEqual(['CUSTOMER_CREATED', 'CUSTOMER_DELETED']);
  });

  test.each([
    ['firstName', '  '],
    ['lastName', 'x'.repeat(101)],
    ['lastName', 'a\u0000b'],
    ['company', 'two\nlines'],
    ['email', 'not an address'],
    ['email', 'a@x.example, b@y.example'],
    ['email', 'a@x.example\r\nBcc: b@y.example'],
    ['phone', 'call me'],
  ] as const)('with a wrong %s is refused with the field named: %j', async (field, value) => {
    const before = await app.database('select count(*)::int as n from customer');
    const answer = await app.ask(
      CreateCustomerDocument,
      { input: somebody({ [field]: value }) },
      'operations1',
    );
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual([`input.${field}`]);
    expect(await app.database('select count(*)::int as n from customer')).toEqual(before);
  });
});

test('pages hold every customer once, in both directions, also those made in one moment', async () => {
  await app.database(`insert into customer (first_name, last_name, source, created_at)
    select 'Page', 'Row ' || n, 'API', timestamptz '2026-01-01' + (n / 4) * interval '1 second'
    from generate_series(1, 23) n`);
  const filter = { search: 'page row' };
  const page = async (variables: object) => {
    const { data } = await app.ask(CustomersDocument, { filter, ...variables }, 'operations1');
    if (!data) throw new Error('no data');
    expect(data.customers.totalCount).toBe(23);
    return { ids: data.customers.nodes.map(({ id }) => id), ...data.customers.pageInfo };
  };
  const walk = async (backwards: boolean) => {
    const pages: string[][] = [];
    for (let cursor: string | null | undefined = null, more = true; more; ) {
      const one = await page(backwards ? { last: 5, before: cursor } : { first: 5, after: cursor });
      pages.push(one.ids);
      more = backwards ? one.hasPreviousPage : one.hasNextPage;
      cursor = backwards ? one.startCursor : one.endCursor;
    }
    return (backwards ? pages.reverse() : pages).flat();
  };
  const forwards = await walk(false);
  expect(new Set(forwards).size).toBe(23);
  expect(await walk(true)).toEqual(forwards);
});

test('the accounts of 200 customers, and the customers of 200 logins, cost a constant number of queries', async () => {
  await app.database(`with made as (
      insert into customer (first_name, last_name, source) select 'Many', 'Many ' || n, 'API'
      from generate_series(1, 200) n returning id, last_name)
    insert into portal_user (username, username_key, email, email_key, role_id, password_hash, customer_id)
    select name, lower(name), name || '@many.example', lower(name) || '@many.example', 2, 'x', id
    from (select replace(last_name, ' ', '-') as name, id from made) as named`);
  const queriesFor = async (query: string) => {
    app.clear();
    const { data, errors } = await app.ask<Record<string, { nodes: unknown[] }>, object>(query, {}, 'admin1');
    expect(errors).toEqual([]);
    return { rows: Object.values(data ?? {})[0]?.nodes.length, queries: app.databaseQueries.length };
  };
  const accounts = (first: number) =>
    `{ customers(first: ${first}, filter: { search: "many" }) { nodes { portalAccount { status createdAt lastLoginAt user { username } } } } }`;
  const customersOf = (first: number) =>
    `{ portalUsers(first: ${first}, filter: { search: "many" }) { nodes { customer { firstName company } } } }`;
  for (const query of [accounts, customersOf]) {
    const [few, many] = [await queriesFor(query(2)), await queriesFor(query(200))];
    expect([few.rows, many.rows]).toEqual([2, 200]);
    expect(many.queries).toBe(few.queries);
  }
});

test('the status of an account can be looked for', async () => {
  await app.database(`with made as (
      insert into customer (first_name, last_name, source, provisioning, provisioning_error)
      values ('Status', 'pending', 'API', 'PENDING', null), ('Status', 'failed', 'API', 'FAILED', 'taken'),
        ('Status', 'revoked', 'API', 'DONE', null), ('Status', 'active', 'API', 'DONE', null)
      returning id, last_name)
    insert into portal_user (username, username_key, email, email_key, role_id, password_hash, customer_id, active)
    select 'status-' || last_name, 'status-' || last_name, last_name || '@status.example', last_name || '@status.example', 2, 'x', id, last_name = 'active'
    from made where last_name in ('revoked', 'active')`);
  for (const status of ['PENDING', 'FAILED', 'REVOKED', 'ACTIVE'] as const) {
    const filter = { search: 'status', accountStatus: status };
    const { data, errors } = await app.ask(CustomersDocument, { filter }, 'operations1');
    expect(errors).toEqual([]);
    expect(data?.customers.nodes.map(({ lastName }) => lastName.toUpperCase())).toEqual([status]);
    expect(data?.customers.nodes[0]?.portalAccount.status).toBe(status);
  }
});

test.each(['customer1', 'driver1', 'warehouse1'] as DemoUser[])(
  'customers are none of %s’s business',
  async (user) => {
    const answers = await Promise.all([
      app.ask(CustomersDocument, {}, user),
      app.ask(CreateCustomerDocument, { input: somebody() }, user),
      app.ask(DeleteCustomerDocument, { id: '00000000-0000-4000-8000-000000000000' }, user),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  },
);

test('operations can’t delete a customer', async () => {
  const { id } = await create();
  expect(codesOf(await app.ask(DeleteCustomerDocument, { id }, 'operations1'))).toEqual(['FORBIDDEN']);
});
