import type { Tx } from '../../../db/in-transaction.js';
import { PorticoError } from '../../../shared/errors.js';
import type { PasswordDependencies } from '../identity-dependencies.js';

/** Whose password is replaced, by what it was stored under and by whom. */
export interface PasswordReplacement {
  user: { id: string; username: string; email: string };
  /** The hashes. */
  from: string;
  to: string;
  /** Where it was asked for. */
  ip: string | null;
}

type Dependencies = Pick<PasswordDependencies, 'users' | 'session' | 'accountTokens' | 'outbox'>;

/**
 * Replaces a password by one that its owner chose: all sessions end, mailed links that could replace it too are void, it is
 * known nowhere any more, and its address is told.
 *
 * @returns how many sessions ended
 * @throws CONFLICT where the password was replaced meanwhile
 */
export async function replacePassword(
  tx: Tx,
  { users, session, accountTokens, outbox }: Dependencies,
  { user, from, to, ip }: PasswordReplacement,
): Promise<number> {
  if (!(await users.replacePasswordHash(tx, user.id, { from, to }))) {
    throw new PorticoError('CONFLICT', 'The password was changed by somebody else meanwhile.');
  }
  const { sessions, now } = session;
  const sessionsRevoked = await sessions.revokeAllOf(tx, user.id);
  await sessions.forgetNetworks(tx, user.id);
  await accountTokens.revokeAllOf(tx, user.id, 'PASSWORD_RESET');
  const data = { username: user.username, at: now().toISOString(), ip };
  await outbox.post(tx, { to: user.email, template: 'PASSWORD_CHANGED', data });
  return sessionsRevoked;
}
