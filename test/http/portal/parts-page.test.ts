import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyProduction } from '../../support/production.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let production: { app: TestApp; drop(): Promise<void> };
beforeAll(async () => {
  const { settings, drop } = await emptyProduction();
  const local = { url: settings['DATABASE_URL'] ?? '', drop };
  app = await startTestApp();
  production = { app: await startTestApp(settings, local), drop };
});
afterAll(async () => {
  await app?.stop();
  await production?.app.stop();
});

const get = (at: TestApp, path: string) => fetch(`${at.url}${path}`, { headers: { accept: 'text/html' } });

test('the page of all parts exists outside production alone', async () => {
  expect((await get(app, '/parts')).status).toBe(200);
  expect(await (await get(app, '/parts')).text()).not.toContain('data-production');
  const missing = await get(production.app, '/parts');
  expect(missing.status).toBe(404);
  // By which the portal itself knows that it has no such page.
  expect(await missing.text()).toContain('<html lang="en" data-production>');
  expect((await get(production.app, '/account')).status).toBe(200);
});
