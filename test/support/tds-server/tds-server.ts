import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { tlsIdentity } from '../tls-identity.js';
import { type Faults, noFaults } from './faults.js';
import type { Login7 } from './login7.js';
import { type Answer, LoginRefused, type Session, SqlError, type Statement } from './sql-types.js';
import { type Encryption, type Host, TdsConnection } from './tds-connection.js';

/** The one login that the server knows. */
export const LOGIN = { user: 'portico_reader', password: 'Reader-pässword-1', database: 'demo_erp' };

/**
 * Speaks as much of MS-TDS 7.4 as a driver needs to log in, to ask and to give up. What it can't
 * understand is an error for the client, and in `failures` where it isn't the client's.
 */
export class TdsServer {
  faults: Faults = noFaults();
  /** What was asked, but for a driver's own settings. */
  readonly statements: Statement[] = [];
  readonly logins: Login7[] = [];
  /** How many attentions came. */
  attentions = 0;
  /** Mistakes of this server, or of a client in the protocol. A test expects none. */
  readonly failures: unknown[] = [];
  readonly #connections = new Map<Socket, TdsConnection>();
  #server: Server | null = null;
  #port = 0;

  private constructor(
    private readonly answer: Answer,
    readonly encryption: Encryption,
  ) {}

  /** Listens on a free port of 127.0.0.1. */
  static async start(answer: Answer, encryption: Encryption = 'none'): Promise<TdsServer> {
    const server = new TdsServer(answer, encryption);
    await server.listen();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#connections.size;
  }

  /** What each open connection has set. */
  get sessions(): Record<string, string>[] {
    return [...this.#connections.values()].flatMap(({ session }) => (session ? [session.settings] : []));
  }

  /** Statements that are being answered now. */
  get running(): number {
    return [...this.#connections.values()].filter((connection) => connection.running).length;
  }

  /** The settings with which the portal asks this server. */
  get settings(): Record<string, string> {
    return {
      ERP_KIND: 'mssql',
      ERP_HOST: '127.0.0.1',
      ERP_PORT: String(this.#port),
      ERP_DATABASE: LOGIN.database,
      ERP_USER: LOGIN.user,
      ERP_PASSWORD: LOGIN.password,
      ERP_ENCRYPT: { none: 'false', on: 'true', strict: 'strict' }[this.encryption],
    };
  }

  /** Takes connections, on the same port as before where there was one. */
  async listen(): Promise<void> {
    const server =
      this.encryption === 'strict'
        ? createTlsServer({ ...tlsIdentity(), ALPNProtocols: ['tds/8.0'] }, (socket) => this.#accept(socket))
        : createServer((socket) => this.#accept(socket));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Cuts every connection and refuses new ones until it listens again. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    this.cut();
    await closed;
  }

  /** Cuts every connection, as a restart does. */
  cut(): void {
    for (const socket of this.#connections.keys()) socket.destroy();
  }

  /** Forgets what it was asked. */
  clear(): void {
    this.statements.length = 0;
    this.logins.length = 0;
    this.attentions = 0;
  }

  #accept(socket: Socket): void {
    socket.setNoDelay(true);
    this.#connections.set(socket, new TdsConnection(socket, this.#host()));
    socket.on('close', () => this.#connections.delete(socket));
  }

  #host(): Host {
    const server = this;
    return {
      get faults() {
        return server.faults;
      },
      answer: this.answer,
      encryption: this.encryption,
      logIn: (login) => this.#logIn(login),
      asked: (statement) => this.statements.push(statement),
      attention: () => {
        this.attentions += 1;
      },
      failed: (error) => this.failures.push(error),
    };
  }

  #logIn(login: Login7): Session {
    this.logins.push(login);
    const errors = this.faults.loginErrors.shift();
    if (errors) throw new LoginRefused([errors].flat());
    const { userName, password, database } = login;
    if (userName !== LOGIN.user || password !== LOGIN.password) {
      throw new LoginRefused([new SqlError(18456, `Login failed for user '${userName}'.`, 14)]);
    }
    if (database !== LOGIN.database) {
      const message = `Cannot open database "${database}" requested by the login. The login failed.`;
      const failed = new SqlError(18456, `Login failed for user '${userName}'.`, 14);
      throw new LoginRefused([new SqlError(4060, message, 11), failed]);
    }
    const inside = [...this.#connections.values()].filter(({ session }) => session !== null).length;
    if (inside >= this.faults.maxConnections) {
      const message = `Could not connect because the maximum number of '${this.faults.maxConnections}' user connections has already been reached.`;
      throw new LoginRefused([new SqlError(17809, message, 20)]);
    }
    return { login: userName, database, settings: {} };
  }
}
