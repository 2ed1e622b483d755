import type { Tx } from '../../../db/in-transaction.js';
import { issueConfirmationLink } from '../../identity/links/issue-confirmation-link.js';
import type { UserAdminDependencies } from '../user-admin-dependencies.js';

/**
 * Asks whoever reads an address whether it is the owner's of a login: the login gets it once they say so, and keeps its own
 * until then. What was asked of other addresses before is void.
 *
 * @param email null for none, and its own for no other: then nobody is asked
 */
export async function proposeEmail(
  tx: Tx,
  { outbox, identity }: Pick<UserAdminDependencies, 'outbox' | 'identity'>,
  user: { id: string; username: string; email: string },
  email: string | null,
): Promise<void> {
  await identity.accountTokens.revokeAllOf(tx, user.id, 'EMAIL_CHANGE');
  if (email === null || email.toLowerCase() === user.email.toLowerCase()) return;
  const link = await issueConfirmationLink(tx, identity, { id: user.id, email }, 'EMAIL_CHANGE');
  await outbox.post(tx, {
    to: email,
    template: 'EMAIL_CONFIRMATION',
    data: { username: user.username, token: link.token, expiresAt: link.expiresAt.toISOString() },
  });
}
