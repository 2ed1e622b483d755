import { inTransaction } from '../../../db/in-transaction.js';
import type { ProfileDependencies } from '../identity-dependencies.js';
import { mailConfirmationLink } from '../links/mail-confirmation-link.js';
import { assertFewLinks } from './assert-few-links.js';
import { lockOwnLogin } from './profile.store.js';

/**
 * Mails another link to the new address of the viewer's login, or to its present one if that is not confirmed yet. If
 * nothing waits to be confirmed, nothing is mailed.
 *
 * @throws RATE_LIMITED
 */
export function resendEmailConfirmation(dependencies: ProfileDependencies, userId: string): Promise<void> {
  return inTransaction(dependencies.dataSource, async (tx) => {
    const { id, username, email, emailConfirmed } = await lockOwnLogin(tx, userId);
    const own = emailConfirmed ? null : { email, purpose: 'EMAIL_CONFIRMATION' as const };
    const waiting = (await dependencies.pendingEmails.of(tx, id)) ?? own;
    if (waiting === null) return;
    await assertFewLinks(tx, dependencies, id);
    await mailConfirmationLink(tx, dependencies, {
      id,
      username,
      email: waiting.email,
      purpose: waiting.purpose,
    });
  });
}
