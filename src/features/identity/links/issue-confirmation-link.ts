import type { Tx } from '../../../db/in-transaction.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import type { LinkPurpose } from './link-purpose.js';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;

/** Issues the token of a link that proves that an e-mail belongs to a login's owner. */
export async function issueConfirmationLink(
  tx: Tx,
  { accountTokens, now }: Pick<LinkDependencies, 'accountTokens' | 'now'>,
  { id: userId, email }: { id: string; email: string },
  purpose: LinkPurpose = 'EMAIL_CONFIRMATION',
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now().getTime() + VALID_DAYS * DAY_MS);
  return {
    token: await accountTokens.issue(tx, { userId, email, purpose, expiresAt }),
    expiresAt,
  };
}
