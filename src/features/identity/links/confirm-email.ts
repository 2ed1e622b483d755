import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { changesBetween } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import { asUniqueConflict } from '../../users/unique-conflict.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import { asAnonymous } from '../sign-in/sign-in-events.js';
import type { TokenOwner } from './account-token.store.js';
import { changeEmail, markEmailConfirmed } from './confirmed-email.store.js';

type Dependencies = Omit<LinkDependencies, 'jobs'>;

/**
 * Confirms an address by a mailed link's token; where it was to become a login's own, it does. The same link once more changes
 * nothing, and is no mistake.
 *
 * @throws BAD_USER_INPUT for a token that has run out or never was one, or whose login has another address by now; CONFLICT
 * where another login has taken the address meanwhile
 */
export function confirmEmail(dependencies: Dependencies, token: string, origin: Origin): Promise<void> {
  const { dataSource, accountTokens, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const user = await accountTokens.consume(tx, token, 'EMAIL_CONFIRMATION');
    if (!user) {
      const change = await accountTokens.consumeChange(tx, token);
      if (change) return takeEmail(tx, dependencies, change, asAnonymous(origin));
      if (await accountTokens.hasConfirmed(tx, token)) return;
      const message = 'found a link that has run out or never was one; wanted the newest that was mailed';
      throw badUserInput({ path: 'token', message });
    }
    if (!(await markEmailConfirmed(tx, user.id))) return;
    await audit.append(tx, asAnonymous(origin), confirmed(user));
  });
}

const confirmed = (user: { id: string; email: string }) => ({
  action: 'EMAIL_CONFIRMED' as const,
  target: portalUserTarget(user),
  changes: changesBetween({ emailConfirmed: false }, { emailConfirmed: true }),
});

/** The login gets the address, and the one before learns of it. Links that were mailed to that one are dead. */
async function takeEmail(
  tx: Tx,
  { accountTokens, audit, outbox, now }: Dependencies,
  { owner, newEmail }: { owner: TokenOwner; newEmail: string },
  origin: Origin,
): Promise<void> {
  const { id, username, email } = owner;
  await changeEmail(tx, id, newEmail).catch((error: unknown) => {
    throw asUniqueConflict(error, { username, email: newEmail }, ({ message }) => ({
      path: 'token',
      message,
    }));
  });
  await accountTokens.revokeAllOf(tx, id);
  const user = { id, email: newEmail };
  const changes = changesBetween({ email }, { email: newEmail });
  await audit.append(
    tx,
    origin,
    { action: 'PORTAL_USER_UPDATED', target: portalUserTarget(user), changes },
    confirmed(user),
  );
  const data = { username, at: now().toISOString(), newEmail };
  await outbox.post(tx, { to: email, template: 'EMAIL_CHANGED', data });
}
