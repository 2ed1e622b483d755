import type { Tx } from '../../../db/in-transaction.js';
import { isSameMailbox } from '../../../shared/folded-keys.js';
import { EMAIL_CHANGES } from '../links/link-purpose.js';
import { type ConfirmationDependencies, mailConfirmationLink } from '../links/mail-confirmation-link.js';
import { assertFewLinks } from './assert-few-links.js';

/** A login whose owner wants another address. */
interface EmailRequest {
  user: { id: string; username: string; email: string };
  email: string;
  /** The address that the request came from. */
  ip: string | null;
}

/**
 * Mails a link to the new address of a login, and a warning to its present one. Links of other new addresses become
 * invalid; if the address is the present one, that is all. The caller has locked the login.
 *
 * @returns the address that waits to be confirmed then
 * @throws RATE_LIMITED
 */
export async function requestOwnEmail(
  tx: Tx,
  dependencies: ConfirmationDependencies,
  { user, email, ip }: EmailRequest,
): Promise<string | null> {
  const { accountTokens, outbox, now } = dependencies;
  const { id, username } = user;
  const isPresentOne = isSameMailbox(email, user.email);
  if (!isPresentOne) await assertFewLinks(tx, dependencies, id);
  await accountTokens.revokeAllOf(tx, id, EMAIL_CHANGES);
  if (isPresentOne) return null;
  await mailConfirmationLink(tx, dependencies, { id, username, email, purpose: 'OWN_EMAIL_CHANGE' });
  const data = { username, at: now().toISOString(), newEmail: email, ip };
  await outbox.post(tx, { to: user.email, template: 'EMAIL_CHANGE_REQUESTED', data });
  return email;
}
