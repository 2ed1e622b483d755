import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPlainEmail } from '../../../src/shared/email.js';
import { startSmtpServer, type TestSmtpServer } from '../../support/smtp-server.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const EXPIRES = '2099-11-22T09:30:00Z';
let smtp: TestSmtpServer;
let app: TestApp;
beforeAll(async () => {
  smtp = await startSmtpServer(() => undefined);
  app = await startTestApp({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp.port),
    EMAIL_FROM: '"Grüße", GmbH <no-reply@portal.example.com>'.replaceAll('"', ''),
    BRAND_NAME: 'Tom & <Jerry>',
  });
});
afterAll(async () => {
  await app.stop();
  await smtp.close();
});

const reset = (to: string, username = 'ada') => ({
  to,
  template: 'PASSWORD_RESET' as const,
  data: { username, token: 'a-token', expiresAt: EXPIRES },
});
const unsent = async () =>
  (await app.database("select 1 from mail where status not in ('SENT', 'DEAD')")).length;

const SMUGGLERS = [
  'a@x.example\r\nBcc: b@y.example',
  'a@x.example\nRCPT TO:<b@y.example>',
  'a@x.example, b@y.example',
  'a@x.example;b@y.example',
  '"a, b"@x.example',
  'Ada <a@x.example>',
  'a@x.example>',
  '<a@x.example',
  'a@x.example (b@y.example)',
  'a\u2028@x.example',
  'a\u202e@x.example',
  'a\u034f@x.example',
  '\u3164@x.example',
  'a@x\ufe0f.example',
  'a@xn--zzzzzz.example',
  'a@xn--strasse-.example',
  'a@x.example ',
  '@y.example:a@x.example',
  'a@x',
  `${'a'.repeat(250)}@x.example`,
];

describe('who smuggles something in', () => {
  test.each(SMUGGLERS)('as an address gets it nowhere: %j', (address) => {
    expect(isPlainEmail(address)).toBe(false);
  });

  test('and a mail to such an address is sent to nobody, and says why', async () => {
    await app.post(...SMUGGLERS.map((to) => reset(to)));
    await until(async () => (await unsent()) === 0);
    const reasons = await app.database('select distinct status, last_error from mail');
    expect(reasons).toEqual([
      { status: 'DEAD', last_error: 'The recipient is not one plain e-mail address.' },
    ]);
    expect(smtp.taken).toEqual([]);
  });

  test('as a name, in a subject or in a text finds it there as text', async () => {
    const evil = 'x\r\nBcc: b@y.example\r\n\r\n<script>alert("1")</script>';
    await app.post(
      reset('plain@x.example', evil),
      {
        to: 'quoted@x.example',
        template: 'QUOTE_REQUESTED' as const,
        data: { reference: evil, customerName: `${evil}\n.\nRSET` },
      },
      reset("o'brien+tag@x.example"),
    );
    await until(() => smtp.taken.length === 3);
    for (const { to, raw } of smtp.taken) {
      expect(to).toHaveLength(1);
      const [head = ''] = raw.split('\r\n\r\n');
      expect(head).not.toMatch(/^bcc:/im);
      expect(head.match(/^(To|From|Subject|Message-ID):/gm)).toHaveLength(4);
      const read = await PostalMime.parse(Buffer.from(raw, 'latin1'));
      expect(read.to?.map(({ address }) => address)).toEqual(to);
      expect(read).toMatchObject({ from: { address: 'no-reply@portal.example.com', name: 'Grüße, GmbH' } });
      expect(read.bcc ?? []).toEqual([]);
      expect(read.html).not.toMatch(/<script|<Jerry>/);
      expect(read.html).toContain('Tom &amp; &lt;Jerry&gt;');
      expect(read.attachments).toEqual([]);
    }
    const quoted = smtp.taken.find(({ to }) => to.includes('quoted@x.example'));
    const { subject, text } = await PostalMime.parse(Buffer.from(quoted?.raw ?? '', 'latin1'));
    expect(subject).toBe('Quote x Bcc: b@y.example <script>alert("1")</script> was requested');
    expect(text).toContain('Customer: x Bcc: b@y.example <script>alert("1")</script> . RSET\n');
  });
});

test('two instances share the work, and no mail is sent twice or not at all', async () => {
  const sibling = await app.sibling();
  const recipients = Array.from({ length: 50 }, (_, n) => `reader${n}@x.example`);
  smtp.taken.length = 0;
  await app.post(...recipients.map((to) => reset(to)));
  await until(async () => (await unsent()) === 0);
  expect(smtp.taken.flatMap(({ to }) => to).sort()).toEqual([...recipients].sort());
  const tried = await app.database("select distinct attempts from mail where recipient like 'reader%'");
  expect(tried).toEqual([{ attempts: 1 }]);
  await sibling.stop();
});

test('a mail that was posted in a change that was undone is not sent', async () => {
  const before = smtp.taken.length;
  await expect(app.post(reset('never@x.example'), reset('bad\0@x.example'))).rejects.toThrow();
  await app.post(reset('after@x.example'));
  await until(() => smtp.taken.length > before);
  expect(smtp.taken.slice(before).map(({ to }) => to)).toEqual([['after@x.example']]);
  expect(await app.database("select 1 from mail where recipient like 'never%'")).toEqual([]);
});
