import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuditEntriesDocument,
  MailsDocument,
  RetryMailDocument,
} from '../../../../schema/operations.generated.js';
import { scrape } from '../../../support/scrape.js';
import {
  type SmtpAnswer,
  type SmtpStep,
  startSmtpServer,
  type TestSmtpServer,
} from '../../../support/smtp-server.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

const CANARY = 'canary-Tok3n-in-a-mail';
const mended = new Set<string>();

/** How each recipient fares, until it is mended. */
const TROUBLES: Record<string, [SmtpStep, SmtpAnswer]> = {
  'later@a.example': ['recipient', '450 4.2.1 Mailbox busy'],
  'full@a.example': ['end', '452 4.3.1 Out of storage'],
  'nobody@a.example': ['recipient', '550 5.1.1 No such user'],
  // The server hears of these as capitals@b.example and umlaut@xn--bcher-kva.example.
  'capitals@B.Example': ['recipient', '550 5.1.1 No such user'],
  'umlaut@bücher.example': ['recipient', '550 5.1.1 No such user'],
  'spam@a.example': ['end', `554 5.7.1 We do not like ${CANARY}\r`],
  'dropped@a.example': ['end', 'hang up'],
  'cut@a.example': ['data', 'hang up'],
  'silent@a.example': ['end', 'say nothing'],
};

/** What the server hears of as another spelling. */
const WRITTEN: Record<string, string> = {
  'capitals@b.example': 'capitals@B.Example',
  'umlaut@xn--bcher-kva.example': 'umlaut@bücher.example',
};

/** It knows no addresses beyond ASCII. */
const SERVER = { hideSMTPUTF8: true };

let smtp: TestSmtpServer;
let app: TestApp;
beforeAll(async () => {
  smtp = await startSmtpServer((step, about) => {
    const [recipient = ''] = about.split(', ');
    const [at, answer] = TROUBLES[WRITTEN[recipient] ?? recipient] ?? [];
    return at === step && !mended.has(recipient) ? answer : undefined;
  }, SERVER);
  app = await startTestApp({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp.port),
    SMTP_TIMEOUT_SECONDS: '4',
    EMAIL_FROM: 'Portico <no-reply@portal.example.com>',
    EMAIL_BCC: 'archive@portal.example.com',
  });
  await app.post(
    ...['later@a.example', 'full@a.example', 'spam@a.example', 'dropped@a.example', 'cut@a.example'].map(
      reset,
    ),
    ...['silent@a.example', 'secret@a.example'].map(reset),
    ...[
      'nobody@a.example',
      'capitals@B.Example',
      'umlaut@bücher.example',
      'well@a.example',
      'jürgen@a.example',
    ].map(changed),
  );
});
afterAll(async () => {
  await app.stop();
  await smtp.close();
});

const reset = (to: string) => ({
  to,
  template: 'PASSWORD_RESET' as const,
  data: { username: 'ada', token: CANARY, expiresAt: '2099-11-22T09:30:00Z' },
});
const changed = (to: string) => ({
  to,
  template: 'PASSWORD_CHANGED' as const,
  data: { username: 'ada', at: '2026-11-22T09:30:00Z', ip: null },
});

async function mailTo(to: string) {
  const { data } = await app.ask(MailsDocument, { filter: { to } }, 'admin1');
  const [mail] = data?.mails.nodes ?? [];
  if (!mail) throw new Error(`no mail to ${to}`);
  return mail;
}
const settled = (to: string, status: string) => until(async () => (await mailTo(to)).status === status);
const takenFor = (to: string) => smtp.taken.filter((mail) => mail.to.includes(to));
const idOf = (raw: string | undefined) => /^Message-ID: (.*)\r$/m.exec(raw ?? '')?.[1];

test('a mail goes to its recipient and to whoever gets copies, who stands nowhere in it', async () => {
  await settled('well@a.example', 'SENT');
  const [mail, ...others] = takenFor('well@a.example');
  expect(others).toEqual([]);
  expect(mail?.from).toBe('no-reply@portal.example.com');
  expect(mail?.to).toEqual(['well@a.example', 'archive@portal.example.com']);
  expect(mail?.raw).not.toContain('archive');
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(await mailTo('well@a.example')).toMatchObject({
    status: 'SENT',
    attempts: 1,
    lastError: null,
    sentAt: expect.any(String),
  });
});

test('of a mail that lets its reader in there is no copy', async () => {
  await settled('secret@a.example', 'SENT');
  expect(takenFor('secret@a.example').map(({ to }) => to)).toEqual([['secret@a.example']]);
});

test.each([
  ['later@a.example', /^450 4\.2\.1 Mailbox busy$/],
  ['full@a.example', /^452 4\.3\.1 Out of storage$/],
  ['dropped@a.example', /./],
  ['cut@a.example', /./],
  ['silent@a.example', /^There was no answer within 4 s\.$/],
])('what may be mended is tried again, and is the same mail then: %s', async (to, reason) => {
  await settled(to, 'FAILED');
  const { id, lastError, attempts } = await mailTo(to);
  expect({ attempts, lastError }).toEqual({ attempts: 1, lastError: expect.stringMatching(reason) });
  const [waiting] = await app.database(
    `select extract(epoch from start_after - now())::float as seconds from pgboss.job
     where name = 'mail' and state = 'created' and data->>'mailId' = $1`,
    [id],
  );
  expect(waiting?.['seconds']).toBeGreaterThan(0);
  expect(waiting?.['seconds']).toBeLessThan(34);
  mended.add(to);
  const { data } = await app.ask(RetryMailDocument, { id }, 'admin1');
  expect(data?.retryMail).toMatchObject({ id, status: 'QUEUED', attempts: 0 });
  await settled(to, 'SENT');
  expect(takenFor(to).map(({ raw }) => idOf(raw))).toEqual([`<${id}@portal.example.com>`]);
});

test('what the server would misunderstand is not sent, and an admin reads why', async () => {
  await settled('jürgen@a.example', 'DEAD');
  const { attempts, lastError } = await mailTo('jürgen@a.example');
  expect(attempts).toBe(1);
  expect(lastError).toMatch(
    /^The recipient's address has other characters than ASCII before the @, .*\(SMTPUTF8\)\.$/,
  );
  // No copy either, which would say that it was sent.
  expect(smtp.taken.filter(({ to }) => to.some((address) => address.endsWith('rgen@a.example')))).toEqual([]);
});

describe('what a server refuses for good', () => {
  test.each(['nobody@a.example', 'capitals@B.Example', 'umlaut@bücher.example'])(
    'is given up at once and shown, although a copy was taken: %s',
    async (to) => {
      await settled(to, 'DEAD');
      expect(await mailTo(to)).toMatchObject({ attempts: 1, lastError: '550 5.1.1 No such user' });
    },
  );

  test('is sent when an admin retries it, once', async () => {
    const { id } = await mailTo('nobody@a.example');
    mended.add('nobody@a.example');
    expect((await app.ask(RetryMailDocument, { id }, 'admin1')).errors).toEqual([]);
    await settled('nobody@a.example', 'SENT');
    const again = await app.ask(RetryMailDocument, { id }, 'admin1');
    expect(again.errors[0]).toMatchObject({
      message: 'This mail is SENT; only one that is FAILED or DEAD can be retried.',
      extensions: { code: 'CONFLICT' },
    });
    const filter = { actions: ['MAIL_RETRIED' as const], targetType: 'MAIL' as const, targetId: id };
    const { data } = await app.ask(AuditEntriesDocument, { filter }, 'admin1');
    expect(data?.auditEntries.nodes).toMatchObject([
      {
        actorName: 'admin1',
        targetLabel: 'nobody@a.example',
        changes: [{ field: 'status', before: 'DEAD', after: 'QUEUED' }],
      },
    ]);
  });

  test('shows the reason without the secret that the server repeats', async () => {
    await settled('spam@a.example', 'DEAD');
    expect((await mailTo('spam@a.example')).lastError).toBe('554 5.7.1 We do not like [redacted]');
  });
});

test('a link that has expired meanwhile is not sent any more', async () => {
  await app.post({
    to: 'late@a.example',
    template: 'PASSWORD_RESET',
    data: { username: 'ada', token: CANARY, expiresAt: '2020-11-22T09:30:00Z' },
  });
  await settled('late@a.example', 'DEAD');
  expect((await mailTo('late@a.example')).lastError).toMatch(/^The link or password in it expired/);
  expect(takenFor('late@a.example')).toEqual([]);
});

test('every attempt is counted, and every failed one logged, without address or secret', async () => {
  expect(await scrape(app, 'portico_mails_total', { outcome: 'dead' })).toBe(6);
  expect(await scrape(app, 'portico_mails_total', { template: 'PASSWORD_RESET', outcome: 'failed' })).toBe(5);
  const lines = app.log.filter((line) => line.includes('a mail was not sent'));
  expect(lines).toHaveLength(11);
  expect(lines.join()).not.toContain('@a.example');
  expect(app.log.join()).not.toContain(CANARY);
});

test('nothing is left of a secret once its mail was sent', async () => {
  const rows = await app.database("select 1 from mail where status = 'SENT' and payload is not null");
  expect(rows).toEqual([]);
  const [jobs] = await app.database("select string_agg(j::text, '') as all from pgboss.job j");
  expect(jobs?.['all']).not.toContain(CANARY);
});
