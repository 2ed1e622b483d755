import type { Tx } from '../../../db/in-transaction.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import { issueConfirmationLink } from './issue-confirmation-link.js';
import type { LinkPurpose } from './link-purpose.js';

/** What mailing a confirmation link needs. */
export type ConfirmationDependencies = Pick<LinkDependencies, 'accountTokens' | 'outbox' | 'now'>;

/** Mails a link to an address, by which the owner of a login confirms that the address is theirs. */
export async function mailConfirmationLink(
  tx: Tx,
  dependencies: ConfirmationDependencies,
  { purpose, ...user }: { id: string; username: string; email: string; purpose: LinkPurpose },
): Promise<void> {
  const { token, expiresAt } = await issueConfirmationLink(tx, dependencies, user, purpose);
  await dependencies.outbox.post(tx, {
    to: user.email,
    template: 'EMAIL_CONFIRMATION',
    data: { username: user.username, token, expiresAt: expiresAt.toISOString() },
  });
}
