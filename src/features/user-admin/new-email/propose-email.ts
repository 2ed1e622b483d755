import type { Tx } from '../../../db/in-transaction.js';
import { isSameMailbox } from '../../../shared/folded-keys.js';
import { EMAIL_CHANGES } from '../../identity/links/link-purpose.js';
import { mailConfirmationLink } from '../../identity/links/mail-confirmation-link.js';
import type { UserAdminDependencies } from '../user-admin-dependencies.js';

/**
 * Mails a link to a proposed address. The login gets the address once it is confirmed by the link, and keeps its own
 * until then. Links for addresses that were proposed before become invalid.
 *
 * @param email if it is null or the login's own address, no mail is sent
 */
export async function proposeEmail(
  tx: Tx,
  { outbox, identity }: Pick<UserAdminDependencies, 'outbox' | 'identity'>,
  user: { id: string; username: string; email: string },
  email: string | null,
): Promise<void> {
  await identity.accountTokens.revokeAllOf(tx, user.id, EMAIL_CHANGES);
  if (email === null || isSameMailbox(email, user.email)) return;
  const { id, username } = user;
  await mailConfirmationLink(tx, { ...identity, outbox }, { id, username, email, purpose: 'EMAIL_CHANGE' });
}
