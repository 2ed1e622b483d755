import type { Tx } from '../../../db/in-transaction.js';
import type { Viewer } from '../../../shared/auth.js';
import { conflict, notFound, type PorticoError, staleVersion } from '../../../shared/errors.js';
import { freightScopeOf } from '../freight-scope.js';
import type { ConnoteRecord } from './connote.entity.js';
import type { ConnoteStore } from './connote.store.js';
import type { ConnoteStatus } from './connote-transitions.js';

/** The id of a connote, and its path in the input. */
export interface ConnoteKey {
  id: string;
  path: string;
}

/** Reads a connote in the viewer's scope and locks it until the end of the transaction. @throws NOT_FOUND */
export async function lockConnote(
  tx: Tx,
  connotes: ConnoteStore,
  viewer: Viewer,
  key: ConnoteKey,
): Promise<ConnoteRecord> {
  const connote = await connotes.lock(tx, freightScopeOf(viewer), key.id);
  if (!connote) throw connoteNotFound(key);
  return connote;
}

/**
 * The same for a change that rests on the connote's state: of two such changes at the same time, one fails. Otherwise the
 * second of two operators who allocate a connote would take it from the first's driver.
 *
 * @throws NOT_FOUND; CONFLICT naming the status if the connote changed while this transaction waited for the lock
 */
export async function lockUnchangedConnote(
  tx: Tx,
  connotes: ConnoteStore,
  viewer: Viewer,
  key: ConnoteKey,
): Promise<ConnoteRecord> {
  const version = await connotes.versionOf(tx, freightScopeOf(viewer), key.id);
  if (version === null) throw connoteNotFound(key);
  const connote = await lockConnote(tx, connotes, viewer, key);
  if (connote.version === version) return connote;
  const message = `found that ${connote.number} has just changed, and now has the status ${connote.status}; wanted one that nobody else changes`;
  throw conflict({
    path: key.path,
    message,
    reason: 'OUTDATED',
    params: { of: 'CONNOTE', status: connote.status },
  });
}

/**
 * Passes if a locked connote is as the caller saw it, or they didn't say how they saw it.
 *
 * @param seen the version that the change is based on, and its path in the input
 * @throws CONFLICT naming the status, if it is another version by now
 */
export function assertVersion(
  { version: current, status }: ConnoteRecord,
  { version, path }: { version: number | null; path: string },
): void {
  if (version === null || version === current) return;
  throw staleVersion('connote', { found: version, current, path }, `, in the status ${status}`);
}

/** The error for a connote in a status that doesn't allow it. @param wanted which statuses do @param inWords the same */
export function wrongStatus(
  path: string,
  { number, status }: { number: string; status: ConnoteStatus },
  wanted: readonly ConnoteStatus[],
  inWords = wanted.join(' or '),
): PorticoError {
  const message = `found ${number} in the status ${status}; wanted ${inWords}`;
  return conflict({ path, message, reason: 'WRONG_STATUS', params: { of: 'CONNOTE', status, wanted } });
}

/** The same error for an id that nobody has, and for one outside the scope. */
export function connoteNotFound({ id, path }: ConnoteKey): PorticoError {
  const message = `found "${id}", one that no connote has`;
  return notFound({ path, message, reason: 'UNKNOWN' });
}
