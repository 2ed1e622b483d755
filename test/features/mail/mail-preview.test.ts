import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MailDocument,
  MailsDocument,
  ProvisionPortalAccountDocument,
  RetryMailDocument,
} from '../../../schema/operations.generated.js';
import type { NewMail } from '../../../src/features/mail/outbox.js';
import { MAIL_SAMPLES } from '../../../src/features/mail/templates/mail-samples.js';
import { carriesSecret, type MailTemplate } from '../../../src/features/mail/templates/mail-templates.js';
import { anEmail, Crm } from '../../support/crm.js';
import { startSmtpServer, type TestSmtpServer } from '../../support/smtp-server.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const PASSWORD = 'Tmp/pass+word="4uVw"&';
const TOKEN = 'reset/token+of=32&bytes?that.opens~zQ9x7K';
const EXPIRES = '2099-11-22T09:30:00Z';
const TEMPLATES = Object.keys(MAIL_SAMPLES) as MailTemplate[];
let smtp: TestSmtpServer;
let app: TestApp;
/** Whether the mail server is out of order. */
let isDown = true;
/** The ids of a mail of each kind, which wait for another attempt. */
let ids: Map<MailTemplate, string>;

beforeAll(async () => {
  smtp = await startSmtpServer((step) => (isDown && step === 'recipient' ? '450 try later' : undefined));
  app = await startTestApp({
    ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), EMAIL_FROM: 'no-reply@portal.example.com' },
    APP_BASE_URL: 'https://portal.example.com',
  });
  const posted = await app.post(...TEMPLATES.map(mailOf));
  ids = new Map(TEMPLATES.map((template, index) => [template, posted[index] ?? '']));
  await until(async () => (await statuses()).every((status) => status === 'FAILED'));
});
afterAll(async () => {
  await app.stop();
  await smtp.close();
});

const statuses = async () => (await app.database('select status from mail')).map(({ status }) => status);

/** The sample of a kind, with real secrets in the place of the sample's. */
function mailOf(template: MailTemplate): NewMail {
  const secrets = { temporaryPassword: PASSWORD, token: TOKEN, confirmationToken: TOKEN };
  const sample: object = MAIL_SAMPLES[template];
  const data = Object.fromEntries(
    Object.entries({ ...sample, ...('expiresAt' in sample && { expiresAt: EXPIRES }) }).map(
      ([name, value]) => [name, secrets[name as keyof typeof secrets] ?? value],
    ),
  );
  return { to: 'ada@customer.example', template, data } as unknown as NewMail;
}

/** A secret as it may be written in a mail, in a link or in an error, and parts of it that would help to guess it. */
const traces = [PASSWORD, TOKEN].flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  encodeURI(secret),
  Buffer.from(secret).toString('base64'),
  secret.slice(0, 6),
  secret.slice(-6),
]);

const read = async (template: MailTemplate) =>
  (await app.ask(MailDocument, { id: ids.get(template) ?? '' }, 'admin1')).data?.mail;

describe('what a mail says', () => {
  test.each(TEMPLATES)('is what its reader gets, but for what lets somebody in: %s', async (template) => {
    const mail = await read(template);
    const text = String(mail?.text);
    expect(text).toContain('Portico');
    expect(text.includes('••••')).toBe(carriesSecret(template));
    const answer = JSON.stringify(mail);
    expect(traces.filter((trace) => answer.includes(trace))).toEqual([]);
  });

  test('hides the password and the link in their places, and nothing else', async () => {
    const text = String((await read('WELCOME'))?.text);
    expect(text).toMatch(/Temporary password: +••••\n/);
    expect(text).toContain('https://portal.example.com/confirm-email#token=••••');
    expect(text).toContain('Hello ada,');
    const invoice = String((await read('QUOTE_PRICED'))?.text);
    expect(invoice).toContain('https://portal.example.com/customer/quotes/QT-001042');
  });

  test('is for admins alone, also where a mail is reached by another way', async () => {
    const id = ids.get('WELCOME') ?? '';
    for (const as of ['operations1', 'customer1', 'driver1', 'warehouse1'] as const) {
      for (const answer of [
        await app.ask(MailDocument, { id }, as),
        await app.ask('mutation ($id: ID!) { retryMail(id: $id) { text } }', { id }, as),
        await app.ask('{ mails { nodes { text } } }', {}, as),
      ]) {
        expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      }
    }
    expect((await app.ask(MailDocument, { id })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('of a page of mails takes one query', async () => {
    app.clear();
    const { data } = await app.ask('{ mails { nodes { id text } } }', {}, 'admin1');
    expect((data as { mails: { nodes: unknown[] } }).mails.nodes).toHaveLength(TEMPLATES.length);
    expect(app.databaseQueries.filter((sql) => sql.includes('m.payload'))).toHaveLength(1);
  });

  test('is known of the other mails of a page, where one is of a newer version of the service', async () => {
    const id = ids.get('EMAIL_CHANGED');
    await app.database("update mail set template = 'OF_TOMORROW' where id = $1", [id]);
    const { data, errors } = await app.ask('{ mails { nodes { id text } } }', {}, 'admin1');
    await app.database("update mail set template = 'EMAIL_CHANGED' where id = $1", [id]);
    expect(errors).toEqual([]);
    const { nodes } = (data as { mails: { nodes: { id: string; text: string | null }[] } }).mails;
    expect(nodes.filter(({ text }) => text === null).map((mail) => mail.id)).toEqual([id]);
    expect(app.log.filter((line) => line.includes('a mail could not be previewed'))).toHaveLength(1);
  });

  test('is not known any more once the mail is sent, nor where no key opens it', async () => {
    const [broken] = await app.post(mailOf('PASSWORD_CHANGED'));
    await app.database("update mail set payload = '\\x00', status = 'DEAD' where id = $1", [broken]);
    const unread = await app.ask(MailDocument, { id: String(broken) }, 'admin1');
    expect(unread.data?.mail).toMatchObject({ status: 'DEAD', text: null, nextAttemptAt: null });
    isDown = false;
    const id = ids.get('TEMPORARY_PASSWORD') ?? '';
    await app.ask(RetryMailDocument, { id }, 'admin1');
    await until(async () => (await read('TEMPORARY_PASSWORD'))?.status === 'SENT');
    expect(await read('TEMPORARY_PASSWORD')).toMatchObject({ text: null, nextAttemptAt: null });
    isDown = true;
  });
});

describe('the welcome of a customer', () => {
  /** The addresses of what a mail offers, as an instance writes it now. */
  const offered = async (id: string, instance: TestApp = app) => {
    const { data } = await instance.ask(MailDocument, { id }, 'admin1');
    const lines = String(data?.mail?.text).split('In the portal you find:\n')[1]?.split('\n\n')[0];
    return lines?.split('\n').map((line) => line.replace('https://portal.example.com', ''));
  };

  test('names what is switched on when it is written, and where it is', async () => {
    const crm = new Crm(app);
    const email = anEmail();
    const customerId = await crm.without({ email });
    await app.ask(ProvisionPortalAccountDocument, { input: { customerId } }, 'operations1');
    const [mail] = await app.database('select id from mail where recipient = $1', [email]);
    const always = [
      'Live inventory: /inventory',
      'Quotes: /customer/quotes',
      'Bookings: /customer/bookings',
      'History: /customer/history',
    ];
    expect(await offered(String(mail?.['id']))).toEqual(always);
    const later = await app.sibling({ PHOTOS_ENABLED: 'true' });
    expect(await offered(String(mail?.['id']), later)).toEqual([
      ...always,
      'Photos before and after a service: /customer/bookings',
    ]);
    await later.stop();
    const without = await app.sibling({ HISTORY_ENABLED: 'false' });
    expect(await offered(String(mail?.['id']), without)).toEqual(always.slice(0, 3));
    await without.stop();
  });

  test('is for customers alone, and a mail from before roles were kept names nothing', async () => {
    const { role: _, ...data } = MAIL_SAMPLES.WELCOME;
    const to = 'ada@customer.example';
    const mails = [data, { ...data, role: 'OPERATIONS' }].map((one) => ({
      to,
      template: 'WELCOME',
      data: one,
    }));
    for (const id of await app.post(...(mails as NewMail[]))) expect(await offered(id)).toBeUndefined();
  });
});

test('a mail that failed says when it is tried next, and one that waits no longer does not', async () => {
  const mail = await read('QUOTE_REQUESTED');
  expect(mail?.status).toBe('FAILED');
  const [row] = await app.database('select due_at from mail where id = $1', [mail?.id]);
  expect(mail?.nextAttemptAt).toBe(row?.['due_at'] && new Date(row['due_at'] as Date).toISOString());
  const { data } = await app.ask(MailsDocument, { filter: { status: ['SENT', 'DEAD'] } }, 'admin1');
  expect(data?.mails.nodes.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(
    data?.mails.nodes.map(() => null),
  );
});
