import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type sql from 'mssql';
import { type ConnectionSecurity, NOT_ENCRYPTED } from '../erp.js';
import { securityOf } from '../security-of.js';
import { LOGIN_FAILED } from './mssql-faults.js';

/** A connection of SQL Server's driver. */
export type MssqlConnection = Parameters<NonNullable<sql.config['beforeConnect']>>[0];

/** What the driver has no option for. */
export interface SessionSettings {
  /** The driver itself gets it only once it may be sent. */
  password: string;
  /** Whether our login is sent only over an encrypted connection. */
  mustEncrypt: boolean;
  /** Whether the server's certificate must have been verified as well. */
  mustVerify: boolean;
  /** How long a query waits for a lock. */
  lockTimeoutMs: number;
}

/** What the driver's types hide. */
interface Internals {
  sendLogin7Packet(): void;
  getInitialSql(): string;
  config: { authentication: { options: { password: string } } };
  socket?: Socket;
}

/**
 * Prepares a new connection before the driver uses it:
 * - The driver asks for encryption, but goes on without it if the server, or somebody on the way, answers that there is
 *   none. Here the login is sent only once the connection is encrypted. The driver gets the password at that moment: a
 *   later version that logs in by another way has none to send.
 * - The end of a question is sent at once. The driver writes it packet by packet, and has the last one wait until the
 *   server has acknowledged the others, which a server that waits for the rest puts off.
 * - The session yields to the ERP's own: it gives up a lock after a while, and it is the victim of a deadlock.
 * - If the login fails, the error gets the number and state that the driver doesn't pass on.
 *
 * @param onConnected called once the login has succeeded
 * @throws Error if the driver lacks a method that is replaced here
 */
export function prepareConnection(
  connection: MssqlConnection,
  session: SessionSettings,
  onConnected: (security: ConnectionSecurity) => void,
): void {
  const encrypted = watchEncryption(connection);
  replace(connection, 'sendLogin7Packet', (send) => () => {
    assertSecure(encrypted(), session);
    const { config, socket } = connection as unknown as Internals;
    socket?.setNoDelay();
    config.authentication.options.password = session.password;
    send();
  });
  replace(connection, 'getInitialSql', (initialSql) => () => {
    return `${initialSql()}\nset lock_timeout ${session.lockTimeoutMs}\nset deadlock_priority low`;
  });
  let failure: LoginFailure | undefined;
  const onError = (error: LoginFailure) => {
    // After the reason, such as a database that isn't opened, the server adds that the login failed.
    if (!failure || failure.number === LOGIN_FAILED) failure = error;
  };
  connection.on('errorMessage', onError);
  connection.once('connect', (error) => {
    connection.off('errorMessage', onError);
    if (!error) onConnected(securityOf(encrypted()));
    else if (failure) Object.assign(error, { number: failure.number, state: failure.state });
  });
}

/** An error that the server sends at login. */
interface LoginFailure {
  number: number;
  state: number;
}

/** @throws Error if our login must not be sent over a connection with this socket */
function assertSecure(socket: TLSSocket | null, { mustEncrypt, mustVerify }: SessionSettings): void {
  const refuse = (problem: string, code: string) => {
    throw Object.assign(new Error(`${problem}: the login was not sent`), { code });
  };
  if (mustEncrypt && !socket) {
    refuse('the server does not encrypt the connection, and ERP_ENCRYPT wants it', NOT_ENCRYPTED);
  }
  // The driver verifies it, unless the process has been told not to, as by NODE_TLS_REJECT_UNAUTHORIZED.
  if (mustVerify && !socket?.authorized) {
    refuse("the server's certificate was not verified", 'CERT_NOT_VERIFIED');
  }
}

/** Finds the encrypted socket of a connection; null as long as it has none. */
function watchEncryption(connection: MssqlConnection): () => TLSSocket | null {
  let negotiated: TLSSocket | null = null;
  connection.on('secure', (socket) => {
    negotiated = socket;
  });
  // What was negotiated holds for that socket only: not for another try, or another server that this one refers to.
  for (const event of ['rerouting', 'retry']) {
    (connection as EventEmitter).on(event, () => {
      negotiated = null;
    });
  }
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
