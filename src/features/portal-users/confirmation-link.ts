import type { Tx } from '../../db/in-transaction.js';
import type { AccountDependencies } from './account-dependencies.js';

const DAYS = 7;
const DAY_MS = 86_400_000;

/** Issues the token of a link that shows that the e-mail of a login is its owner's. */
export async function issueConfirmation(
  tx: Tx,
  { tokens, now }: Pick<AccountDependencies, 'tokens' | 'now'>,
  { id: userId, email }: { id: string; email: string },
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now().getTime() + DAYS * DAY_MS);
  return {
    token: await tokens.issue(tx, { userId, email, purpose: 'EMAIL_CONFIRMATION', expiresAt }),
    expiresAt,
  };
}
