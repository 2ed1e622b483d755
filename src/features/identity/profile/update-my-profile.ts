import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Viewer } from '../../../shared/auth.js';
import { type FieldProblem, PorticoError, unauthenticated } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { changesBetween } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import { assertPortalUserFields, tidy, trimToNull } from '../../users/portal-user-fields.js';
import type { ProfileDependencies } from '../identity-dependencies.js';
import { verifyCurrentPassword } from '../passwords/verify-current-password.js';
import { changeDisplayName, lockOwnLogin } from './profile.store.js';
import type { UpdateMyProfileInput } from './profile.type.js';
import { requestOwnEmail } from './request-own-email.js';

/** A change of the viewer's own profile. A field that is left out stays as it is. */
interface ProfileChange {
  displayName?: string | null;
  email?: string;
  /** The hash of the password that was checked for the new e-mail. */
  checkedHash?: string;
}

/**
 * Changes the viewer's own profile. A new e-mail needs the current password, and holds once the link that is mailed to it
 * was opened; the present address is told at once. Whether another login has the e-mail is found out only then, by the
 * reader of that mailbox, so that nobody can use this to learn who has a login.
 *
 * @throws BAD_USER_INPUT naming each invalid field; RATE_LIMITED; CONFLICT if the password was changed in the meantime
 */
export async function updateMyProfile(
  dependencies: ProfileDependencies,
  viewer: Viewer,
  input: UpdateMyProfileInput,
  origin: Origin,
): Promise<void> {
  const { email, currentPassword, displayName } = input;
  const change: ProfileChange = {
    ...(displayName !== undefined && { displayName: trimToNull(displayName) }),
    ...(typeof email === 'string' && { email: tidy(email) }),
  };
  const problems: FieldProblem[] =
    change.email !== undefined && typeof currentPassword !== 'string'
      ? [
          {
            path: 'input.currentPassword',
            message: 'found nothing; wanted it for a new e-mail',
            reason: 'REQUIRED',
          },
        ]
      : [];
  assertPortalUserFields(change, ...problems);
  if (change.email !== undefined && typeof currentPassword === 'string') {
    const user = await dependencies.users.findById(viewer.userId);
    if (!user) throw unauthenticated();
    await verifyCurrentPassword(dependencies, user, currentPassword, origin);
    change.checkedHash = user.passwordHash;
  }
  await inTransaction(dependencies.dataSource, (tx) => write(tx, dependencies, { viewer, change, origin }));
}

async function write(
  tx: Tx,
  dependencies: ProfileDependencies,
  { viewer, change, origin }: { viewer: Viewer; change: ProfileChange; origin: Origin },
): Promise<void> {
  const { audit, pendingEmails } = dependencies;
  const user = await lockOwnLogin(tx, viewer.userId);
  const { displayName = user.displayName, email, checkedHash } = change;
  const pending = (await pendingEmails.of(tx, user.id))?.email ?? null;
  const before = { displayName: user.displayName, pendingEmail: pending };
  const after = { displayName, pendingEmail: pending };
  if (displayName !== user.displayName) await changeDisplayName(tx, user.id, displayName);
  if (email !== undefined) {
    // Otherwise somebody who knows only the former password could still ask for another address.
    if (user.passwordHash !== checkedHash) {
      throw new PorticoError('CONFLICT', 'The password was changed in the meantime.');
    }
    after.pendingEmail = await requestOwnEmail(tx, dependencies, { user, email, ip: origin.ip });
  }
  const changes = changesBetween(before, after);
  if (changes.length === 0) return;
  await audit.append(tx, origin, { action: 'PROFILE_UPDATED', target: portalUserTarget(user), changes });
}
