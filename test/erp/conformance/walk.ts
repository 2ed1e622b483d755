import { expect } from 'vitest';
import {
  InventoryDocument,
  type InventoryQuery,
  type InventoryQueryVariables,
} from '../../../schema/operations.generated.js';
import type { DemoUser, TestApp } from '../../support/start-app.js';

type Asked = Pick<InventoryQueryVariables, 'filter' | 'orderBy'>;
type Page = InventoryQuery['inventory'];

/** All rows of a list, page by page from its start. */
export async function walk(app: TestApp, user: DemoUser, asked: Asked, size: number): Promise<Page['nodes']> {
  const nodes: Page['nodes'] = [];
  for (let after: string | null = null; ; ) {
    const found: Page = await page(app, user, { ...asked, first: size, after });
    expect(found.pageInfo.hasPreviousPage).toBe(after !== null);
    nodes.push(...found.nodes);
    if (!found.pageInfo.hasNextPage) return nodes;
    expect(found.nodes).toHaveLength(size);
    after = found.pageInfo.endCursor ?? null;
  }
}

/** The same from its end. */
export async function walkBack(
  app: TestApp,
  user: DemoUser,
  asked: Asked,
  size: number,
): Promise<Page['nodes']> {
  const pages: Page['nodes'][] = [];
  for (let before: string | null = null; ; ) {
    const found: Page = await page(app, user, { ...asked, first: null, last: size, before });
    expect(found.pageInfo.hasNextPage).toBe(before !== null);
    pages.unshift(found.nodes);
    if (!found.pageInfo.hasPreviousPage) return pages.flat();
    expect(found.nodes).toHaveLength(size);
    before = found.pageInfo.startCursor ?? null;
  }
}

async function page(app: TestApp, user: DemoUser, variables: InventoryQueryVariables): Promise<Page> {
  const { data, errors } = await app.ask(InventoryDocument, variables, user);
  expect(errors).toEqual([]);
  if (!data) throw new Error('no page');
  return data.inventory;
}
