import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, expect, test } from 'vitest';
import { previewMail } from '../../src/cli/mail-preview.js';
import { parseConfig } from '../../src/config.js';
import { runCommand } from '../support/run-command.js';
import { cleanUp, runPortico, workFolder } from '../support/spawn-portico.js';

const NAMES = [
  'welcome',
  'temporary-password',
  'password-reset',
  'email-confirmation',
  'password-changed',
  'email-change-requested',
  'email-changed',
  'api-key-created',
  'api-key-expiring',
  'quote-requested',
  'quote-priced',
  'connote-booked',
  'connote-status-changed',
];
const settings = parseConfig({
  APP_BASE_URL: 'https://portal.example.com/',
  BRAND_NAME: 'Acme Freight',
  BRAND_COLOR: '#ab12cd',
  BRAND_BACKGROUND: '#fedcba',
  SUPPORT_EMAIL: 'help@acme.example',
});
afterAll(cleanUp);

/** Its words, in order, without markup. */
const wordsOf = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .split(/\s+/)
    .filter((word) => word !== '');

test.each(NAMES)(
  '%s says the same in plain text as in HTML, under our name and in our colours',
  async (name) => {
    const text = await previewMail(settings, name, 'text');
    const html = await previewMail(settings, name, 'html');
    const words = wordsOf(html).join(' ');
    for (const line of text.split('\n').filter((part) => part !== '' && part !== '-- ')) {
      for (const part of line.split(/: |:$/)) expect(words).toContain(part);
    }
    expect(html).toContain('Acme Freight');
    expect(html).toContain('#ab12cd');
    expect(html).toContain('#fedcba');
    // Nothing is loaded, and nothing leads elsewhere.
    expect(html).not.toMatch(/\bsrc=|url\(|<img|<script/);
    for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g)) {
      expect(address).toMatch(
        /^https:\/\/portal\.example\.com($|\/forgot-password$|\/inventory$|\/(invoices|payments)$|\/[a-z-]+#token=|\/(customer|operations)\/(quotes|bookings$|history$|rewards$)|\/track\/)/,
      );
      expect(text).toContain(address);
    }
    expect(text).not.toMatch(/undefined|null|\[object/);
  },
);

test('links keep their token out of what servers see', async () => {
  const link = /https:\S*#token=\S+/;
  for (const [name, page] of [
    ['password-reset', 'reset-password'],
    ['email-confirmation', 'confirm-email'],
    ['welcome', 'confirm-email'],
  ] as const) {
    const url = new URL(link.exec(await previewMail(settings, name, 'text'))?.[0] ?? '');
    expect(url.pathname).toBe(`/${page}`);
    expect(url.search).toBe('');
  }
});

test('whoever is told of a change is told what to do if it was somebody else', async () => {
  for (const name of [
    'password-changed',
    'email-change-requested',
    'email-changed',
    'temporary-password',
    'welcome',
    'api-key-created',
  ]) {
    expect(await previewMail(settings, name, 'text')).toMatch(/If .*help@acme\.example/);
  }
});

test('a preview for a mail program is a mail', async () => {
  const mail = await PostalMime.parse(await previewMail(settings, 'welcome', 'eml'));
  expect(mail).toMatchObject({
    subject: 'Welcome to Acme Freight',
    from: { name: 'Acme Freight', address: 'no-reply@portico.invalid' },
    text: expect.stringContaining('Temporary password: '),
  });
});

test('the command writes where it is told, and names all mails for a name that is none', async () => {
  const folder = workFolder();
  const written = await runPortico(['mail', 'preview', 'welcome', '--out', 'welcome.html'], { folder });
  expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'welcome.html'), 'utf8')).toMatch(/^<!doctype html>/);
  const photos = 'Photos before and after a service: https://portal.example.com/customer/bookings\n';
  const preview = async (name?: string, value = '') => {
    const settings = { APP_BASE_URL: 'https://portal.example.com', ...(name && { [name]: value }) };
    return (await runCommand(['mail', 'preview', 'welcome', '--format', 'text'], { settings })).stdout;
  };
  expect(await preview()).toContain(photos);
  expect(await preview('ERP_INVOICES_SQL', 'select 1')).toContain('https://portal.example.com/invoices\n');
  expect(await preview('ERP_INVOICES_SQL', 'select 1')).not.toContain('/payments');
  expect(await preview('HISTORY_ENABLED', 'false')).not.toContain('/customer/history');
  expect(await preview('REWARDS_POINTS_PER_UNIT', '0')).not.toContain('/customer/rewards');
  for (const [name, value] of [
    ['PHOTOS_ENABLED', 'false'],
    ['NODE_ENV', 'production'],
    ['DB_HOST', 'db'],
  ] as const) {
    const shown = await preview(name, value);
    expect(shown).toContain('Bookings: ');
    expect(shown).not.toContain('Photos');
  }
  const { code, stderr } = await runCommand(['mail', 'preview', 'welcom']);
  expect(code).toBe(1);
  expect(stderr).toBe(`There is no mail "welcom". Those that there are: ${NAMES.join(', ')}\n`);
});
