import { inTransaction } from '../../db/in-transaction.js';
import { accountInactive, invalidCredentials } from '../../shared/errors.js';
import type { IdentityDependencies } from './identity-dependencies.js';
import { failingInSteps } from './in-steps.js';
import { openSession, type SessionGrant } from './open-session.js';
import { renewPasswordHash } from './renew-password-hash.js';
import type { Client } from './session.store.js';
import { verifyCounted } from './verify-counted.js';

/** What somebody typed to sign in. */
export interface Credentials {
  login: string;
  password: string;
}

/** No login has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Signs in by user name or e-mail.
 *
 * @throws INVALID_CREDENTIALS, the same for an unknown login, a wrong password, and any password during a wait;
 * ACCOUNT_INACTIVE only after the right password; RATE_LIMITED where too many wait for their hash to be computed
 */
export function login(
  dependencies: IdentityDependencies,
  credentials: Credentials,
  client: Client,
): Promise<SessionGrant> {
  return failingInSteps(() => attempt(dependencies, credentials, client));
}

/** Does the same work whoever is meant, so that it takes as long. */
async function attempt(
  dependencies: IdentityDependencies,
  { login, password }: Credentials,
  client: Client,
): Promise<SessionGrant> {
  const { dataSource, users, loginCounter, decoys, now } = dependencies;
  const user = await users.findByLogin(login);
  const userId = user?.id ?? null;
  const decoy = await users.passwordHashNear(decoys.idFor(login));
  const knownAt = await placeOf(dependencies, userId ?? NOBODY, client);
  const counted = await loginCounter.count({ userId, login, network: client.network, knownAt });
  const hash = user?.passwordHash ?? decoy;
  const { right, outdated } = await verifyCounted(dependencies, counted, password, hash);
  if (!user || !right) throw invalidCredentials();

  // Before anything else takes its time: whoever signs in at the same moment waits for this one's failure to be gone.
  await inTransaction(dataSource, (tx) => loginCounter.succeeded(tx, counted));
  if (!user.active) throw accountInactive();
  // Before the transaction: whoever renews it at the same time must not look like one who changed the password.
  if (outdated) user.passwordHash = await renewPasswordHash(dependencies, user, password);
  return inTransaction(dataSource, async (tx) => {
    // The hashing took its time: a password that was changed meanwhile must not open a session after all.
    if (!(await users.noteLogin(tx, user, now()))) throw invalidCredentials();
    return openSession(tx, dependencies, user.id, client);
  });
}

/** Where a login is known: by its browser's mark, or at an address where it signed in lately; null for neither. */
async function placeOf(
  { sessions, devices }: IdentityDependencies,
  userId: string,
  { network, deviceMark }: Client,
): Promise<string | null> {
  const device = devices.verify(deviceMark, userId);
  const atNetwork = await sessions.isKnown(userId, network);
  if (device !== null) return `device:${device}`;
  return atNetwork ? network : null;
}
