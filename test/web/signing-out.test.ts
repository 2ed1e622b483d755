import { expect } from 'vitest';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { servePortal, signIn } from '../support/portal-page.js';
import { heading, inventoryRow, openSessionsOf, signOut, writeQuote } from '../support/session-pages.js';

const portal = servePortal(startFreight);

/** In a tab: until another has told it that somebody signed out. */
const HEAR_OF_DEPARTURE = `new Promise((resolve) => {
  new BroadcastChannel('portico-session /').onmessage = ({ data }) => data.type === 'left' && resolve();
})`;

testInBrowser('after signing out, Back and a reload show nothing, and the server has ended it', async () => {
  const page = await portal.open({ as: 'warehouse1', at: '/inventory' });
  await inventoryRow(page).waitFor();
  expect(await openSessionsOf(portal.app, 'warehouse1')).toBe(1);
  await signOut(page, 'warehouse1');
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf(portal.app, 'warehouse1')).toBe(0);
  await page.goBack();
  await heading(page, 'Sign in').waitFor();
  await page.getByRole('grid').waitFor({ state: 'detached' });
  await page.goto('/inventory');
  await heading(page, 'Sign in').waitFor();
});

testInBrowser('signing out ends the session even if the access token has expired meanwhile', async () => {
  const page = await portal.open({ as: 'driver1', at: '/driver/dashboard' });
  await heading(page, 'Today’s run').waitFor();
  let first: string | undefined;
  await page.route('**/graphql', async (route) => {
    const { authorization } = route.request().headers();
    const isLogout = route.request().postData()?.includes('mutation PortalLogout');
    if (isLogout) first ??= authorization;
    if (!isLogout || authorization !== first) return route.continue();
    const errors = [{ message: 'expired', extensions: { code: 'UNAUTHENTICATED' } }];
    await route.fulfill({ json: { data: null, errors } });
  });
  await signOut(page, 'driver1');
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf(portal.app, 'driver1')).toBe(0);
});

testInBrowser(
  'a sign-out that the server did not hear of is told when the portal is opened again',
  async () => {
    const page = await portal.open({ as: 'customerall', at: '/customer/dashboard', expects: /ERR_FAILED/ });
    await heading(page, 'Dashboard').waitFor();
    const before = await openSessionsOf(portal.app, 'customerall');
    await page.route('**/graphql', (route) => route.abort());
    await signOut(page, 'customerall');
    await heading(page, 'Sign in').waitFor();
    expect(await openSessionsOf(portal.app, 'customerall')).toBe(before);
    await page.unroute('**/graphql');
    await page.goto('/inventory');
    await heading(page, 'Sign in').waitFor();
    await expect.poll(() => openSessionsOf(portal.app, 'customerall')).toBe(before - 1);
  },
);

testInBrowser('whoever stays for what is not saved is not signed out', async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/request-quote' });
  await writeQuote(page);
  const before = await openSessionsOf(portal.app, 'customer1');
  await signOut(page, 'customer1');
  const dialog = page.getByRole('dialog', { name: 'Leave without sending?' });
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Suburb').first().inputValue()).toBe('Hobart');
  // Nor later, when they leave for another page.
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Quotes' }).click();
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
  await heading(page, 'Quotes').waitFor();
  expect(await openSessionsOf(portal.app, 'customer1')).toBe(before);
  await page.goto('/customer/request-quote');
  await writeQuote(page);
  await signOut(page, 'customer1');
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf(portal.app, 'customer1')).toBe(before - 1);
});

testInBrowser('an answer that comes after signing out signs nobody in again', async () => {
  const accounts = new Accounts(portal.app);
  const { username, password } = await accounts.made({ displayName: 'Kim' });
  const page = await portal.open({ at: '/login?to=%2Fchange-password' });
  await signIn(page, username, password);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation PortalChangePassword')) await answered;
    await route.continue();
  });
  // Opened now: there was no session before, and it could not ask for it while the answer is awaited.
  await page.getByLabel('Current password').waitFor();
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Kim' }).waitFor();
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password').fill('tall grass bends in the wind');
  const asked = page.waitForRequest((request) =>
    Boolean(request.postData()?.includes('PortalChangePassword')),
  );
  await page.getByRole('button', { name: 'Set password' }).click();
  await asked;
  const told = page.evaluate(HEAR_OF_DEPARTURE);
  await other.getByRole('button', { name: 'Kim' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await told;
  answer();
  await expect.poll(() => openSessionsOf(portal.app, username)).toBe(0);
  for (const tab of [page, other]) {
    await tab.goto('/');
    await heading(tab, 'Sign in').waitFor();
  }
});

testInBrowser(
  'without a network, a page and an act say so, and nothing is sent later by itself',
  async () => {
    const expects = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|There was no answer/;
    const page = await portal.open({ as: 'customer2', at: '/customer/quotes', expects });
    await heading(page, 'Quotes').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Rejected' }).click();
    const problem = page.getByRole('alert').getByText('The portal can not be reached.');
    await problem.waitFor();
    // What is shown is asked again by itself then; what was pressed is not.
    await page.context().setOffline(false);
    await problem.waitFor({ state: 'detached' });

    // The session can't be opened: the page that was asked for says so, in words, and is there once it can.
    await page.route('**/graphql', (route) => route.abort());
    await page.reload();
    await problem.waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Quotes').waitFor();
  },
);
