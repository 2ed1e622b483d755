import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CustomerOrder,
  CustomersDocument,
  DeleteCustomerDocument,
  PortalUsersDocument,
  ProvisionPortalAccountDocument,
  RestoreCustomerDocument,
  RestorePortalAccessDocument,
} from '../../../schema/operations.generated.js';
import { trailOf } from '../../support/audit-trail.js';
import { anEmail, Crm } from '../../support/crm.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let crm: Crm;
beforeAll(async () => {
  app = await startTestApp();
  crm = new Crm(app);
});
afterAll(() => app.stop());

const remove = (id: string) => app.ask(DeleteCustomerDocument, { id }, 'admin1');
const restore = (id: string, as: DemoUser | null = 'admin1') => app.ask(RestoreCustomerDocument, { id }, as);
const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code;

describe('a customer who was deleted by mistake', () => {
  test('is restored by an admin, and their access stays revoked until that is restored too', async () => {
    const id = await crm.without();
    await app.ask(ProvisionPortalAccountDocument, { input: { customerId: id } }, 'operations1');
    await remove(id);
    const answer = await restore(id);
    expect(answer.data?.restoreCustomer).toEqual({
      id,
      deletedAt: null,
      portalAccount: { status: 'REVOKED' },
    });
    expect(await trailOf(app, answer)).toMatchObject([
      { action: 'CUSTOMER_RESTORED', actor: 'admin1', facts: { deletedAt: null } },
    ]);
    const access = await app.ask(RestorePortalAccessDocument, { customerId: id }, 'operations1');
    expect(access.errors).toEqual([]);
    expect((await crm.account(id)).status).toBe('PASSWORD_CHANGE_REQUIRED');
    const { data } = await app.ask(PortalUsersDocument, { filter: { customerId: id } }, 'admin1');
    expect(data?.portalUsers.nodes.map(({ email }) => email)).toEqual([(await crm.account(id)).email]);
    const again = await restore(id);
    expect([again.errors, await trailOf(app, again)]).toEqual([[], []]);
  });

  test('stays deleted if another customer has their e-mail by now, also if two of one e-mail are restored at once', async () => {
    const email = anEmail();
    const first = await crm.without({ email });
    await remove(first);
    const second = await crm.without({ email });
    const refused = await restore(first);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'id' }] });
    await remove(second);
    const outcomes = await Promise.all([restore(first), restore(second)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['CONFLICT', undefined]);
  });

  test('is restored by nobody but admins, and not without a record', async () => {
    const id = await crm.without();
    await remove(id);
    for (const role of ['operations1', 'customer1', 'driver1', 'warehouse1'] as const)
      expect(codeOf(await restore(id, role))).toBe('FORBIDDEN');
    expect(codeOf(await restore(id, null))).toBe('UNAUTHENTICATED');
    expect(codeOf(await restore('00000000-0000-4000-8000-000000000000'))).toBe('NOT_FOUND');
  });
});

describe('the list of customers', () => {
  const NAMES = [
    { firstName: 'Bob', lastName: 'adams', company: 'Zeta' },
    { firstName: 'Zoe', lastName: 'Adams', company: null },
    { firstName: 'Ada', lastName: 'Zuse', company: 'alpha' },
    { firstName: 'Ida', lastName: 'Moe', company: null },
  ];
  const SORTED: Record<CustomerOrder['field'], string[]> = {
    NAME: ['Bob', 'Zoe', 'Ida', 'Ada'],
    COMPANY: ['Ada', 'Bob'],
    CREATED_AT: ['Bob', 'Zoe', 'Ada', 'Ida'],
    LAST_LOGIN_AT: ['Ida', 'Zoe'],
  };

  async function pageOf(orderBy: CustomerOrder, after: string | null) {
    const { data, errors } = await app.ask(CustomersDocument, { orderBy, first: 1, after }, 'operations1');
    if (!data) throw new Error(JSON.stringify(errors));
    return data.customers;
  }
  async function walk(orderBy: CustomerOrder) {
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await pageOf(orderBy, after);
      names.push(...page.nodes.map(({ firstName }) => firstName));
      if (!page.pageInfo.hasNextPage) return names;
      after = page.pageInfo.endCursor;
    }
  }

  test.each(['NAME', 'COMPANY', 'CREATED_AT', 'LAST_LOGIN_AT'] as const)(
    'is sorted by %s in either direction, page by page, those without a value last',
    async (field) => {
      await app.database('update portal_user set customer_id = null');
      await app.database('delete from customer');
      const ids = new Map<string, string>();
      for (const name of NAMES) ids.set(name.firstName, await crm.without(name));
      for (const [firstName, username, at] of [
        ['Zoe', 'customer1', '2026-02-02'],
        ['Ida', 'customer2', '2026-02-01'],
      ] as const) {
        await app.database(
          'update portal_user set customer_id = $1, last_login_at = $2 where username = $3',
          [ids.get(firstName), at, username],
        );
      }
      const withValue = SORTED[field];
      for (const direction of ['ASC', 'DESC'] as const) {
        const names = await walk({ field, direction });
        expect(names.slice(0, withValue.length)).toEqual(
          direction === 'ASC' ? withValue : [...withValue].reverse(),
        );
        expect([...names].sort()).toEqual(['Ada', 'Bob', 'Ida', 'Zoe']);
      }
    },
  );

  test('doesn’t continue in another order', async () => {
    const first = await app.ask(
      CustomersDocument,
      { orderBy: { field: 'NAME', direction: 'ASC' }, first: 1 },
      'operations1',
    );
    const after = first.data?.customers.pageInfo.endCursor;
    expect(codeOf(await app.ask(CustomersDocument, { first: 1, after }, 'operations1'))).toBe(
      'BAD_USER_INPUT',
    );
  });
});
