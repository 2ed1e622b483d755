import { expect } from 'vitest';
import {
  InventoryDocument,
  type InventoryQuery,
  type InventoryQueryVariables,
} from '../../../schema/operations.generated.js';
import type { DemoUser, TestApp } from '../../support/start-app.js';
import { type PagePosition, walkPages } from './walk-pages.js';

type Asked = Pick<InventoryQueryVariables, 'filter' | 'orderBy'>;
type Page = InventoryQuery['inventory'];

/** All rows of a list, page by page from its start. */
export const walk = (app: TestApp, user: DemoUser, asked: Asked, size: number): Promise<Page['nodes']> =>
  walkPages(reading(app, user, asked), size, 'forwards');

/** The same from its end. */
export const walkBack = (app: TestApp, user: DemoUser, asked: Asked, size: number): Promise<Page['nodes']> =>
  walkPages(reading(app, user, asked), size, 'backwards');

const reading =
  (app: TestApp, user: DemoUser, asked: Asked) =>
  async (position: PagePosition): Promise<Page> => {
    const { data, errors } = await app.ask(InventoryDocument, { ...asked, ...position }, user);
    expect(errors).toEqual([]);
    if (!data) throw new Error('no page');
    return data.inventory;
  };
