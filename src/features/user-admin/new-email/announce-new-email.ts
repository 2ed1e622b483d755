import type { Tx } from '../../../db/in-transaction.js';
import { mailConfirmationLink } from '../../identity/links/mail-confirmation-link.js';
import type { UserAdminDependencies } from '../user-admin-dependencies.js';

/**
 * Mails both addresses about a change. The new one gets a link to confirm it. The old one gets a notice, because its
 * owner may not have wanted the change. Links that were mailed to the old address become invalid.
 *
 * @param user with the new address
 */
export async function announceNewEmail(
  tx: Tx,
  { outbox, identity }: UserAdminDependencies,
  user: { id: string; username: string; email: string },
  emailBefore: string,
): Promise<void> {
  const { id, username, email } = user;
  await identity.accountTokens.revokeAllOf(tx, id);
  const link = { id, username, email, purpose: 'EMAIL_CONFIRMATION' as const };
  await mailConfirmationLink(tx, { ...identity, outbox }, link);
  await outbox.post(tx, {
    to: emailBefore,
    template: 'EMAIL_CHANGED',
    data: { username, at: identity.now().toISOString(), newEmail: email },
  });
}
