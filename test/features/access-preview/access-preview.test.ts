import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  AccessPreviewDocument,
  type AccessPreviewQuery,
  InventoryDocument,
} from '../../../schema/operations.generated.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
const ids: Record<string, string> = {};
beforeAll(async () => {
  app = await startTestApp();
  for (const { id, username } of await app.database('select id, username from portal_user')) {
    ids[String(username)] = String(id);
  }
  for (const user of ['admin1', 'customer1', 'customerall'] as const) await app.tokenOf(user);
});
afterAll(() => app.stop());
beforeEach(() => app.clear());

async function preview(username: string, variables: { first?: number; after?: string } = {}) {
  const portalUserId = ids[username] ?? '';
  const answer = await app.ask(AccessPreviewDocument, { portalUserId, ...variables }, 'admin1');
  expect(answer.errors).toEqual([]);
  return answer.data?.accessPreview as AccessPreviewQuery['accessPreview'];
}

describe('an admin sees exactly what the user would see', () => {
  test.each(['customer1', 'customerall', 'operations1'] as DemoUser[])('%s', async (user) => {
    const seen = await preview(user);
    const own = await app.ask(InventoryDocument, { first: 50 }, user);
    expect(seen.inventory.nodes.map(({ id }) => id)).toEqual(own.data?.inventory.nodes.map(({ id }) => id));
    expect(seen.inventoryTotals.itemCount).toBe(seen.inventory.totalCount);
    expect(seen.homePath).toBe(user === 'operations1' ? '/operations/dashboard' : '/customer/dashboard');
  });

  test('page by page, with cursors of that user’s list and no other’s', async () => {
    const { inventory } = await preview('customer1', { first: 5 });
    const next = await preview('customer1', { first: 5, after: inventory.pageInfo.endCursor as string });
    expect(next.inventory.nodes).toHaveLength(5);
    // Nothing else is asked: it would go on after the refusal.
    const elsewhere = await app.ask(
      `query($id: ID!, $after: String) { accessPreview(portalUserId: $id) { inventory(after: $after) { totalCount } } }`,
      { id: ids['customer2'], after: inventory.pageInfo.endCursor },
      'admin1',
    );
    expect(elsewhere.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('nothing at all for a driver, and the ERP isn’t asked', async () => {
    const seen = await preview('driver1');
    expect(seen.inventory.totalCount).toBe(0);
    expect(seen.erpCustomers).toEqual([]);
    expect(seen.explanation).toContain('The role DRIVER sees no stock.');
    expect(app.erpQueries).toEqual([]);
  });
});

describe('the explanation says in plain sentences', () => {
  const explained = async (username: string) => (await preview(username)).explanation;
  const change = (username: string, assignment: string) =>
    app.database(`update portal_user set ${assignment} where username = $1`, [username]);

  test('whose stock is shown, and to programs by a reason with its names', async () => {
    expect((await preview('customer1')).reasons).toContainEqual({
      ...{ reason: 'CUSTOMERS', at: null, role: null, moreNames: 0 },
      names: ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'],
    });
    expect((await preview('driver1')).reasons).toContainEqual({
      ...{ reason: 'NO_STOCK_BY_ROLE', at: null, role: 'DRIVER', names: null, moreNames: null },
    });
    expect(await explained('customer1')).toContain(
      'Stock is shown of "Acme Beverages", "Brünnhilde Kosmetik GmbH".',
    );
    expect(await explained('customerall')).toContain('The account was given every ERP customer.');
    expect(await explained('warehouse1')).toContain(
      'The role WAREHOUSE sees the stock of every ERP customer.',
    );
  });

  test('that an assigned name is not in the ERP any more, and that a customer has no stock', async () => {
    await app.database(
      "insert into portal_user_erp_customer (user_id, erp_customer_name) values ($1, 'Gone & Sons')",
      [ids['customer2']],
    );
    const sentences = await explained('customer2');
    await app.database("delete from portal_user_erp_customer where erp_customer_name = 'Gone & Sons'");
    expect(sentences).toContain(
      'The ERP does not have "Gone & Sons" any more, or under another name: nothing is shown for it.',
    );
    expect(await explained('customer2')).not.toContainEqual(expect.stringContaining('does not have'));
  });

  test('that nothing is assigned', async () => {
    const held = await app.database(
      'delete from portal_user_erp_customer where user_id = $1 returning erp_customer_name as name',
      [ids['customer2']],
    );
    expect(await explained('customer2')).toContain('No ERP customers are assigned, so no stock is shown.');
    for (const { name } of held) {
      await app.database('insert into portal_user_erp_customer values ($1, $2)', [ids['customer2'], name]);
    }
  });

  test('that the account is inactive, has to choose a password, or has a temporary one that ran out', async () => {
    await change('customer2', 'active = false, must_change_password = true');
    expect(await explained('customer2')).toEqual(
      expect.arrayContaining([
        'The account is inactive: signing in is refused until it is reactivated.',
        'A new password must be chosen before anything else is shown.',
        'Nobody has signed in to this account yet.',
      ]),
    );
    await change('customer2', "active = true, temporary_password_expires_at = '2026-01-02 03:04:05Z'");
    expect(await explained('customer2')).toContain(
      'The temporary password ran out on 2026-01-02 03:04 UTC: signing in is refused until the password is reset.',
    );
    await change('customer2', 'must_change_password = false, temporary_password_expires_at = null');
  });

  test('that too many sign-ins failed', async () => {
    const one = await app.sibling({ LOGIN_ATTEMPTS: '2' });
    for (const attempt of [1, 2]) {
      const wrong = one.tokenOf('customer2', `wrong ${attempt}`);
      await expect(wrong).rejects.toThrow('INVALID_CREDENTIALS');
    }
    expect(await explained('customer2')).toContainEqual(
      expect.stringMatching(/^Too many sign-ins failed: until 20/),
    );
    await app.database('delete from login_counter');
  });

  test('that the ERP does not answer', async () => {
    const cut = await app.sibling({
      ...{ ERP_KIND: 'postgres', ERP_HOST: '127.0.0.1', ERP_PORT: '1', ERP_DATABASE: 'none' },
      ...{ ERP_USER: 'nobody', ERP_PASSWORD: 'none', ERP_ENCRYPT: 'false' },
    });
    const query = `query($id: ID!) { accessPreview(portalUserId: $id) { explanation } }`;
    const { data, errors } = await cut.ask<{ accessPreview: { explanation: string[] } }, { id?: string }>(
      query,
      { id: ids['customer1'] },
      'admin1',
    );
    expect(errors).toEqual([]);
    expect(data?.accessPreview.explanation).toContain(
      'The ERP does not answer at the moment: no stock can be shown but what was read shortly before.',
    );
  });
});

describe('a look', () => {
  const looks = async () =>
    (
      await app.database(
        "select count(*)::int as n from (select action from audit_intake union all select action from audit_entry) a where action = 'ACCESS_PREVIEWED'",
      )
    )[0]?.['n'];

  test('is written down with who looked at whom', async () => {
    const before = Number(await looks());
    await preview('customer1');
    expect(await looks()).toBe(before + 1);
    const [last] = await app.database(
      `select actor_name, target_id, target_label from (
         select at, action, actor_name, target_id, target_label from audit_intake
         union all select at, action, actor_name, target_id, target_label from audit_entry) a
       where action = 'ACCESS_PREVIEWED' order by at desc limit 1`,
    );
    expect(last).toEqual({
      actor_name: 'admin1',
      target_id: ids['customer1'],
      target_label: 'customer1@demo.example',
    });
  });

  test('that can’t be written down shows nothing', async () => {
    await app.database(`create function refuse_audit() returns trigger language plpgsql as
      $$ begin raise exception 'no room' ; end $$`);
    await app.database(
      'create trigger refuse before insert on audit_intake for each row execute function refuse_audit()',
    );
    const answer = await app.ask(AccessPreviewDocument, { portalUserId: ids['customer1'] ?? '' }, 'admin1');
    await app.database('drop trigger refuse on audit_intake');
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toContain('no room');
  });

  test.each([
    ['an id that no login has', '00000000-0000-4000-8000-000000000000', 'NOT_FOUND'],
    ['what is no id', 'customer1', 'BAD_USER_INPUT'],
  ])('at %s is refused', async (_what, portalUserId, code) => {
    const { errors } = await app.ask(AccessPreviewDocument, { portalUserId }, 'admin1');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  test.each(['operations1', 'customer1', 'driver1', 'warehouse1'] as DemoUser[])(
    'is not for %s, be it at themselves',
    async (user) => {
      const { errors } = await app.ask(AccessPreviewDocument, { portalUserId: ids[user] ?? '' }, user);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    },
  );
});
