import { inTransaction } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import type { LoginDependencies } from './login.js';

/** Ends the viewer's session, and no other. */
export function logOut({ dataSource, sessions }: LoginDependencies, { sessionId }: Viewer): Promise<void> {
  return inTransaction(dataSource, (tx) => sessions.revoke(tx, sessionId));
}
