import { inTransaction } from '../../../db/in-transaction.js';
import { accountInactive, invalidCredentials } from '../../../shared/errors.js';
import { actingAs, asAnonymous } from '../../../shared/origin.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { PortalUserRecord } from '../../users/portal-user.entity.js';
import type { SignInDependencies } from '../identity-dependencies.js';
import { renewPasswordHash } from '../passwords/renew-password-hash.js';
import { isTemporaryPasswordExpired } from '../passwords/temporary-password.js';
import { openSession, type SessionGrant } from '../sessions/open-session.js';
import type { Caller, Client } from '../sessions/session.store.js';
import { accountLocked, type LoginFailure, loginFailed } from './sign-in-events.js';
import { withUniformFailureTime } from './uniform-failure-time.js';
import { type CountedPasswordCheck, verifyCounted } from './verify-counted.js';

/** What was typed to sign in. */
export interface Credentials {
  login: string;
  password: string;
}

/** No login has this id. */
const NO_USER_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Signs in by user name or e-mail.
 *
 * @throws INVALID_CREDENTIALS, the same for an unknown login, a wrong password, an expired temporary one, and any
 * password during a wait; ACCOUNT_INACTIVE only after the right password; RATE_LIMITED if too many passwords are
 * waiting to be hashed
 */
export function login(
  dependencies: SignInDependencies,
  credentials: Credentials,
  caller: Caller,
): Promise<SessionGrant> {
  return withUniformFailureTime(() => attempt(dependencies, credentials, caller));
}

/** Does the same work for every login, known or not, so that each takes the same time. */
async function attempt(
  dependencies: SignInDependencies,
  { login, password }: Credentials,
  { client, origin }: Caller,
): Promise<SessionGrant> {
  const { dataSource, users, loginCounter, dummyLogins, audit, sessions } = dependencies;
  const user = await users.findByLogin(login);
  const userId = user?.id ?? null;
  const dummyHash = await users.passwordHashNear(dummyLogins.idFor(login));
  const knownAt = await knownPlaceOf(dependencies, userId ?? NO_USER_ID, client);
  const counted = await loginCounter.count({ userId, login, network: client.network, knownAt });
  const hash = user?.passwordHash ?? dummyHash;
  const check = await verifyCounted(dependencies, counted, password, hash);
  const failure = failureOf(user, check, sessions.now());
  if (!user || failure !== null) {
    const events = [loginFailed(user, failure ?? 'unknown login')];
    if (user && check.lockedUntil) events.push(accountLocked(user, check.lockedUntil));
    await inTransaction(dataSource, (tx) => audit.append(tx, asAnonymous(origin), ...events));
    throw invalidCredentials();
  }

  // Before any slow step: until here this attempt counts as failed, so other sign-ins to the account may be refused.
  await inTransaction(dataSource, async (tx) => {
    await loginCounter.succeeded(tx, counted);
    if (!user.active) await audit.append(tx, actingAs(origin, user), loginFailed(user, 'inactive'));
  });
  if (!user.active) throw accountInactive();
  // Renewed before the transaction: a sign-in that renews it at the same time must not look like a password change.
  if (check.outdated) user.passwordHash = await renewPasswordHash(dependencies, user, password);
  const grant = await openSessionFor(dependencies, user, { client, origin });
  if (!grant) throw invalidCredentials();
  return grant;
}

/** Opens the session; null if the password was changed while it was being checked. */
function openSessionFor(
  dependencies: SignInDependencies,
  user: PortalUserRecord,
  { client, origin }: Caller,
): Promise<SessionGrant | null> {
  const { dataSource, users, audit, sessions } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    if (!(await users.recordLogin(tx, user, sessions.now()))) {
      await audit.append(tx, asAnonymous(origin), loginFailed(user, 'wrong password'));
      return null;
    }
    await audit.append(tx, actingAs(origin, user), {
      action: 'LOGIN_SUCCEEDED',
      target: portalUserTarget(user),
    });
    return openSession(tx, sessions, user.id, client);
  });
}

/** Why the sign-in fails; null if it succeeds. */
function failureOf(
  user: PortalUserRecord | null,
  { right, refused }: CountedPasswordCheck,
  now: Date,
): LoginFailure | null {
  if (!user) return 'unknown login';
  if (refused) return 'waiting after failed sign-ins';
  if (!right) return 'wrong password';
  return isTemporaryPasswordExpired(user, now) ? 'temporary password expired' : null;
}

/** Where a login is known: this browser by its mark, or this address by a recent sign-in. Null if neither. */
async function knownPlaceOf(
  { sessions, devices }: SignInDependencies,
  userId: string,
  { network, deviceCookie }: Client,
): Promise<string | null> {
  const device = devices.verify(deviceCookie, userId);
  const atNetwork = await sessions.store.isKnown(userId, network);
  if (device !== null) return `device:${device}`;
  return atNetwork ? network : null;
}
