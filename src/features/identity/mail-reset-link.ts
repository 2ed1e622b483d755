import { inTransaction, type Tx } from '../../db/in-transaction.js';
import type { Job } from '../../db/job-loop.js';
import { fact } from '../audit/audit-event.js';
import { accountTarget } from '../portal-users/account-audit.js';
import type { TokenOwner } from './account-token.store.js';
import type { IdentityDependencies } from './identity-dependencies.js';
import type { PasswordResetRequest } from './request-password-reset.js';

const GOOD_FOR_MINUTES = 30;
/** More of them are asked for by who wants to fill somebody's mailbox. */
const MAILS_AN_HOUR = 3;
const HOUR_MS = 3_600_000;

type Dependencies = Pick<IdentityDependencies, 'dataSource' | 'accountTokens' | 'audit' | 'outbox' | 'now'>;

/** Works a request for a link off. Where no active login has the address, nothing is left of what was typed. */
export function mailResetLink(
  dependencies: Dependencies,
  { data: { email, origin }, done }: Job<PasswordResetRequest>,
): Promise<void> {
  const { dataSource, accountTokens, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    await done(tx);
    // Locked: two requests worked off at once would both be the third within the hour.
    const owner = await accountTokens.lockOwnerOf(tx, email);
    if (!owner) return;
    const mailed = await mailTo(tx, dependencies, owner);
    const changes = [fact('mailed', mailed)];
    await audit.append(tx, origin, {
      action: 'PASSWORD_RESET_REQUESTED',
      target: accountTarget(owner),
      changes,
    });
  });
}

/** @returns false where the login was mailed enough of them within the hour */
async function mailTo(
  tx: Tx,
  { accountTokens, outbox, now }: Dependencies,
  { id: userId, username, email }: TokenOwner,
): Promise<boolean> {
  const purpose = 'PASSWORD_RESET';
  const at = now().getTime();
  if ((await accountTokens.countSince(tx, userId, purpose, new Date(at - HOUR_MS))) >= MAILS_AN_HOUR) {
    return false;
  }
  const expiresAt = new Date(at + GOOD_FOR_MINUTES * 60_000);
  const token = await accountTokens.issue(tx, { userId, email, purpose, expiresAt });
  const data = { username, token, expiresAt: expiresAt.toISOString() };
  await outbox.post(tx, { to: email, template: purpose, data });
  return true;
}
