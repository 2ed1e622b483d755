import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { EngineOptions, FromEngine, ToEngine } from './engine-messages.js';
import { EngineStream } from './engine-stream.js';
import { lockDirectory } from './lock-directory.js';

/** Written once the engine has made its folder, so that a folder left half made by a kill is recognised. */
const COMPLETE = 'portico-complete';
const DEFAULTS: EngineOptions = { dataDir: null, snapshot: null, lockTimeoutMs: 15_000 };

/**
 * A PostgreSQL (PGlite) that runs inside this process, on a thread of its own. The ordinary `pg` driver talks to it
 * through `connect()`: give that as the driver's `stream` setting. One session serves all connections in turn.
 */
export class EmbeddedPostgres {
  /** True where this start made the database. */
  readonly fresh: boolean;
  readonly #worker: Worker;
  readonly #streams = new Map<number, EngineStream>();
  readonly #expected = new Map<FromEngine['type'], (message: FromEngine) => void>();
  readonly #unlock: () => void;
  #nextConnection = 1;
  #failure: Error | null = null;

  private constructor(worker: Worker, fresh: boolean, unlock: () => void) {
    this.#worker = worker;
    this.fresh = fresh;
    this.#unlock = unlock;
    worker.on('message', (message: FromEngine) => this.#receive(message));
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#fail(new Error('the embedded database has stopped')));
  }

  /** Starts an engine in memory, from a snapshot where one is given. */
  static inMemory(options: Partial<Omit<EngineOptions, 'dataDir'>> = {}): Promise<EmbeddedPostgres> {
    return EmbeddedPostgres.#start({ ...DEFAULTS, ...options }, !options.snapshot, () => {});
  }

  /**
   * Starts an engine on a folder, which is made on the first start: from a snapshot where one is given, which is quicker.
   *
   * @throws DirectoryInUse where another process works on the folder
   */
  static async onFolder(
    dataDir: string,
    snapshot: EngineOptions['snapshot'] = null,
  ): Promise<EmbeddedPostgres> {
    const unlock = lockDirectory(dataDir);
    try {
      const complete = join(dataDir, COMPLETE);
      const fresh = !existsSync(complete);
      if (fresh && existsSync(dataDir)) renameSync(dataDir, `${dataDir}.incomplete-${Date.now()}`);
      // The engine makes its files readable for all; its folder lets nobody else through to them.
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      chmodSync(dataDir, 0o700);
      const options = { ...DEFAULTS, dataDir, snapshot: fresh ? snapshot : null };
      const database = await EmbeddedPostgres.#start(options, fresh, unlock);
      if (fresh) writeFileSync(complete, '');
      return database;
    } catch (error) {
      unlock();
      throw error;
    }
  }

  static async #start(options: EngineOptions, fresh: boolean, unlock: () => void): Promise<EmbeddedPostgres> {
    const worker = new Worker(new URL('./engine-worker.js', import.meta.url), { workerData: options });
    const database = new EmbeddedPostgres(worker, fresh, unlock);
    await database.#expect('ready');
    return database;
  }

  /** A new connection, for the `stream` setting of `pg`. */
  connect(): Duplex {
    const connection = this.#nextConnection++;
    const stream = new EngineStream(
      (data) => this.#post({ type: 'data', connection, data }),
      () => {
        if (this.#streams.delete(connection)) this.#post({ type: 'end', connection });
      },
    );
    this.#streams.set(connection, stream);
    if (this.#failure) stream.destroy(this.#failure);
    return stream;
  }

  /** The whole data directory as an uncompressed tar, to start another engine from. */
  async dump(): Promise<Uint8Array<ArrayBuffer>> {
    const dumped = this.#expect('dumped');
    this.#post({ type: 'dump' });
    const message = await dumped;
    if (message.type !== 'dumped') throw new Error('unreachable');
    return message.snapshot;
  }

  /** Writes out what is in memory and ends the thread. A connection still open ends, as one to a server does. */
  async close(): Promise<void> {
    if (this.#failure) return;
    const closed = this.#expect('closed');
    this.#post({ type: 'close' });
    await closed;
    this.#failure = new Error('the embedded database has stopped');
    for (const stream of this.#streams.values()) stream.destroy();
    await this.#worker.terminate();
    this.#unlock();
  }

  #post(message: ToEngine): void {
    if (!this.#failure) this.#worker.postMessage(message);
  }

  #receive(message: FromEngine): void {
    if (message.type === 'data') {
      this.#streams.get(message.connection)?.push(message.data);
      return;
    }
    this.#expected.get(message.type)?.(message);
    this.#expected.delete(message.type);
  }

  #expect(type: FromEngine['type']): Promise<FromEngine> {
    return new Promise((resolve, reject) => {
      this.#expected.set(type, resolve);
      this.#worker.once('error', reject);
    });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const stream of this.#streams.values()) stream.destroy(this.#failure);
    this.#streams.clear();
  }
}
