import type { Tx } from '../../../db/in-transaction.js';
import { issueConfirmationLink } from '../../identity/links/issue-confirmation-link.js';
import type { UserAdminDependencies } from '../user-admin-dependencies.js';

/**
 * Tells both addresses of a change: the new one is asked to confirm, and the one before learns of it, for it may be that
 * its owner didn't want it. Links that were mailed to that one are dead.
 *
 * @param user with the new address
 */
export async function announceNewEmail(
  tx: Tx,
  { outbox, identity }: UserAdminDependencies,
  user: { id: string; username: string; email: string },
  emailBefore: string,
): Promise<void> {
  const { username, email } = user;
  await identity.accountTokens.revokeAllOf(tx, user.id);
  const { token, expiresAt } = await issueConfirmationLink(tx, identity, user);
  await outbox.post(tx, {
    to: email,
    template: 'EMAIL_CONFIRMATION',
    data: { username, token, expiresAt: expiresAt.toISOString() },
  });
  await outbox.post(tx, {
    to: emailBefore,
    template: 'EMAIL_CHANGED',
    data: { username, at: identity.now().toISOString(), newEmail: email },
  });
}
