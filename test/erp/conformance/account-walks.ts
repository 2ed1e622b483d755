import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_PAGE } from '../../../src/shared/connection.js';
import type { DemoUser } from '../../support/start-app.js';
import { type AccountTable, AccountTruth, type Term } from './account-truth.js';
import type { Stage } from './stage.js';
import { type Page, type PagePosition, WAYS, walkPages } from './walk-pages.js';

/** A list of invoices or payments, and what it is held against. */
export interface AccountList<Filter, Order extends Term> extends AccountTable {
  name: 'invoices' | 'payments';
  /** What the names of its filter and of its order begin with. */
  type: 'Invoice' | 'Payment';
  columns: Readonly<Record<Order['field'], string>>;
  /** Orders by more than one field, or by none. */
  orders: Order[][];
  byDefault: Order;
  /** By the fields that they filter by; each finds some of the rows, and not all. */
  filters: Record<string, Filter[]>;
  /** Filters that find nothing. */
  nothing: Filter[];
  /** The ids of the rows that a login sees under a filter. */
  matching(user: DemoUser, filter: Filter): string[];
}

type CountedPage = Page<{ id: string }> & { totalCount?: number };

/** Two customers, one, and all. */
const USERS: DemoUser[] = ['customer1', 'customer2', 'admin1'];
/** By turns, so that either meets both directions. */
const CUSTOMERS: DemoUser[] = ['customer1', 'customer2', 'customer2', 'customer1'];
/** How many orders a filter meets. */
const ORDERS_EACH = 2;

interface Walk<Filter, Order> {
  user: DemoUser;
  filter: Filter;
  orderBy: Order[];
  /** How many pages there are if there are so many rows. */
  pages: number;
}

/** In every order and under every filter, all pages together are what the ERP has, from either end. */
export function accountWalks<Filter, Order extends Term>(
  on: () => Stage,
  list: AccountList<Filter, Order>,
): void {
  const orders = ordersOf(list);
  let truth: AccountTruth;
  beforeAll(async () => {
    truth = await AccountTruth.of(on().erp, list);
  });

  const expectWalks = async ({ user, filter, orderBy, pages }: Walk<Filter, Order>) => {
    const usual = orderBy.length > 0 ? orderBy : [list.byDefault];
    const expected = truth.inOrder(list.matching(user, filter), usual);
    const size = Math.min(MAX_PAGE, Math.ceil(expected.length / pages) || 1);
    const read = async (position: PagePosition) => {
      const counted = position.first !== null && position.after === null;
      const page = await pageOf(on(), list, user, { filter, orderBy, ...position, counted });
      if (counted) expect(page.totalCount).toBe(expected.length);
      return page;
    };
    const walks = WAYS.map((way) => walkPages(read, size, way));
    // Where one fails, the other doesn't go on into the next test.
    await Promise.allSettled(walks);
    for (const [index, nodes] of (await Promise.all(walks)).entries())
      expect([WAYS[index], nodes.map(({ id }) => id)]).toEqual([WAYS[index], expected]);
  };

  describe('all pages together are the whole list in its order, from either end', () => {
    const cases = orders.map(
      (orderBy, index) => [JSON.stringify(orderBy), inTurn(CUSTOMERS, index), orderBy] as const,
    );
    test.each(cases)('%s, of %s', (_order, user, orderBy) =>
      expectWalks({ user, filter: {} as Filter, orderBy, pages: 3 }),
    );
  });

  describe('a filter finds those that match it, and no others, in whatever order', () => {
    const filters = Object.entries(list.filters).flatMap(([field, each]) =>
      each.map((filter) => [JSON.stringify(filter), field, filter] as const),
    );
    test.each(filters.map((one, index) => [...one, index] as const))(
      '%s',
      async (_filter, field, filter, index) => {
        const found = list.matching('admin1', filter).length;
        expect(found).toBeGreaterThan(0);
        expect(found).toBeLessThan(list.matching('admin1', {} as Filter).length);
        for (const [turn, orderBy] of ordersFor(field, index, orders).entries()) {
          await expectWalks({ user: inTurn(USERS, index + turn), filter, orderBy, pages: 2 });
        }
      },
    );

    test.each(
      list.nothing.map((filter, index) => [JSON.stringify(filter), filter, inTurn(orders, index)] as const),
    )('%s finds nothing', async (_filter, filter, orderBy) => {
      expect(list.matching('admin1', filter)).toEqual([]);
      await expectWalks({ user: 'admin1', filter, orderBy, pages: 1 });
    });
  });
}

function inTurn<Item>(items: readonly Item[], turn: number): Item {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('there is nothing to take turns');
  return item;
}

/** A page of nothing but ids: what else is looked up for each row takes a server far longer than the list. */
async function pageOf<Filter, Order extends Term>(
  { app }: Stage,
  { name, type }: AccountList<Filter, Order>,
  user: DemoUser,
  variables: object,
) {
  const query = `
    query ($filter: ${type}Filter, $orderBy: [${type}Order!], $first: Int, $after: String, $last: Int, $before: String,
      $counted: Boolean!) {
      list: ${name}(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
        nodes { id }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        totalCount @include(if: $counted)
      }
    }`;
  const { data, errors } = await app.ask<{ list: CountedPage }, object>(query, variables, user);
  expect(errors).toEqual([]);
  if (!data) throw new Error(`no ${name}`);
  return data.list;
}

/** Each field in both directions, and the others. */
function ordersOf<Filter, Order extends Term>({ columns, orders }: AccountList<Filter, Order>): Order[][] {
  const single = Object.keys(columns).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => [{ field, direction } as Order]),
  );
  return [...single, ...orders];
}

/** The orders that a filter meets: one by its own field if there is any, and others in turn. */
function ordersFor<Order extends Term>(
  filtered: string,
  index: number,
  orders: readonly Order[][],
): Order[][] {
  const field = filtered.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const own = orders.filter(([first]) => first?.field === field);
  const others = [0, 3, 5].map((more) => inTurn(orders, 7 * index + more));
  const all = new Set([...own.slice(index % 2, (index % 2) + 1), ...others]);
  return [...all].slice(0, ORDERS_EACH);
}
