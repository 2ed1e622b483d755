import type { Tx } from '../../../db/in-transaction.js';
import { rateLimited } from '../../../shared/errors.js';
import { CONFIRMATIONS } from '../links/link-purpose.js';
import type { ConfirmationDependencies } from '../links/mail-confirmation-link.js';

/** The maximum for one login, so that nobody can fill a stranger's mailbox. */
const MAX_LINKS_PER_HOUR = 3;
const HOUR_S = 3_600;

/**
 * Passes if the login may have another confirmation link mailed. The caller has locked the login, because otherwise many
 * requests at once could pass.
 *
 * @throws RATE_LIMITED
 */
export async function assertFewLinks(
  tx: Tx,
  { accountTokens, now }: Pick<ConfirmationDependencies, 'accountTokens' | 'now'>,
  userId: string,
): Promise<void> {
  const since = new Date(now().getTime() - HOUR_S * 1_000);
  const issued = await accountTokens.countSince(tx, userId, { purposes: CONFIRMATIONS, since });
  if (issued >= MAX_LINKS_PER_HOUR) throw rateLimited(HOUR_S);
}
