import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { ServerAddress } from './administrator.js';
import type { Cluster } from './cluster.js';
import {
  addressOfProcess,
  joinServer,
  type OwnServer,
  openServer,
  type RunningServer,
  runServer,
} from './run-server.js';
import { ServerAccess } from './server-access.js';
import type { EmbeddedPostgresOptions } from './server-options.js';
import type { ServerProcess } from './server-process.js';

/** Another Portico process runs the server on the data folder. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string, pid: number) {
    super(
      `The embedded database in ${dataDir} is in use by another Portico: PostgreSQL, process ${pid}, holds its lock. Stop ` +
        'that Portico first, or give this one a data folder of its own with DATA_DIR (and a port of its own with PORT).',
    );
  }
}

const RESTART_AFTER_MS = [0, 500, 2_000, 5_000, 10_000];

/**
 * A PostgreSQL server that Portico runs as a child process on a data folder, for evaluation and small sites. It stops
 * when Portico ends, even if Portico crashes, and is restarted if it ends by itself.
 */
export class EmbeddedPostgres extends ServerAccess {
  #closing = false;
  #waitsForGuests = false;
  readonly #restarts = new AbortController();

  private constructor(
    private readonly cluster: Cluster,
    address: ServerAddress,
    private readonly options: EmbeddedPostgresOptions,
    /** Null if another Portico process runs the server. */
    private running: RunningServer | null,
    /** The connection that marks this process as a guest on another process's server. */
    private readonly guest: pg.Client | null = null,
  ) {
    super(address);
  }

  /**
   * Starts the server. The first start creates its files.
   *
   * @throws DataFolderInUse if another Portico process runs it, NoEmbeddedPostgres, or an Error with the reason
   */
  static async start(dataDir: string, options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
    const opened = await openServer(dataDir, options);
    if ('other' in opened) throw new DataFolderInUse(dataDir, opened.other.pid);
    const embedded = EmbeddedPostgres.#ofOwnServer(opened, options);
    embedded.#watch(opened.server);
    return embedded;
  }

  /**
   * Like `start`, but joins the server if another Portico process runs it. For commands that run beside the service or
   * each other.
   */
  static async join(dataDir: string, options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
    const joined = await joinServer(dataDir, options);
    if ('guest' in joined) {
      return new EmbeddedPostgres(joined.cluster, joined.address, options, null, joined.guest);
    }
    const embedded = EmbeddedPostgres.#ofOwnServer(joined, options);
    embedded.#waitsForGuests = true;
    return embedded;
  }

  static #ofOwnServer({ cluster, server, claim }: OwnServer, options: EmbeddedPostgresOptions) {
    return new EmbeddedPostgres(cluster, addressOfProcess(cluster, server), options, { server, claim });
  }

  /** Stops the server and writes all data to disk. A server of another Portico process keeps running. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#restarts.abort();
    const { running } = this;
    this.running = null;
    await this.guest?.end();
    if (!running) return;
    if (!this.#waitsForGuests) return this.#stop(running);
    const { claim, server } = running;
    await claim.waitForGuests().catch(() => {});
    // The claim stays until the server has stopped: a new process must not take it for one that keeps running.
    await server.stop({ within: this.options.stopWithinMs, atOnce: true });
    await claim.end();
  }

  async #stop({ claim, server }: RunningServer): Promise<void> {
    // Not awaited: a connection that hangs must not prevent the stop.
    void claim.end();
    await server.stop({ within: this.options.stopWithinMs });
  }

  #watch(server: ServerProcess): void {
    void server.ended.then(async (reason) => {
      if (this.#closing) return;
      this.options.onEvent?.({ type: 'lost', reason });
      await this.#restart(server.port).catch(() => {});
    });
  }

  /** Retries until the server is back or Portico stops, because a problem such as a full disk may be temporary. */
  async #restart(port: number): Promise<void> {
    void this.running?.claim.end();
    for (let attempt = 0; !this.#closing; attempt++) {
      const delay = RESTART_AFTER_MS[Math.min(attempt, RESTART_AFTER_MS.length - 1)];
      await wait(delay, undefined, { signal: this.#restarts.signal });
      try {
        const running = await runServer(this.cluster, { ...this.options, port });
        if (this.#closing) return await this.#stop(running);
        this.running = running;
        this.options.onEvent?.({ type: 'back' });
        this.#watch(running.server);
        return;
      } catch (error) {
        this.options.onEvent?.({
          type: 'not back',
          reason: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }
}
