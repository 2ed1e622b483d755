import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { demoErp } from './demo-database.js';
import { erpSettings } from './postgres-server.mjs';
import { connectToServer } from './served-database.js';
import { errorResponse, type Frame, FrameReader, isSslRequest, readyForQuery } from './wire-protocol.js';

/** Of a message: its type and its length. */
const HEADER_BYTES = 5;

/** What becomes of a question instead of an answer: an SQLSTATE, or a line that breaks. */
export type InjectedFault = { sqlState: string } | 'cut';

/** The demo ERP as a PostgreSQL server at the end of a line that can be tampered with. */
export class ErpProxy {
  /** The SQL of each question about the inventory that came through, whatever became of it. */
  readonly questions: string[] = [];
  /** How often somebody connected. */
  connections = 0;
  /** How many logins came through, or were refused. */
  logins = 0;
  /** What becomes of a question instead of an answer; null where it goes through. */
  fault: (sql: string) => InjectedFault | null = () => null;
  /** While it is set, every login is refused with this SQLSTATE. */
  refuseLogins: string | null = null;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;
  #held: Promise<void> | null = null;
  #release = () => {};

  private constructor(private readonly database: Awaited<ReturnType<typeof demoErp>>) {}

  /** Puts a copy of the demo ERP behind a line. */
  static async start(): Promise<ErpProxy> {
    const proxy = new ErpProxy(await demoErp());
    await proxy.comeUp();
    return proxy;
  }

  /** Of its database, past the line, as the administrator. */
  get url(): string {
    return this.database.url;
  }

  /** What makes a portal use it. */
  get settings(): Record<string, string> {
    return { ...erpSettings(this.database.name), ERP_HOST: '127.0.0.1', ERP_PORT: String(this.#port) };
  }

  /** Has these befall the next questions, the first of them first. */
  failNext(...faults: InjectedFault[]): void {
    this.fault = () => faults.shift() ?? null;
  }

  /** Takes questions and passes none on until `release`. */
  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  release(): void {
    this.#held = null;
    this.#release();
  }

  /** From now on nobody listens, and what was connected is cut off. */
  async goDown(): Promise<void> {
    const closed = new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(null)));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#server = null;
  }

  /** Listens again, where it did before. */
  async comeUp(): Promise<void> {
    const server = createServer((socket) => this.#connect(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.release();
    await this.goDown();
    await this.database.drop();
  }

  #connect(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    const session = connectToServer();
    session.on('data', (data: Buffer) => socket.write(data));
    session.on('error', () => socket.destroy());
    session.on('close', () => socket.end());
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      session.destroy();
    });
    const reader = new FrameReader(true);
    const refused = { untilSync: false };
    const prepared = new Map<string, string>();
    let queue = Promise.resolve();
    let batch: Frame[] = [];
    socket.on('data', (chunk) => {
      for (const { type, bytes } of reader.push(chunk)) {
        // Bytes of its own: the reader's buffer goes on.
        batch.push({ type, bytes: Buffer.from(bytes) });
        // What belongs together passes together, or not at all: a question, and what is sent ahead of it.
        if (/[PBDE]/.test(type)) continue;
        const frames = batch;
        batch = [];
        queue = queue.then(async () => {
          if (await this.#mayPass(frames, socket, { refused, prepared })) {
            session.write(Buffer.concat(frames.map((frame) => frame.bytes)));
          }
        });
      }
    });
  }

  async #mayPass(
    frames: readonly Frame[],
    socket: Socket,
    { refused, prepared }: { refused: { untilSync: boolean }; prepared: Map<string, string> },
  ): Promise<boolean> {
    const last = frames.at(-1);
    if (refused.untilSync) {
      refused.untilSync = last?.type !== 'S';
      if (!refused.untilSync) socket.write(readyForQuery());
      return false;
    }
    const isLogin = last?.type === '' && !isSslRequest(last);
    if (isLogin) this.logins += 1;
    if (isLogin && this.refuseLogins) {
      socket.end(errorResponse(this.refuseLogins, 'the login is refused'));
      return false;
    }
    const sql = statementsOf(frames, prepared).find((statement) =>
      /"(inventory|invoices|payments)"/.test(statement),
    );
    if (sql === undefined) return !socket.destroyed;
    this.questions.push(sql);
    const fault = this.fault(sql);
    if (fault === 'cut') socket.destroy();
    else if (fault) {
      socket.write(errorResponse(fault.sqlState, 'as the test wants it'));
      refused.untilSync = last?.type !== 'S';
      if (!refused.untilSync) socket.write(readyForQuery());
    } else await this.#held;
    return !fault && !socket.destroyed;
  }
}

/** The SQL that is executed: a statement that was prepared under a name comes by that name. */
function statementsOf(frames: readonly Frame[], prepared: Map<string, string>): string[] {
  return frames.flatMap(({ type, bytes }) => {
    const [first = '', second = ''] = bytes.toString('utf8', HEADER_BYTES).split('\0');
    if (type === 'P') prepared.set(first, second);
    return type === 'B' ? [prepared.get(second) ?? ''] : [];
  });
}
