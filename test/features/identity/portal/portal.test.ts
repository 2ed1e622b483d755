import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PortalDocument } from '../../../../schema/operations.generated.js';
import { portalOf } from '../../../../src/composition/portal.js';
import { parseConfig } from '../../../../src/config.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

const SETTINGS = {
  BRAND_NAME: 'Acme Stock',
  BRAND_COLOR: '#aa1122',
  SUPPORT_EMAIL: 'help@acme.example',
  PLAYGROUND_ENABLED: 'false',
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(SETTINGS);
});
afterAll(() => app.stop());

test('anybody learns what the portal is called and what a password must be, without a query', async () => {
  app.clear();
  const { data } = await app.ask(PortalDocument);
  expect(data?.portal).toEqual({
    name: 'Acme Stock',
    version: JSON.parse(readFileSync('package.json', 'utf8')).version,
    color: '#aa1122',
    supportEmail: 'help@acme.example',
    passwordRules: { minLength: 10, maxLength: 256 },
    features: ['FREIGHT', 'LIVE_INVENTORY', 'EXPORTS', 'HISTORY'],
  });
  expect(app.databaseQueries).toEqual([]);
});

test('only a portal that has them offers invoices, payments, histories, rewards, the playground and the demo logins', () => {
  const ALWAYS = ['FREIGHT', 'LIVE_INVENTORY', 'EXPORTS', 'PHOTOS'];
  const ON_POSTGRES = { ERP_KIND: 'postgres', ERP_HOST: 'erp', ERP_DATABASE: 'erp', ERP_USER: 'reader' };
  const featuresOf = (playground: string, demo: boolean, settings = {}) => {
    const off = { ...ON_POSTGRES, ERP_PASSWORD: 'x', REWARDS_POINTS_PER_UNIT: '0', HISTORY_ENABLED: 'false' };
    const { features } = portalOf(parseConfig({ ...off, PLAYGROUND_ENABLED: playground, ...settings }), {
      demo,
    });
    return features.filter((one) => !ALWAYS.includes(one));
  };
  expect(featuresOf('false', false)).toEqual([]);
  expect(featuresOf('false', false, { REWARDS_POINTS_PER_UNIT: '0.5' })).toEqual(['REWARDS']);
  expect(featuresOf('false', false, { HISTORY_ENABLED: 'true' })).toEqual(['HISTORY']);
  expect(featuresOf('false', false, { ERP_INVOICES_SQL: 'select 1' })).toEqual(['INVOICES']);
  // The demo ERP's are there without a setting.
  expect(featuresOf('false', false, { ERP_KIND: 'embedded' })).toEqual(['INVOICES', 'PAYMENTS']);
  expect(featuresOf('true', true)).toEqual(['PLAYGROUND', 'DEMO']);
  expect(featuresOf('false', true)).toEqual(['DEMO']);
  expect(featuresOf('true', false)).toEqual(['PLAYGROUND']);
});

test('a form adds up cubic weight as this portal charges it, and counts days where this portal does', () => {
  const config = parseConfig({ FREIGHT_CUBIC_FACTOR: '333', FREIGHT_TIME_ZONE: 'Australia/Perth' });
  const { freight } = portalOf(config, { demo: false });
  expect(freight).toEqual({ cubicFactor: 333, timeZone: 'Australia/Perth' });
});
