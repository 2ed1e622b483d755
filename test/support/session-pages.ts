import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { EndPortalUserSessionsDocument } from '../../schema/operations.generated.js';
import { Accounts } from './accounts.js';
import type { DemoUser, TestApp } from './start-app.js';

/** The title of the page. */
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** A button by exactly its name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A row of the inventory, which says that the page is there with what its user sees. */
export const inventoryRow = (page: Page) =>
  page.getByRole('grid').locator('[role=row]:not([aria-busy])').nth(2);

/** Signs out with the menu of the shell. */
export async function signOut(page: Page, user: DemoUser): Promise<void> {
  await page.getByRole('button', { name: new RegExp(user, 'i') }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** How many sessions of a login have not been ended. */
export async function openSessionsOf(app: TestApp, user: string): Promise<number> {
  const [row] = await app.database(
    `select count(*)::int as open from session s join portal_user u on u.id = s.user_id
     where u.username = $1 and s.revoked_at is null`,
    [user],
  );
  return Number(row?.['open']);
}

/** An admin ends all sessions of a login. */
export async function endSessionsOf(app: TestApp, user: DemoUser): Promise<void> {
  const id = await new Accounts(app).idOf(user);
  const { errors } = await app.ask(EndPortalUserSessionsDocument, { id }, 'admin1');
  expect(errors).toEqual([]);
}

/** How many quotes there are. */
export async function quoteCount(app: TestApp): Promise<number> {
  const [row] = await app.database('select count(*)::int as count from quote');
  return Number(row?.['count']);
}

/** Fills in what a quote needs. */
export async function writeQuote(page: Page): Promise<void> {
  for (const [name, suburb, state] of [
    ['From', 'Hobart', 'TAS'],
    ['To', 'Cairns', 'QLD'],
  ] as const) {
    const group = page.getByRole('group', { name, exact: true });
    await group.getByLabel('Suburb').fill(suburb);
    await group.getByLabel('State').fill(state);
  }
  await page.getByLabel('Packaging').selectOption('Pallet');
  await page.getByLabel('Weight of one').fill('12.5');
}
