import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { ADMINISTRATOR, administratorClient, type ServerAddress } from './administrator.js';
import { baseBackup } from './base-backup.js';
import type { Cluster } from './cluster.js';
import {
  addressOfProcess,
  joinServer,
  type OwnServer,
  openServer,
  type RunningServer,
  runServer,
} from './run-server.js';
import type { EmbeddedPostgresOptions } from './server-options.js';
import type { ServerProcess } from './server-process.js';

/** Another Portico runs the server on the data folder. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string, pid: number) {
    super(
      `The embedded database in ${dataDir} is in use by another Portico: PostgreSQL, process ${pid}, holds its lock. Stop ` +
        'that Portico first, or give this one a data folder of its own with DATA_DIR (and a port of its own with PORT).',
    );
  }
}

/** Who may connect to what. */
export interface DatabaseLogin extends ServerAddress {
  user: string;
  database: string;
}

const RESTART_AFTER_MS = [0, 500, 2_000, 5_000, 10_000];

/**
 * A PostgreSQL server of Portico's own, run as a child process on a data folder: for evaluation and small sites. It ends
 * with Portico, however that ends, and comes back where it dies by itself.
 */
export class EmbeddedPostgres {
  #closing = false;
  #waitsForGuests = false;
  readonly #restarts = new AbortController();

  private constructor(
    private readonly cluster: Cluster,
    private readonly address: ServerAddress,
    private readonly options: EmbeddedPostgresOptions,
    /** Null where another Portico runs it. */
    private running: RunningServer | null,
    /** What says there that this one works on it as well. */
    private readonly guest: pg.Client | null = null,
  ) {}

  /**
   * Starts the server, on files that are made on the first start.
   *
   * @throws DataFolderInUse where another Portico runs it, NoEmbeddedPostgres, or an Error with the reason
   */
  static async start(dataDir: string, options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
    const opened = await openServer(dataDir, options);
    if ('other' in opened) throw new DataFolderInUse(dataDir, opened.other.pid);
    const embedded = EmbeddedPostgres.#running(opened, options);
    embedded.#watch(opened.server);
    return embedded;
  }

  /** The same, or joins the server that another Portico runs: for a command beside the service, or beside other commands. */
  static async join(dataDir: string, options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
    const joined = await joinServer(dataDir, options);
    if ('guest' in joined) {
      return new EmbeddedPostgres(joined.cluster, joined.address, options, null, joined.guest);
    }
    const embedded = EmbeddedPostgres.#running(joined, options);
    embedded.#waitsForGuests = true;
    return embedded;
  }

  static #running({ cluster, server, claim }: OwnServer, options: EmbeddedPostgresOptions) {
    return new EmbeddedPostgres(cluster, addressOfProcess(cluster, server), options, { server, claim });
  }

  /** The portal's own database, as its owner. */
  portal(): DatabaseLogin {
    return { ...this.address, user: 'portico', database: 'portico' };
  }

  /** The demo ERP, as somebody who can only read it. */
  demoErp(): DatabaseLogin {
    return { ...this.address, user: 'demo_erp_reader', database: 'demo_erp' };
  }

  /** The server's administrator, who may do anything. */
  administrator(): DatabaseLogin {
    return { ...this.address, user: ADMINISTRATOR, database: 'postgres' };
  }

  /** All of its databases as an archive, consistent as of its end; see baseBackup. */
  backup(): Promise<Readable> {
    return baseBackup(this.address);
  }

  /** Works on one of the databases as the administrator. */
  async administer<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = administratorClient(this.address, { database });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Stops the server, and everything is written out; one that another Portico runs goes on. */
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
    // The claim stays until the end: whoever comes now must not take the server for one that goes on.
    await server.stop({ within: this.options.stopWithinMs, atOnce: true });
    await claim.end();
  }

  async #stop({ claim, server }: RunningServer): Promise<void> {
    // Not waited for: a session that hangs keeps no server from being ended.
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

  /** Again and again until it is back, or Portico stops: what keeps it from starting, such as a full disk, may pass. */
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
