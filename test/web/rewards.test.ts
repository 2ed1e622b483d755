import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ApproveQuoteDocument, BookShipmentDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { startRewards } from '../support/rewards.js';
import { button, heading } from '../support/session-pages.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(startRewards);
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

/** A quote of a new customer, with its reference. */
async function aQuote(customerId: string, totalAmount: string) {
  const { app, rewards } = portal.served;
  const id = await rewards.quote(customerId, totalAmount);
  const [stored] = await app.database('select reference from quote where id = $1', [id]);
  return { id, reference: String(stored?.['reference']) };
}

testInBrowser(
  'a customer sees their points, uses some on a quote, takes them back, and pays with the rest',
  async () => {
    const { app, rewards } = portal.served;
    const acme = await rewards.newCustomer();
    await rewards.deliver(acme, '101.37');
    const { id, reference } = await aQuote(acme, '9.00');
    const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Rewards' }).click();
    await heading(page, 'Rewards').waitFor();
    await page.getByText('152 points').waitFor();
    await page.getByText('worth 4.56 AUD').waitFor();
    await page.getByText('152 of them expire after').waitFor();
    await row(page, /Earned by a delivery CN-STORED.* \+152 152/).waitFor();
    await mustBeAccessible(page, 'the points of a customer');

    await page.goto(`/customer/quotes/${reference}`);
    const toastSays = await listenToToasts(page);
    await page.getByText('You have 152 points.').waitFor();
    await button(page, 'Use points').click();
    const use = dialog(page, 'Use points on this quote');
    await use.getByText('At most 152 can be used here.').waitFor();
    await use.getByText('4.44 AUD').waitFor();
    await use.getByLabel('Points').fill('153');
    await button(page, 'Use points').last().click();
    await use.getByText('Enter a whole number from 1 to 152.').waitFor();
    await mustBeAccessible(page, 'points to use');
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await use.getByLabel('Points').fill('100');
    await use.getByText('6.00 AUD').waitFor();
    // Meanwhile it has changed in another tab.
    await rewards.redeem(id, 2);
    await button(page, 'Use points').last().click();
    await use.getByText('Meanwhile the quote changed.').waitFor();
    await use.getByText('5.94 AUD').waitFor();
    await button(page, 'Use points').last().click();
    await toastSays('100 points are used.');
    await use.waitFor({ state: 'hidden' });
    await page.getByText('102 points used').waitFor();
    await page.getByText('5.94 AUD').waitFor();
    await page.getByText('You have 50 points.').waitFor();
    await mustBeAccessible(page, 'a quote with points');
    await mustFit(page);
    await button(page, 'Take points back').click();
    await toastSays('The points are back.');
    await page.getByText('102 points used').waitFor({ state: 'detached' });

    await rewards.adjust(acme, 200);
    await rewards.redeem(id, 300);
    await app.ask(ApproveQuoteDocument, { id }, 'customer1');
    const { data } = await app.ask(BookShipmentDocument, { input: { quoteId: id } }, 'customer1');
    await page.goto('/customer/rewards');
    await row(page, /Adjusted: A late delivery .*200/).waitFor();
    await mustFit(page);
    await page.getByRole('link', { name: 'Used on a quote' }).first().click();
    await page.getByText(reference).waitFor();
    await page.getByText('300 points used').waitFor();
    await expect.poll(() => button(page, 'Use points').count()).toBe(0);
    // What is paid in full has a price all the same.
    await page.goto('/customer/bookings');
    await row(page, /Perth WA → Darwin NT.* 0\.00 AUD/).waitFor();
    await page.goto(`/customer/bookings/${data?.bookShipment.connote.number}`);
    await page.getByText('0.00 AUD').waitFor();
  },
);

testInBrowser(
  'staff see the points of a customer, which an administrator adjusts with a reason',
  async () => {
    const { app, rewards } = portal.served;
    const acme = await rewards.newCustomer();
    await rewards.adjust(acme, 10);
    const { id, reference } = await aQuote(acme, '9.00');
    await rewards.redeem(id, 4);
    const staff = await portal.open({ as: 'operations1', at: `/operations/quotes/${reference}` });
    await staff.getByText('4 points used').waitFor();
    await staff.getByText('8.88 AUD').waitFor();
    await staff.goto(`/dashboard/customers/${acme}`);
    await staff
      .getByRole('navigation', { name: 'Parts of the customer' })
      .getByRole('link', { name: 'Rewards' })
      .click();
    await staff.getByText('6 points').waitFor();
    expect(await button(staff, 'Adjust points').count()).toBe(0);
    await staff.getByRole('link', { name: 'Used on a quote' }).click();
    await staff.getByText('4 points used').waitFor();

    const page = await portal.open({ as: 'admin1', at: `/dashboard/customers/${acme}/rewards` });
    const toastSays = await listenToToasts(page);
    await button(page, 'Adjust points').click();
    const adjust = dialog(page, 'Adjust the points of Ada Byron');
    await adjust.getByLabel('Points').fill('1.5');
    await button(page, 'Adjust points').last().click();
    await adjust.getByText('Enter a whole number').waitFor();
    await adjust.getByText('Required').waitFor();
    await mustBeAccessible(page, 'an adjustment that was refused');
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await adjust.getByLabel('Points').fill('-7');
    await adjust.getByLabel('Why').fill('Counted twice');
    await button(page, 'Adjust points').last().click();
    await dialog(page, 'Take 7 points from Ada Byron?').waitFor();
    await button(page, 'Take').click();
    await adjust.getByText('Enter a number: at least -6').waitFor();
    await adjust.getByLabel('Points').fill('-6');
    await button(page, 'Adjust points').last().click();
    await mustBeAccessible(page, 'a question about points');
    await button(page, 'Take').click();
    await toastSays('The points of Ada Byron are adjusted.');
    await adjust.waitFor({ state: 'hidden' });
    await page.getByText('0 points').waitFor();
    await row(page, /Adjusted: Counted twice .*6/)
      .first()
      .waitFor();
    await mustBeAccessible(page, 'the points of a customer, to an administrator');
    await mustFit(page);

    const off = await app.sibling({ REWARDS_POINTS_PER_UNIT: '0' });
    const without = await portal.open({ as: 'admin1', at: `/dashboard/customers/${acme}`, service: off });
    const tabs = without.getByRole('navigation', { name: 'Parts of the customer' });
    await tabs.getByRole('link', { name: 'Bookings' }).waitFor();
    expect(await tabs.getByRole('link', { name: 'Rewards' }).count()).toBe(0);
  },
);
