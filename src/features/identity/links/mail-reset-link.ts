import type { Tx } from '../../../db/in-transaction.js';
import type { LinkDependencies } from '../identity-dependencies.js';

const VALID_MINUTES = 30;

/** Mails a login a link that sets a new password. */
export async function mailResetLink(
  tx: Tx,
  { accountTokens, outbox, now }: Pick<LinkDependencies, 'accountTokens' | 'outbox' | 'now'>,
  { id: userId, username, email }: { id: string; username: string; email: string },
): Promise<void> {
  const purpose = 'PASSWORD_RESET';
  const expiresAt = new Date(now().getTime() + VALID_MINUTES * 60_000);
  const token = await accountTokens.issue(tx, { userId, email, purpose, expiresAt });
  await outbox.post(tx, {
    to: email,
    template: purpose,
    data: { username, token, expiresAt: expiresAt.toISOString() },
  });
}
