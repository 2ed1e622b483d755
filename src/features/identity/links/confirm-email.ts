import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import { asAnonymous, type Origin } from '../../../shared/origin.js';
import { changesBetween } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import { asUniqueConflict } from '../../users/unique-conflict.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import type { EmailChange } from './account-token.store.js';
import { changeEmail, markEmailConfirmed } from './confirmed-email.store.js';

type Dependencies = Omit<LinkDependencies, 'jobs'>;

/**
 * Confirms an address by the token of a mailed link. If the link was for a new address, the login gets it. Using the
 * same link again changes nothing and is no error.
 *
 * @throws BAD_USER_INPUT for a token that is unknown or expired, or whose login now has another address; CONFLICT if
 * another login has taken the address in the meantime
 */
export function confirmEmail(dependencies: Dependencies, token: string, origin: Origin): Promise<void> {
  const { dataSource, accountTokens, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const user = await accountTokens.consume(tx, token, 'EMAIL_CONFIRMATION');
    if (!user) {
      const change = await accountTokens.consumeEmailChange(tx, token);
      if (change) return takeEmail(tx, dependencies, change, asAnonymous(origin));
      if (await accountTokens.hasConfirmed(tx, token)) return;
      const message = 'found a link that has expired or is unknown; wanted the newest one that was mailed';
      throw badUserInput({ path: 'token', message, reason: 'EXPIRED' });
    }
    if (!(await markEmailConfirmed(tx, user.id))) return;
    await audit.append(tx, asAnonymous(origin), confirmed(user));
  });
}

/** The audit event of a confirmed address. */
const confirmed = (user: { id: string; email: string }) => ({
  action: 'EMAIL_CONFIRMED' as const,
  target: portalUserTarget(user),
  changes: changesBetween({ emailConfirmed: false }, { emailConfirmed: true }),
});

/** Gives the login the address and mails a notice to the old one. Links mailed to the old one become invalid. */
async function takeEmail(
  tx: Tx,
  { accountTokens, audit, outbox, now }: Dependencies,
  { owner, newEmail, own }: EmailChange,
  origin: Origin,
): Promise<void> {
  const { id, username, email } = owner;
  await changeEmail(tx, id, newEmail).catch((error: unknown) => {
    throw asUniqueConflict(error, { username, email: newEmail }, (problem) => ({
      ...problem,
      path: 'token',
    }));
  });
  await accountTokens.revokeAllOf(tx, id);
  const user = { id, email: newEmail };
  const changes = changesBetween({ email }, { email: newEmail });
  await audit.append(
    tx,
    origin,
    { action: own ? 'PROFILE_UPDATED' : 'PORTAL_USER_UPDATED', target: portalUserTarget(user), changes },
    confirmed(user),
  );
  const data = { username, at: now().toISOString(), newEmail };
  await outbox.post(tx, { to: email, template: 'EMAIL_CHANGED', data });
}
