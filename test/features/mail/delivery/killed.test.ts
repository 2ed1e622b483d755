import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, expect, test } from 'vitest';
import { withDatabase } from '../../../../src/cli/with-database.js';
import { openLocalDatabase } from '../../../../src/composition/local-database.js';
import { parseConfig } from '../../../../src/config.js';
import { postOn } from '../../../support/post-mails.js';
import { newDatabase } from '../../../support/postgres-server.mjs';
import { type SmtpStep, startSmtpServer, type TestSmtpServer } from '../../../support/smtp-server.js';
import { cleanUp, startPortico, workFolder } from '../../../support/spawn-portico.js';
import { until } from '../../../support/until.js';

let smtp: TestSmtpServer | undefined;
let drop: (() => Promise<void>) | undefined;
afterEach(cleanUp);
afterAll(async () => {
  await smtp?.close();
  await drop?.();
});

/** Three steps at which three mails are held, one each, so that one kill comes at all of them. */
const KILLS: SmtpStep[][] = [
  ['connection', 'recipient', 'data'],
  ['mail', 'end', 'replied'],
];
const resetFor = (to: string) => ({
  to,
  template: 'PASSWORD_RESET' as const,
  data: { username: 'ada', token: 'a-token', expiresAt: '2099-11-22T09:30:00Z' },
});

test('killed at every step, the service loses no mail, and repeats only what the server had taken', async () => {
  const folder = workFolder();
  const toHold = new Set<SmtpStep>();
  /** The recipients of mails that were taken, and whose reply never left. */
  const unanswered: string[] = [];
  smtp = await startSmtpServer((step, about) => {
    if (!toHold.delete(step)) return undefined;
    if (step !== 'end') return 'say nothing';
    unanswered.push(about);
    return 'take it and say nothing';
  });
  const { taken } = smtp;
  const database = await newDatabase();
  drop = database.drop;
  const settings = {
    SECRET_KEY: randomBytes(48).toString('base64'),
    DATA_DIR: `${folder}/data`,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp.port),
    SMTP_TIMEOUT_SECONDS: '6',
    EMAIL_FROM: 'no-reply@portal.example.com',
    DATABASE_URL: database.url,
    // None, and nothing that takes time to start.
    ERP_KIND: 'postgres',
    ERP_HOST: '127.0.0.1',
    ERP_PORT: '1',
    ERP_DATABASE: 'none',
    ERP_USER: 'none',
    ERP_PASSWORD: 'none',
  };
  const config = parseConfig(settings);
  const recipients = KILLS.map((steps, kill) => steps.map((_step, n) => `reader${kill}${n}@a.example`));
  await withDatabase(config, async (open) => {
    for (const group of recipients) await postOn(config, open, group.map(resetFor));
  });

  for (const steps of KILLS) {
    for (const step of steps) toHold.add(step);
    const portico = await startPortico({ folder, settings });
    await until(() => toHold.size === 0);
    await portico.end('SIGKILL');
    // Before it had all of a mail, the server took none.
    if (steps === KILLS[0]) expect(taken).toEqual([]);
  }
  const portico = await startPortico({ folder, settings });
  const copiesOf = (to: string) => taken.filter((mail) => mail.to.includes(to));
  const expected = (to: string) => (unanswered.includes(to) ? 2 : 1);
  await until(() => recipients.flat().every((to) => copiesOf(to).length >= expected(to)));
  expect((await portico.end('SIGTERM')).code).toBe(0);

  for (const to of recipients.flat()) {
    const copies = copiesOf(to);
    if (unanswered.includes(to)) expect(copies).toHaveLength(2);
    expect(copies.length).toBeLessThanOrEqual(2);
    expect(new Set(copies.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1])).size).toBe(1);
  }
  const { dataSource, close } = await openLocalDatabase(config);
  const rows = await dataSource.query('select distinct status, payload from mail');
  await close();
  expect(rows).toEqual([{ status: 'SENT', payload: null }]);
});
