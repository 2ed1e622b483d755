import { expect } from 'vitest';
import {
  AuditEntriesDocument,
  ChangePasswordDocument,
  CustomersDocument,
  InventoryDocument,
  LoginDocument,
  MailsDocument,
  PortalUsersDocument,
  RequestPasswordResetDocument,
  VerifyAuditLogDocument,
  ViewerDocument,
} from '../../schema/operations.generated.js';
import { Accounts } from './accounts.js';
import { addCustomer } from './customers.js';
import type { TestApp } from './start-app.js';
import { until } from './until.js';

/**
 * Does what people do all day, on a database with the demo logins: signing in and failing to, changing a password, asking
 * for a link, customers and their accounts, which jobs make, mails, and the audit log.
 */
export async function mainActs(app: TestApp): Promise<void> {
  const accounts = new Accounts(app);
  const refused = await app.ask(LoginDocument, { login: 'customer1', password: 'wrong' });
  expect(refused.errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
  const { data: stock } = await app.ask(InventoryDocument, { first: 2 }, 'customer1');
  expect(stock?.inventory.nodes).toHaveLength(2);

  const made = await accounts.made();
  const before = { token: await app.tokenOf(made.username, made.password) };
  const passwords = { currentPassword: made.password, newPassword: `${made.password} too` };
  expect((await app.ask(ChangePasswordDocument, passwords, before)).errors).toEqual([]);
  const { data } = await app.ask(LoginDocument, { login: made.email, password: passwords.newPassword });
  const token = data?.login.accessToken ?? '';
  expect((await app.ask(ViewerDocument, {}, { token })).data?.viewer?.user.username).toBe(made.username);
  await app.ask(RequestPasswordResetDocument, { email: made.email });

  const email = `x${Math.random()}@customer.example`;
  const { id } = await addCustomer(app, { email, provisionPortalAccount: true });
  const statusOf = async () => {
    const answer = await app.ask(CustomersDocument, { filter: { search: email } }, 'operations1');
    expect(answer.errors).toEqual([]);
    return answer.data?.customers.nodes[0];
  };
  await until(async () => (await statusOf())?.portalAccount.status === 'PASSWORD_CHANGE_REQUIRED');
  expect((await statusOf())?.id).toBe(id);

  const sentTo = async (to: string, count: number) => {
    const { data: found, errors } = await app.ask(
      MailsDocument,
      { filter: { to, status: ['SENT'] } },
      'admin1',
    );
    expect(errors).toEqual([]);
    for (const mail of found?.mails.nodes ?? []) expect(Date.parse(String(mail.sentAt))).toBeGreaterThan(0);
    return found?.mails.totalCount === count;
  };
  await until(() => sentTo(email, 1));
  // The welcome, the notice of the changed password, and the link.
  await until(() => sentTo(made.email, 3));

  const orderBy = { field: 'LAST_LOGIN_AT', direction: 'DESC' } as const;
  const { data: page } = await app.ask(PortalUsersDocument, { first: 1, orderBy }, 'admin1');
  const after = page?.portalUsers.pageInfo.endCursor ?? '';
  const next = await app.ask(PortalUsersDocument, { first: 50, after, orderBy }, 'admin1');
  expect(next.errors).toEqual([]);
  expect(next.data?.portalUsers.nodes.length).toBe((next.data?.portalUsers.totalCount ?? 0) - 1);

  const from = new Date(Date.now() - 3_600_000).toISOString();
  const entries = await app.ask(AuditEntriesDocument, { filter: { from, target: made.email } }, 'admin1');
  expect(entries.errors).toEqual([]);
  expect(entries.data?.auditEntries.nodes.map(({ action }) => action)).toContain('PASSWORD_CHANGED');
  const { data: verified } = await app.ask(VerifyAuditLogDocument, {}, 'admin1');
  expect(verified?.verifyAuditLog).toMatchObject({ intact: true, overdue: 0 });
  expect(verified?.verifyAuditLog.entriesChecked).toBeGreaterThan(7);
}
