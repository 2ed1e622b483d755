import type { Socket } from 'node:net';
import type { Faults } from './faults.js';
import { type Login7, readLogin7 } from './login7.js';
import { type Message, MessageReader, MessageWriter, PACKET } from './packets.js';
import { ENCRYPT, encryptionOffset, preloginResponse } from './prelogin.js';
import { readRpcRequest, readSqlBatch } from './rpc-request.js';
import {
  type Answer,
  LoginRefused,
  type ResultSet,
  type Session,
  SqlError,
  type Statement,
} from './sql-types.js';
import { Dropped, sendError, sendRows, unlessGivenUp } from './tabular-result.js';
import { TlsInPrelogin } from './tls-in-prelogin.js';
import * as tokens from './tokens.js';

const PACKET_SIZE = 4096;

/** None; as a client wants it, within the protocol; or TLS before its first byte, TDS 8. */
export type Encryption = 'none' | 'on' | 'strict';

/** What a connection needs of its server. */
export interface Host {
  faults: Faults;
  encryption: Encryption;
  answer: Answer;
  /** Lets a client in. @throws LoginRefused where it mustn't */
  logIn(login: Login7): Session;
  asked(statement: Statement, session: Session): void;
  attention(): void;
  /** What the server itself failed in. */
  failed(error: unknown): void;
}

/** One client: PRELOGIN, LOGIN7, then one request after the other, MS-TDS 3.3. */
export class TdsConnection {
  /** True while a statement is being answered. */
  running = false;
  #session: Session | null = null;
  /** Messages are answered in their order; an attention overtakes them. */
  #last: Promise<void> = Promise.resolve();
  #giveUp = new AbortController();

  #tls: TlsInPrelogin | null = null;
  /** Where answers go: over TLS, once that was agreed on. */
  #out: Socket;

  constructor(
    private readonly socket: Socket,
    private readonly host: Host,
  ) {
    this.#out = socket;
    const reader = new MessageReader((message) => this.#receive(message));
    socket.on('data', (chunk) => this.#orFail(() => (this.#tls ?? reader).receive(chunk)));
    socket.on('close', () => this.#giveUp.abort());
    socket.on('error', () => {});
  }

  get session(): Session | null {
    return this.#session;
  }

  #receive(message: Message): void {
    const { faults } = this.host;
    if (message.type === PACKET.ATTENTION) {
      this.host.attention();
      if (faults.deafToAttention) return;
      this.#giveUp.abort();
    }
    this.#last = this.#last
      .then(() => this.#answer(message))
      .catch((error) => {
        this.host.failed(error);
        this.socket.destroy();
      });
  }

  async #answer(message: Message): Promise<void> {
    const writer = new MessageWriter(this.#out, PACKET_SIZE);
    switch (message.type) {
      case PACKET.PRELOGIN:
        return this.#prelogin(message.data, writer);
      case PACKET.LOGIN7:
        return this.#logIn(readLogin7(message.data), writer);
      case PACKET.ATTENTION:
        this.#giveUp = new AbortController();
        return writer.end(tokens.doneAttention());
      case PACKET.SQL_BATCH:
      case PACKET.RPC:
        return this.#request(message, writer);
      default:
        throw new Error(`a message of type ${message.type} is not imitated`);
    }
  }

  async #prelogin(data: Buffer, writer: MessageWriter): Promise<void> {
    if (this.host.faults.hangAtPrelogin) return;
    const wanted = data[encryptionOffset(data)] !== ENCRYPT.NOT_SUP;
    const encrypts = wanted && this.host.encryption === 'on';
    if (encrypts) {
      this.#tls = new TlsInPrelogin(this.socket);
      const reader = new MessageReader((message) => this.#receive(message));
      this.#tls.socket.on('data', (chunk) => this.#orFail(() => reader.receive(chunk)));
    }
    await writer.end(preloginResponse(encrypts));
    this.#out = this.#tls?.socket ?? this.socket;
  }

  async #logIn(login: Login7, writer: MessageWriter): Promise<void> {
    try {
      this.#session = this.host.logIn(login);
      await writer.end(Buffer.concat([tokens.loginAck(login.database, PACKET_SIZE), tokens.done(0)]));
    } catch (error) {
      if (!(error instanceof LoginRefused)) throw error;
      await writer.end(Buffer.concat([...error.errors.map((one) => tokens.error(one)), tokens.doneError()]));
      this.#out.end();
    }
  }

  async #request(message: Message, writer: MessageWriter): Promise<void> {
    if (!this.#session) throw new Error('a request before the login');
    if (message.ignore) return writer.end(tokens.doneError());
    if (message.resetConnection) await writer.write(tokens.resetAck());
    const isProcedure = message.type === PACKET.RPC;
    this.running = true;
    try {
      const statement = isProcedure ? readRpcRequest(message.data) : readSqlBatch(message.data);
      // What a driver sets of its own accord is nobody's question.
      const settings = settingsOf(statement);
      if (settings) {
        Object.assign(this.#session.settings, settings);
        return await writer.end(tokens.done(0));
      }
      this.host.asked(statement, this.#session);
      const { signal } = this.#giveUp;
      const result = await unlessGivenUp(this.#resultOf(statement, this.#session), signal);
      const rows = await sendRows(result, writer, { faults: this.host.faults, signal });
      await writer.end(
        isProcedure ? Buffer.concat([tokens.doneInProc(rows), tokens.doneProc(false)]) : tokens.done(rows),
      );
    } catch (error) {
      if (error instanceof Dropped) return this.#out.destroySoon();
      await sendError(error, writer, isProcedure);
      if (error instanceof SqlError && error.severity >= 20) this.#out.end();
    } finally {
      this.running = false;
    }
  }

  async #resultOf(statement: Statement, session: Session): Promise<ResultSet> {
    const { faults } = this.host;
    const error = faults.errors.shift();
    if (error) throw error;
    return faults.hangOnStatement(statement) ? new Promise(() => {}) : this.host.answer(statement, session);
  }

  #orFail(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.host.failed(error);
      this.socket.destroy();
    }
  }
}

/** What a statement sets, if it does nothing else. */
function settingsOf({ sql }: Statement): Record<string, string> | null {
  const lines = sql.split('\n').map((line) => /^\s*set (.+) (\S.*?)\s*$/i.exec(line));
  if (lines.includes(null)) return null;
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name = '', value = ''] = line ?? [];
      const level = /^transaction isolation level (.*)$/i.exec(`${name} ${value}`)?.[1];
      return [level === undefined ? [name.toLowerCase(), value] : ['isolation', level]];
    }),
  );
}
