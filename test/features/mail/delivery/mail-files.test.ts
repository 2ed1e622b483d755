import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    EMAIL_FROM: 'Frachtgut Süd <no-reply@süd.example>',
    EMAIL_BCC: 'copies@süd.example',
  });
});
afterAll(() => app.stop());

test('whoever has no mail server finds each mail as a file that only they can read', async () => {
  const token = 'aToken-of_many.characters';
  const expiresAt = '2099-11-22T09:30:00Z';
  const [id] = await app.post({
    to: 'ada@example.com',
    template: 'PASSWORD_RESET',
    data: { username: 'ada', token, expiresAt },
  });
  const [mail] = await app.mailsTo('ada@example.com');
  expect(mail).toMatchObject({
    subject: 'Choose a new password for Portico',
    to: 'ada@example.com',
    from: expect.stringMatching(/^no-reply@(süd|xn--sd-xka)\.example$/),
    messageId: `<${id}@xn--sd-xka.example>`,
  });
  for (const form of [mail?.text, mail?.html]) {
    expect(form).toContain(`/reset-password#token=${token}`);
    expect(form).toContain('22 November 2099, 09:30 UTC');
  }
  const file = mail?.file ?? '';
  expect(file).toMatch(new RegExp(`/\\d{4}-\\d\\d-\\d\\dT[\\d.-]+Z-password-reset-${id}\\.eml$`));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(file))).toHaveLength(1);
  expect(readFileSync(file, 'utf8')).not.toMatch(/copies|^bcc/im);
  expect(readFileSync(file, 'latin1')).not.toMatch(/[^\0-\x7f]/);
});

test('what a mail was filled in with is erased once it was sent', async () => {
  await until(async () => {
    const [row] = await app.database('select count(*)::integer as unsent from mail where status <> $1', [
      'SENT',
    ]);
    return row?.['unsent'] === 0;
  });
  const rows = await app.database('select payload, attempts, last_error, sent_at from mail');
  expect(rows).toEqual([{ payload: null, attempts: 1, last_error: null, sent_at: expect.any(Date) }]);
});
