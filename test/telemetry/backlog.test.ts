import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomersDocument, MailsDocument } from '../../schema/operations.generated.js';
import { addCustomer } from '../support/customers.js';
import { scrape } from '../support/scrape.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const mails = (to: TestApp, status: string) => scrape(to, 'portico_mails', { status });
const provisionings = (to: TestApp, status: string) => scrape(to, 'portico_provisionings', { status });

test('whoever runs the service, and staff, can count dead mails and accounts that could not be made', async () => {
  await app.database(
    `insert into mail (recipient, recipient_key, template, subject, status, due_at)
     select 'x@customer.example', 'x@customer.example', 'WELCOME', 'x', s, now() + interval '1 day'
     from unnest(array['DEAD', 'DEAD', 'DEAD', 'FAILED', 'FAILED', 'QUEUED', 'SENT']) s`,
  );
  const ids = await Promise.all([1, 2, 3, 4].map(() => addCustomer(app).then(({ id }) => id)));
  await app.database(`update customer set provisioning = 'FAILED' where id = any($1)`, [ids.slice(0, 3)]);
  await app.database(`update customer set provisioning = 'PENDING' where id = $1`, [ids[3]]);
  await app.database('update customer set deleted_at = now() where id = $1', [ids[0]]);

  const counted = {
    dead: await mails(app, 'DEAD'),
    failed: await mails(app, 'FAILED'),
    sending: await mails(app, 'SENDING'),
    unprovisioned: await provisionings(app, 'FAILED'),
    pending: await provisionings(app, 'PENDING'),
  };
  expect(counted).toMatchObject({ dead: 3, failed: 2, sending: 0, unprovisioned: 2, pending: 1 });

  const { data: dead } = await app.ask(MailsDocument, { filter: { status: ['DEAD'] }, first: 1 }, 'admin1');
  expect(dead?.mails.totalCount).toBe(3);
  const { data: failed } = await app.ask(
    CustomersDocument,
    { filter: { accountStatus: 'FAILED' }, first: 1 },
    'operations1',
  );
  expect(failed?.customers.totalCount).toBe(2);
});
