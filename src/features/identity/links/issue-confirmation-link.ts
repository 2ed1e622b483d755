import type { Tx } from '../../../db/in-transaction.js';
import type { LinkPurpose, UserAdminDependencies } from '../../user-admin/user-admin-dependencies.js';

const DAYS = 7;
const DAY_MS = 86_400_000;

/** Issues the token of a link that shows that an e-mail is that of a login's owner. */
export async function issueConfirmationLink(
  tx: Tx,
  { tokens, now }: Pick<UserAdminDependencies, 'tokens' | 'now'>,
  { id: userId, email }: { id: string; email: string },
  purpose: LinkPurpose = 'EMAIL_CONFIRMATION',
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now().getTime() + DAYS * DAY_MS);
  return {
    token: await tokens.issue(tx, { userId, email, purpose, expiresAt }),
    expiresAt,
  };
}
