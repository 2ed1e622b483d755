import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { SaveRateDocument } from '../../schema/operations.generated.js';
import { PACKAGE_ROOT } from '../../src/shared/package-root.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { hasFocus, isLoaded } from '../support/freight-pages.js';
import { keepPictureText, pictureTexts, textOf } from '../support/guide-text.js';
import { servePortal } from '../support/portal-page.js';
import { runCommand } from '../support/run-command.js';
import { button, heading, inventoryRow } from '../support/session-pages.js';
import { type DemoUser, startTestApp } from '../support/start-app.js';

const DOCS = join(PACKAGE_ROOT, 'docs');
const GUIDE = readFileSync(join(DOCS, 'portal.md'), 'utf8');
const PHONE = { width: 390, height: 780 };
const DESK = { width: 1280, height: 720 };

const portal = servePortal(async () => {
  const app = await startTestApp();
  const { code } = await runCommand(['seed'], { settings: { DATABASE_URL: app.databaseUrl } });
  expect(code).toBe(0);
  // So that a picture doesn't depend on who was signed in for those before it.
  await app.tokenOf('customer1');
  const money = {
    base: '35.00',
    perKg: '0.8500',
    minimum: '60.00',
    currency: 'AUD',
    validFrom: '2020-01-01',
  };
  for (const service of ['ECONOMY', 'STANDARD', 'EXPRESS'] as const)
    await app.ask(SaveRateDocument, { input: { ...money, service } }, 'operations1');
  return { app };
});

const COMMAND = 'PORTICO_GUIDE_PICTURES=1 npm run test:web -- test/web/guide.test.ts';
/** A page that is there has no more to do, so that a stale picture need not be waited for as long as a hang. */
const SOON_MS = 20_000;

/** Keeps how a page looks, for readers, and what it says, by which a stale picture is found: no two machines draw alike. */
async function takePicture(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot();
  await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(DOCS, 'portal', `${name}.webp`));
  keepPictureText(name, await textOf(page));
}

/** The text of the first row that a query finds. */
async function first(sql: string): Promise<string> {
  const [row] = await portal.app.database(sql);
  return String(row?.['value']);
}

const quoteThat = (condition: string) =>
  first(`select reference as value from quote where ${condition} order by reference limit 1`);

/** A picture of the guide: whose page, where, and what of it says that it is there. */
interface Picture {
  as: DemoUser;
  at: () => Promise<string> | string;
  ready: (page: Page) => Promise<unknown>;
  viewport?: typeof DESK;
}

const says = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();

const PICTURES: Record<string, Picture> = {
  inventory: {
    as: 'customer1',
    at: () => '/inventory',
    ready: async (page) => {
      await inventoryRow(page).waitFor();
      // Once its rows follow the ERP.
      await page.getByText('· live ·').waitFor();
    },
  },
  quote: {
    as: 'customer1',
    at: async () => `/customer/quotes/${await quoteThat("status = 'QUOTED'")}`,
    ready: (page) => button(page, 'Approve').waitFor(),
  },
  'price-quote': {
    as: 'operations1',
    at: async () => `/operations/quotes/${await quoteThat("status = 'PENDING'")}`,
    ready: says('The rates ask'),
  },
  board: {
    as: 'operations1',
    at: () => '/operations/connotes?view=board',
    ready: (page) => page.getByRole('link', { name: /→/ }).first().waitFor(),
  },
  'customer-access': {
    as: 'operations1',
    at: async () =>
      `/dashboard/customers/${await first('select id as value from customer order by company limit 1')}/portal`,
    ready: says('Portal access'),
  },
  run: {
    as: 'driver1',
    at: () => '/driver/dashboard',
    ready: (page) => page.getByRole('article').first().waitFor(),
    viewport: PHONE,
  },
  'access-preview': {
    as: 'admin1',
    at: async () => `/admin/users/${await new Accounts(portal.app).idOf('customer1')}/access`,
    ready: (page) => page.getByRole('table').waitFor(),
  },
};

test('every picture of the guide is one that the tests take', () => {
  const named = [...GUIDE.matchAll(/\(portal\/([\w-]+)\.webp\)/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(PICTURES).sort());
  const files = readdirSync(join(DOCS, 'portal')).filter((file) => file !== 'pictures.json');
  expect(files.sort()).toEqual(named.map((name) => `${name}.webp`));
  expect(Object.keys(pictureTexts())).toEqual(named);
});

for (const [name, { as, at, ready, viewport = DESK }] of Object.entries(PICTURES))
  testInBrowser(`the guide shows the page as it is: ${name}`, async () => {
    const page = await portal.open({ as, at: await at(), viewport });
    await ready(page);
    await page.waitForLoadState('networkidle');
    if (process.env['PORTICO_GUIDE_PICTURES'] === '1') return takePicture(page, name);
    const message = `docs/portal/${name}.webp shows another page. Take it anew: ${COMMAND} -t "is: ${name}"`;
    await expect.poll(() => textOf(page), { timeout: SOON_MS, message }).toEqual(pictureTexts()[name]);
  });

testInBrowser(
  'the guide is in the portal, with its pictures, and its links lead to its chapters',
  async () => {
    const page = await portal.open({ as: 'warehouse1', at: '/warehouse/dashboard' });
    await page.getByRole('button', { name: /warehouse1/i }).click();
    await page.getByRole('menuitem', { name: 'Help' }).click();
    await heading(page, 'Help').waitFor();
    await page.getByRole('link', { name: 'Inventory', exact: true }).last().click();
    const chapter = page.getByRole('heading', { name: 'Inventory', exact: true });
    await expect.poll(() => hasFocus(chapter)).toBe(true);
    const picture = page.getByRole('img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => isLoaded(picture)).toBe(true);
    await mustBeAccessible(page, 'help');
  },
);
