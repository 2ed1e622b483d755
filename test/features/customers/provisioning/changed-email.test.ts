import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ConfirmEmailDocument,
  LoginDocument,
  ProvisionPortalAccountDocument,
  RestorePortalAccessDocument,
  RevokePortalAccessDocument,
} from '../../../../schema/operations.generated.js';
import { Accounts } from '../../../support/accounts.js';
import { anEmail, Crm } from '../../../support/crm.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

let app: TestApp;
let crm: Crm;
beforeAll(async () => {
  app = await startTestApp();
  crm = new Crm(app);
});
afterAll(() => app.stop());

async function provisioned() {
  const email = anEmail('before');
  const id = await crm.without({ email });
  const input = { customerId: id, sendWelcomeEmail: false };
  const { data } = await app.ask(ProvisionPortalAccountDocument, { input }, 'operations1');
  return { id, email, password: data?.provisionPortalAccount.temporaryPassword ?? '' };
}
/** The token of the newest link that was mailed to an address. */
async function linkTo(email: string, atLeast = 1) {
  const mails = await app.mailsTo(email, atLeast);
  return /confirm-email#token=([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
}
const confirm = (token: string) => app.ask(ConfirmEmailDocument, { token });
const refusal = ({ errors }: Awaited<ReturnType<typeof confirm>>) => errors[0]?.extensions.code ?? 'done';

test('a customer’s changed e-mail becomes their login’s once they confirm it, and the old address learns of it', async () => {
  const { id, email, password } = await provisioned();
  const next = anEmail('after');
  await crm.update({ id, email: next });
  expect((await crm.account(id)).email).toBe(email);
  const token = await linkTo(next);
  const before = (await crm.actions(id)).length;
  expect((await confirm(token)).data).toEqual({ confirmEmail: true });
  expect(await crm.account(id)).toMatchObject({ email: next, user: { emailConfirmed: true } });
  expect((await confirm(token)).data).toEqual({ confirmEmail: true });
  const { data } = await app.ask(LoginDocument, { login: next, password });
  expect(data?.login.viewer?.user).toMatchObject({ username: 'before' });
  const [notice] = await app.mailsTo(email);
  expect(notice?.text).toContain(next);
  expect((await crm.trail(id)).slice(before, before + 2)).toMatchObject([
    { action: 'PORTAL_USER_UPDATED', actor: 'nobody', target: next, facts: { email: next } },
    { action: 'EMAIL_CONFIRMED', actor: 'nobody', target: next },
  ]);
});

test('only the newest address can be confirmed, and none once the customer has the old one again', async () => {
  const { id, email } = await provisioned();
  const [first, second] = [anEmail(), anEmail()];
  await crm.update({ id, email: first });
  await crm.update({ id, email: second });
  const [token, newest] = [await linkTo(first), await linkTo(second)];
  expect(refusal(await confirm(token))).toBe('BAD_USER_INPUT');
  await crm.update({ id, email: email.toUpperCase() });
  expect(refusal(await confirm(newest))).toBe('BAD_USER_INPUT');
  expect((await crm.account(id)).email).toBe(email);
  expect(await crm.mails(email)).toEqual([]);
});

test('an address that another login has taken meanwhile stays theirs', async () => {
  const { id, email } = await provisioned();
  const next = anEmail();
  await crm.update({ id, email: next });
  await new Accounts(app).made({ email: next });
  const token = await linkTo(next);
  expect(refusal(await confirm(token))).toBe('CONFLICT');
  expect((await crm.account(id)).email).toBe(email);
});

test('nobody is asked to confirm for a revoked login; they are once it is restored', async () => {
  const { id } = await provisioned();
  const [early, late] = [anEmail(), anEmail()];
  await crm.update({ id, email: early });
  const token = await linkTo(early);
  await app.ask(RevokePortalAccessDocument, { customerId: id }, 'operations1');
  expect(refusal(await confirm(token))).toBe('BAD_USER_INPUT');
  await crm.update({ id, email: late });
  expect(await crm.mails(late)).toEqual([]);
  await app.ask(RestorePortalAccessDocument, { customerId: id }, 'operations1');
  expect(refusal(await confirm(token))).toBe('BAD_USER_INPUT');
  expect(refusal(await confirm(await linkTo(late)))).toBe('done');
  expect((await crm.account(id)).email).toBe(late);
});
