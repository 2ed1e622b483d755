import type { EventEmitter } from 'node:events';
import { TLSSocket } from 'node:tls';
import type sql from 'mssql';
import { type ConnectionSecurity, NOT_ENCRYPTED } from '../erp.js';
import { securityOf } from '../security-of.js';

/** A connection of SQL Server's driver. */
export type MssqlConnection = Parameters<NonNullable<sql.config['beforeConnect']>>[0];

/** What the driver has no option for. */
export interface SessionSettings {
  /** Whether our login is sent only over an encrypted connection. */
  mustEncrypt: boolean;
  /** How long a query waits for a lock. */
  lockTimeoutMs: number;
}

/** Methods of the driver's connection that its types hide. */
interface Internals {
  sendLogin7Packet(): void;
  getInitialSql(): string;
  socket?: unknown;
}

/**
 * Prepares a new connection before the driver uses it:
 * - The driver asks for encryption, but goes on without it if the server, or somebody on the way, answers that there is
 *   none. Here the login, with the password in it, is sent only once the connection is encrypted.
 * - The session yields to the ERP's own: it gives up a lock after a while, and it is the victim of a deadlock.
 * - If the login fails, the error gets the number and state that the driver doesn't pass on.
 *
 * @param onConnected called once the login has succeeded
 * @throws Error if the driver lacks a method that is replaced here, so that a new version of it can't skip the check
 */
export function prepareConnection(
  connection: MssqlConnection,
  { mustEncrypt, lockTimeoutMs }: SessionSettings,
  onConnected: (security: ConnectionSecurity) => void,
): void {
  const encrypted = watchEncryption(connection);
  replace(connection, 'sendLogin7Packet', (send) => () => {
    if (!mustEncrypt || encrypted() !== null) return send();
    throw Object.assign(
      new Error(
        'the server does not encrypt the connection, and ERP_ENCRYPT wants it: the login was not sent',
      ),
      { code: NOT_ENCRYPTED },
    );
  });
  replace(connection, 'getInitialSql', (initialSql) => () => {
    return `${initialSql()}\nset lock_timeout ${lockTimeoutMs}\nset deadlock_priority low`;
  });
  let failure: { number: number; state: number } | undefined;
  const onError = ({ number, state }: { number: number; state: number }) => {
    failure = { number, state };
  };
  connection.on('errorMessage', onError);
  connection.once('connect', (error) => {
    connection.off('errorMessage', onError);
    if (!error) onConnected(securityOf(encrypted()));
    // Without the number, only the wording would distinguish a server short of resources from a wrong password.
    else if (failure) Object.assign(error, failure);
  });
}

/** Finds the encrypted socket of a connection; null as long as it has none. */
function watchEncryption(connection: MssqlConnection): () => TLSSocket | null {
  let negotiated: TLSSocket | null = null;
  connection.on('secure', (socket) => {
    negotiated = socket;
  });
  // A server that refers to another one has no say in how that connection is protected.
  (connection as EventEmitter).on('rerouting', () => {
    negotiated = null;
  });
  return () => {
    // With ERP_ENCRYPT=strict, all of the connection runs over TLS, and nothing is negotiated.
    const { socket } = connection as unknown as Internals;
    return negotiated ?? (socket instanceof TLSSocket ? socket : null);
  };
}

function replace<Name extends 'sendLogin7Packet' | 'getInitialSql'>(
  connection: MssqlConnection,
  name: Name,
  replacement: (original: Internals[Name]) => Internals[Name],
): void {
  const internals = connection as unknown as Internals;
  const original = internals[name];
  if (typeof original !== 'function') throw new Error(`this version of the driver has no ${name}`);
  internals[name] = replacement(original.bind(connection) as Internals[Name]);
}
