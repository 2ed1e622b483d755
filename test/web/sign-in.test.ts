import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { servePortal, signIn } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

/** The path of a mailed link, with all that follows it. */
async function linkIn(address: string, { subject, atLeast = 1 }: { subject: RegExp; atLeast?: number }) {
  const mails = await portal.app.mailsTo(address, atLeast);
  const { text } = mails.find((mail) => subject.test(mail.subject)) ?? { text: '' };
  const [link = ''] = /http\S+#token=\S+/.exec(text) ?? [];
  const { pathname, hash } = new URL(link);
  return `${pathname}${hash}`;
}

testInBrowser(
  'one click signs in as a login of the demo, and whoever is signed in goes on from /login',
  async () => {
    const page = await portal.open({ at: '/login' });
    await page.route('**/graphql', async (route) => {
      // Only a service with a database of its own has a demo.
      if (!route.request().postData()?.includes('query PortalAbout')) return route.continue();
      const answer = await (await route.fetch()).json();
      answer.data.portal.features.push('DEMO');
      await route.fulfill({ json: answer });
    });
    await page.goto('/admin-login');
    await heading(page, 'Sign in').waitFor();
    await mustBeAccessible(page, 'signing in');
    await button(page, 'operations1').click();
    await page.waitForURL(/\/operations\/dashboard$/);
    await page.goto('/login');
    await page.waitForURL(/\/operations\/dashboard$/);
  },
);

testInBrowser('a wrong password is said in words, and the login stays in its field', async () => {
  const page = await portal.open({ at: '/login' });
  await signIn(page, 'customer1', 'wrong');
  await page.getByRole('alert').getByText('Wrong user name, e-mail or password.').waitFor();
  expect(await page.getByLabel('User name or e-mail').inputValue()).toBe('customer1');
  await expect.poll(() => page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
  await mustBeAccessible(page, 'a wrong password');
});

testInBrowser('nobody is led to another site by the address of the sign-in page', async () => {
  const page = await portal.open({ at: '/login' });
  const hostile = [
    '//evil.example',
    '/\\evil.example',
    '\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
  ];
  const login = (to: string) => page.goto(`/login?to=${encodeURIComponent(to)}`);
  await login('//evil.example');
  await signIn(page, 'customer1');
  await page.waitForURL(`${portal.app.url}/customer/dashboard`);
  // Whoever is signed in already is led on without a press, by the same address.
  for (const to of hostile) {
    await login(to);
    await page.waitForURL(`${portal.app.url}/customer/dashboard`);
  }
  await page.getByRole('button', { name: /customer1/i }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
  await page.goto('/login?to=%2Finventory%3Fstatus%3DHELD');
  await signIn(page, 'customer1');
  await page.waitForURL(/\/inventory\?status=HELD$/);
});

testInBrowser('the link of a mail sets a new password once, and says so when it is dead', async () => {
  const accounts = new Accounts(portal.app);
  const { email } = await accounts.made({ displayName: 'Kim' });
  const page = await portal.open({ at: '/login' });
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await mustBeAccessible(page, 'a forgotten password');
  await button(page, 'Send the link').click();
  await heading(page, 'Look into your mail').waitFor();
  const link = await linkIn(email, { subject: /^Choose a new/, atLeast: 2 });
  await page.goto(link);
  await heading(page, 'Choose a new password').waitFor();
  await mustBeAccessible(page, 'a new password');
  await page.getByLabel('New password').fill('short');
  await button(page, 'Set password').click();
  await page.getByText(/At least \d+ characters$/).waitFor();
  await page.getByLabel('New password').fill('wet lanterns hum at noon');
  await button(page, 'Set password').click();
  await page.waitForURL(/dashboard$/);
  await page.goto('/');
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel('New password').fill('another lantern hums at noon');
  await button(page, 'Set password').click();
  await heading(page, 'This link does not work').waitFor();
  await mustBeAccessible(page, 'a dead link');
  await page.getByRole('link', { name: 'Get a link for a new password' }).click();
  await heading(page, 'Get a link for a new password').waitFor();
});

testInBrowser('the link of a welcome mail confirms the address after a press', async () => {
  const { email } = await new Accounts(portal.app).made({ displayName: 'Lee' });
  const page = await portal.open({
    at: await linkIn(email, { subject: /./ }),
  });
  await heading(page, 'Is this your address?').waitFor();
  await mustBeAccessible(page, 'an address to confirm');
  await button(page, 'Confirm the address').click();
  await heading(page, 'Your address is confirmed').waitFor();
  await page.goto('/confirm-email#token=nothing-like-it');
  await page.reload();
  await button(page, 'Confirm the address').click();
  await heading(page, 'This link does not work').waitFor();
});

testInBrowser(
  'a password that was given is changed before anything else, and then one is there',
  async () => {
    const accounts = new Accounts(portal.app);
    const { data } = await accounts.create({ displayName: 'Pat' });
    const temporary = data?.createPortalUser.temporaryPassword ?? '';
    const username = data?.createPortalUser.portalUser.username ?? '';
    const page = await portal.open({ at: '/inventory?status=HELD' });
    await signIn(page, username, temporary);
    await heading(page, 'Choose a new password').waitFor();
    await page.reload();
    await heading(page, 'Choose a new password').waitFor();
    await mustBeAccessible(page, 'a forced change');
    await page.getByLabel('Current password').fill('not it');
    await page.getByLabel('New password').fill('quiet rivers turn at dusk');
    await button(page, 'Set password').click();
    await page.getByText('This password is wrong.').waitFor();
    await page.getByLabel('Current password').fill(temporary);
    await button(page, 'Set password').click();
    await page.waitForURL(/\/inventory\?status=HELD$/);
  },
);

testInBrowser('a session that ends while one chooses a password costs nothing that was typed', async () => {
  const { username, password } = await new Accounts(portal.app).made({ displayName: 'Robin' });
  const page = await portal.open({ at: '/change-password' });
  await signIn(page, username, password);
  await heading(page, 'Choose a new password').waitFor();
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password').fill('slow kites drift past noon');
  await portal.app.database(
    'delete from session where user_id = (select id from portal_user where username = $1)',
    [username],
  );
  await button(page, 'Set password').click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/dashboard$/);
  expect(await portal.app.tokenOf(username, 'slow kites drift past noon')).toMatch(/./);
});
