import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryDocument, type InventoryQueryVariables } from '../../../schema/operations.generated.js';
import { type Answer, type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const inventory = (variables: InventoryQueryVariables, as: DemoUser = 'customer1') =>
  app.ask(InventoryDocument, variables, as);

const endCursor = async (variables: InventoryQueryVariables, as: DemoUser = 'customer1') => {
  const { data } = await inventory(variables, as);
  return data?.inventory.pageInfo.endCursor ?? '';
};

function expectRefused({ errors, data }: Answer<unknown>, path: string): void {
  expect(data).toBeNull();
  expect(errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors[0]?.extensions.fields?.map((field) => field.path)).toEqual([path]);
}

describe('a cursor is refused', () => {
  test.each([
    ['altered', (cursor: string) => `${cursor.slice(0, -2)}AA`],
    ['cut short', (cursor: string) => cursor.slice(0, 10)],
    ['made up', () => Buffer.from('["Northwind Foods Pty Ltd","A","1"]').toString('base64url')],
    ['empty', () => ''],
    ['not even base64', () => '💥 or 1=1 --'],
  ])('when it is %s', async (_how, forge) => {
    const cursor = await endCursor({ first: 2 });
    expectRefused(await inventory({ first: 2, after: forge(cursor) }), 'after');
    expectRefused(await inventory({ last: 2, before: forge(cursor) }), 'before');
  });

  test('under another order', async () => {
    const after = await endCursor({ first: 2 });
    expectRefused(
      await inventory({ first: 2, after, orderBy: [{ field: 'BIN', direction: 'ASC' }] }),
      'after',
    );
    expectRefused(
      await inventory({ first: 2, after, orderBy: [{ field: 'PART_NUMBER', direction: 'ASC' }] }),
      'after',
    );
  });

  test('under another scope, even one that holds the row', async () => {
    const ofAdmin = await endCursor({ first: 2, filter: { erpCustomerNames: ['Acme Beverages'] } }, 'admin1');
    expectRefused(await inventory({ first: 2, after: ofAdmin }), 'after');
    const ofCustomer = await endCursor({ first: 2 });
    expectRefused(await inventory({ first: 2, after: ofCustomer }, 'customer2'), 'after');
  });

  test('from another list', async () => {
    const { data } = await app.ask<{ portalUsers: { pageInfo: { endCursor: string } } }, object>(
      '{ portalUsers(first: 1) { pageInfo { endCursor } } }',
      {},
      'admin1',
    );
    expectRefused(
      await inventory({ first: 2, after: data?.portalUsers.pageInfo.endCursor }, 'admin1'),
      'after',
    );
  });
});

describe('a page of', () => {
  test.each([
    ['first', 501],
    ['first', -1],
    ['last', 501],
    ['last', -1],
  ])('%s: %i is refused', async (argument, size) => {
    expectRefused(await inventory({ [argument]: size }), argument);
  });

  test('500 is given whole', async () => {
    const { data } = await inventory({ first: 500 });
    expect(data?.inventory.nodes).toHaveLength(500);
  });

  test('0 is empty and still tells whether there is more', async () => {
    const { data } = await inventory({ first: 0 });
    expect(data?.inventory.nodes).toEqual([]);
    expect(data?.inventory.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test('50 comes where no size is asked for', async () => {
    const { data } = await app.ask<{ inventory: { nodes: unknown[] } }, object>(
      '{ inventory { nodes { id } } }',
      {},
      'customer1',
    );
    expect(data?.inventory.nodes).toHaveLength(50);
  });

  test('last: n without a cursor is the end of the list', async () => {
    const all = (await inventory({ first: 500, filter: { erpCustomerNames: ['[Bracket] Labs'] } }, 'admin1'))
      .data;
    const end = (await inventory({ last: 2, filter: { erpCustomerNames: ['[Bracket] Labs'] } }, 'admin1'))
      .data;
    expect(end?.inventory.nodes).toEqual(all?.inventory.nodes.slice(-2));
  });

  test('what lies between two cursors is given from either end', async () => {
    const { data } = await inventory({ first: 10 });
    const { data: second } = await inventory({ first: 1, after: await endCursor({ first: 2 }) });
    const after = second?.inventory.pageInfo.endCursor;
    const before = await endCursor({ first: 8 });
    const forwards = await inventory({ first: 500, after, before });
    const backwards = await inventory({ last: 500, after, before });
    expect(forwards.data?.inventory.nodes).toEqual(data?.inventory.nodes.slice(3, 7));
    expect(backwards.data?.inventory.nodes).toEqual(data?.inventory.nodes.slice(3, 7));
  });
});

test('rows that come and go while somebody pages are neither shown twice nor cost another row', async () => {
  const filter = { erpCustomerNames: ['Under_score Trading'] };
  const orderBy = [{ field: 'EXPIRES_ON' as const, direction: 'DESC' as const }];
  const whole = (await inventory({ first: 500, filter, orderBy }, 'admin1')).data?.inventory.nodes ?? [];
  const seen: string[] = [];
  let inserted = 0;
  for (let after: string | null = null; ; ) {
    const {
      data,
    }: Answer<{ inventory: NonNullable<Awaited<ReturnType<typeof inventory>>['data']>['inventory'] }> =
      await inventory({ first: 17, after, filter, orderBy }, 'admin1');
    seen.push(...(data?.inventory.nodes.map((item) => item.id) ?? []));
    for (const expiry of ['2099-01-01', '2000-01-01', null]) {
      inserted += 1;
      await app.erp(
        `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated, expiry_date)
         values ($1, 'Under_score Trading', 'NEW', 'SYD1', 'EA', 1, 0, $2)`,
        [5_000_000 + inserted, expiry],
      );
    }
    if (!data?.inventory.pageInfo.hasNextPage) break;
    after = data.inventory.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => Number(id) < 5_000_000)).toEqual(whole.map((item) => item.id));
  await app.erp('delete from erp.stock where stock_no > 5000000');
});

test('a row that the cursor stood on may be gone', async () => {
  const filter = { erpCustomerNames: ['[Bracket] Labs'] };
  const whole = (await inventory({ first: 500, filter }, 'admin1')).data?.inventory.nodes ?? [];
  const after = await endCursor({ first: 1, filter }, 'admin1');
  await app.erp('delete from erp.stock where stock_no = $1', [whole[0]?.id]);
  const rest = (await inventory({ first: 500, after, filter }, 'admin1')).data?.inventory.nodes;
  expect(rest).toEqual(whole.slice(1));
});
