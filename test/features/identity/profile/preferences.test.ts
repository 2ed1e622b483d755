import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MyProfileDocument,
  UpdatePreferencesDocument,
  type ViewerPreferencesInput,
} from '../../../../schema/operations.generated.js';
import { timeFormatOf } from '../../../../src/features/mail/templates/time-format.js';
import { type DemoUser, startTestApp, type TestApp } from '../../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const DEFAULTS = { locale: null, timeZone: null, theme: 'SYSTEM', density: 'COMFORTABLE' };
const update = (input: ViewerPreferencesInput, as: DemoUser | null = 'customer1') =>
  app.ask(UpdatePreferencesDocument, { input }, as);
const of = async (as: DemoUser) => (await app.ask(MyProfileDocument, {}, as)).data?.viewer?.preferences;

test('a viewer’s preferences are their own; what is left out stays, and null resets', async () => {
  expect(await of('driver1')).toEqual(DEFAULTS);
  const { data } = await update({ locale: 'DE-at', timeZone: 'Europe/Vienna', theme: 'DARK' }, 'driver1');
  const chosen = { ...DEFAULTS, locale: 'de-AT', timeZone: 'Europe/Vienna', theme: 'DARK' };
  expect(data?.updatePreferences).toEqual(chosen);
  await update({ density: 'COMPACT', theme: null }, 'driver1');
  expect(await of('driver1')).toEqual({ ...chosen, theme: 'SYSTEM', density: 'COMPACT' });
  expect(await of('customer2')).toEqual(DEFAULTS);
  await update({ locale: null, timeZone: null, theme: null, density: null }, 'driver1');
  expect(await of('driver1')).toEqual(DEFAULTS);
});

test('fields that are changed at once are all kept', async () => {
  const changes: ViewerPreferencesInput[] = [
    { locale: 'fr' },
    { timeZone: 'UTC' },
    { theme: 'LIGHT' },
    { density: 'COMPACT' },
  ];
  await Promise.all(changes.map((change) => update(change, 'warehouse1')));
  expect(await of('warehouse1')).toEqual({
    locale: 'fr',
    timeZone: 'UTC',
    theme: 'LIGHT',
    density: 'COMPACT',
  });
});

test.each<[ViewerPreferencesInput, string]>([
  [{ locale: 'not a tag' }, 'input.locale'],
  [{ locale: '' }, 'input.locale'],
  [{ locale: `en-${'x'.repeat(200)}` }, 'input.locale'],
  [{ timeZone: 'IST' }, 'input.timeZone'],
  [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
  [{ timeZone: '' }, 'input.timeZone'],
])('%j is refused', async (input, path) => {
  const { errors } = await update(input);
  expect(errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [
      {
        ...{ path, reason: 'INVALID_FORMAT' },
        params: { format: 'locale' in input ? 'locale' : 'time_zone' },
      },
    ],
  });
});

test('nobody has preferences without signing in, and many viewers of one request cost one query', async () => {
  expect((await update({}, null)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await app.tokenOf('admin1');
  app.clear();
  const viewers = Array.from(
    { length: 20 },
    (_, n) => `v${n}: viewer { preferences { theme } pendingEmail }`,
  );
  const { errors } = await app.ask(`{ ${viewers.join(' ')} }`, {}, 'admin1');
  expect(errors).toEqual([]);
  expect(app.databaseQueries.filter((sql) => sql.includes('viewer_preferences'))).toHaveLength(1);
  expect(app.databaseQueries.filter((sql) => sql.includes('account_token'))).toHaveLength(1);
});

describe('the times in a mail', () => {
  const expiresAt = '2099-01-22T09:30:00Z';
  const mailTo = async (to: string) => {
    await app.post({ to, template: 'PASSWORD_RESET', data: { username: 'x', token: 'x', expiresAt } });
    return (await app.mailsTo(to)).at(-1)?.text;
  };

  test('are in the time zone and the form that its reader has chosen, whatever the case of the address', async () => {
    await update({ locale: 'en-US', timeZone: 'Australia/Sydney' }, 'customer1');
    expect(await mailTo('Customer1@demo.example')).toContain('January 22, 2099, 8:30 PM (Australia/Sydney)');
  });

  test('are in UTC for anybody else', async () => {
    expect(await mailTo('stranger@demo.example')).toContain('22 January 2099, 09:30 UTC');
  });

  test.each([
    ['de', null, '22 January 2099, 09:30 UTC', '6 December 2026'],
    ['de-AT', 'Europe/Vienna', '22 January 2099, 10:30 (Europe/Vienna)', '6 December 2026'],
    ['en-US-u-hc-h23', 'America/New_York', 'January 22, 2099, 04:30 (America/New_York)', 'December 6, 2026'],
    ['ar-SA-u-nu-arab', 'UTC', 'January 22, 2099, 9:30 AM UTC', 'December 6, 2026'],
    ['th-TH', 'UTC', 'January 22, 2099, 9:30 AM UTC', 'December 6, 2026'],
  ])('are English words in the order of %s', (locale, timeZone, time, day) => {
    const format = timeFormatOf({ locale, timeZone });
    expect(format.time(expiresAt).replace(/\p{Z}/gu, ' ')).toBe(time);
    expect(format.day('2026-12-06')).toBe(day);
  });
});
