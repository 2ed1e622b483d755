import {
  errorResponse,
  FrameReader,
  isSslRequest,
  query,
  readyForQuery,
  startupReply,
} from './wire-protocol.js';

/** Runs raw protocol messages on the engine's one session and hands out what it answers. */
export type Execute = (message: Uint8Array, onData: (data: Uint8Array) => void) => Promise<void>;

interface Session {
  reader: FrameReader;
  batch: Buffer[];
  /** The session's batches run one after the other; this settles with the last of them. */
  tail: Promise<void>;
  /** After a refused batch the protocol has everything up to the next Sync thrown away. */
  skipToSync: boolean;
  closed: boolean;
}

interface Waiter {
  session: Session;
  grant: () => void;
}

/** Query, Sync and Flush: the messages after which a client waits for an answer. */
const ENDS_BATCH = new Set(['Q', 'S', 'H']);

/**
 * Lets several client connections share an engine that has a single session. A connection's messages are
 * buffered into batches; a batch runs under a first-come lock, which a connection keeps from BEGIN until the
 * engine says that it is idle again, so that transactions never mix. A connection that goes away in the middle of a
 * transaction is rolled back.
 */
export class SessionMultiplexer {
  readonly #execute: Execute;
  readonly #send: (connection: number, data: Uint8Array) => void;
  readonly #lockTimeoutMs: number;
  readonly #sessions = new Map<number, Session>();
  readonly #waiting: Waiter[] = [];
  #owner: Session | null = null;

  constructor(
    execute: Execute,
    send: (connection: number, data: Uint8Array) => void,
    options: { lockTimeoutMs: number },
  ) {
    this.#execute = execute;
    this.#send = send;
    this.#lockTimeoutMs = options.lockTimeoutMs;
  }

  /** Bytes from a client. */
  receive(connection: number, chunk: Uint8Array): void {
    const session = this.#session(connection);
    for (const frame of session.reader.push(chunk)) {
      if (isSslRequest(frame)) this.#send(connection, Buffer.from('N'));
      else if (frame.type === '') this.#send(connection, startupReply());
      else if (frame.type === 'X') this.close(connection);
      else {
        session.batch.push(frame.bytes);
        if (ENDS_BATCH.has(frame.type)) this.#enqueue(connection, session, frame.type);
      }
    }
  }

  /** The client is gone: what it left open is rolled back, what it still had queued is dropped. */
  close(connection: number): void {
    const session = this.#sessions.get(connection);
    if (!session) return;
    this.#sessions.delete(connection);
    session.closed = true;
    session.tail = session.tail.then(async () => {
      if (this.#owner !== session) return;
      await this.#execute(query('ROLLBACK'), () => {});
      this.#release();
    });
  }

  #session(connection: number): Session {
    const known = this.#sessions.get(connection);
    if (known) return known;
    const session: Session = {
      reader: new FrameReader(true),
      batch: [],
      tail: Promise.resolve(),
      skipToSync: false,
      closed: false,
    };
    this.#sessions.set(connection, session);
    return session;
  }

  #enqueue(connection: number, session: Session, end: string): void {
    const bytes = Buffer.concat(session.batch);
    session.batch = [];
    session.tail = session.tail.then(() => this.#run(connection, session, bytes, end));
  }

  async #run(connection: number, session: Session, bytes: Buffer, end: string): Promise<void> {
    if (session.closed) return;
    if (session.skipToSync) return this.#skip(connection, session, end);
    if (this.#owner !== session && !(await this.#acquire(session))) {
      if (session.closed) return;
      this.#send(connection, errorResponse('55P03', this.#timeoutMessage()));
      session.skipToSync = end === 'H';
      if (!session.skipToSync) this.#send(connection, readyForQuery());
      return;
    }
    // The client left while its batch waited; `close` gives the engine back.
    if (session.closed) return;
    let idle = false;
    const answers = new FrameReader(false);
    await this.#execute(bytes, (data) => {
      for (const frame of answers.push(data)) {
        if (frame.type === 'Z') idle = frame.bytes[5] === 'I'.charCodeAt(0);
      }
      if (!session.closed) this.#send(connection, data);
    });
    if (idle) this.#release();
  }

  #skip(connection: number, session: Session, end: string): void {
    if (end === 'H') return;
    session.skipToSync = false;
    this.#send(connection, readyForQuery());
  }

  /** Resolves to true once the session owns the engine, to false when it waited too long. */
  #acquire(session: Session): Promise<boolean> {
    if (this.#owner === null) {
      this.#owner = session;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiter: Waiter = {
        session,
        grant: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        resolve(false);
      }, this.#lockTimeoutMs);
      this.#waiting.push(waiter);
    });
  }

  #release(): void {
    const next = this.#waiting.shift();
    this.#owner = next?.session ?? null;
    next?.grant();
  }

  #timeoutMessage(): string {
    return (
      `the embedded database was held by another transaction for ${this.#lockTimeoutMs} ms ` +
      '(a query outside a transaction that waits for one inside it never ends: pass the transaction along)'
    );
  }
}
