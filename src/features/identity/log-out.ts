import { inTransaction } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import type { IdentityDependencies } from './identity-dependencies.js';

type Dependencies = Pick<IdentityDependencies, 'dataSource' | 'sessions'>;

/** Ends the viewer's session, and no other. */
export function logOut({ dataSource, sessions }: Dependencies, { sessionId }: Viewer): Promise<void> {
  return inTransaction(dataSource, (tx) => sessions.revoke(tx, sessionId));
}

/** Ends all sessions of the viewer, this one too. @returns how many there were */
export function logOutEverywhere(
  { dataSource, sessions }: Dependencies,
  { userId }: Viewer,
): Promise<number> {
  return inTransaction(dataSource, (tx) => sessions.revokeAllOf(tx, userId));
}
