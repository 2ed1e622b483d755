import type { Tx } from '../../../db/in-transaction.js';
import { PorticoError } from '../../../shared/errors.js';
import type { PasswordDependencies } from '../identity-dependencies.js';
import { ENDED_BY_NEW_PASSWORD } from '../links/link-purpose.js';

/** Whose password is replaced, with the hashes before and after. */
export interface PasswordReplacement {
  user: { id: string; username: string; email: string };
  /** The hash before. */
  from: string;
  /** The hash after. */
  to: string;
  /** The address that the request came from. */
  ip: string | null;
}

type Dependencies = Pick<PasswordDependencies, 'users' | 'sessions' | 'accountTokens' | 'outbox'>;

/**
 * Replaces a password by one that its owner chose. All sessions end, mailed reset links and the link of a
 * new address become invalid, the addresses
 * where the login is known are forgotten, and a mail notifies the owner.
 *
 * @returns how many sessions ended
 * @throws CONFLICT if the password was replaced in the meantime
 */
export async function replacePassword(
  tx: Tx,
  { users, sessions, accountTokens, outbox }: Dependencies,
  { user, from, to, ip }: PasswordReplacement,
): Promise<number> {
  if (!(await users.replacePasswordHash(tx, user.id, { from, to }))) {
    throw new PorticoError('CONFLICT', 'The password was changed in the meantime.');
  }
  const { store, now } = sessions;
  const sessionsRevoked = await store.revokeAllOf(tx, user.id, 'PASSWORD_CHANGED');
  await store.forgetNetworks(tx, user.id);
  await accountTokens.revokeAllOf(tx, user.id, ENDED_BY_NEW_PASSWORD);
  const data = { username: user.username, at: now().toISOString(), ip };
  await outbox.post(tx, { to: user.email, template: 'PASSWORD_CHANGED', data });
  return sessionsRevoked;
}
