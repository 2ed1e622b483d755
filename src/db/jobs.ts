import type PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import { inTransaction, type Tx } from './in-transaction.js';
import { type FetchedJob, type Queue, QueueLoop } from './job-loop.js';
import { bossDatabase, createBoss, deleteUnbegunJob } from './job-queue.js';
import type { QueueName } from './queues.js';

/** When to poll after sending a job, whose transaction has yet to commit. Regular polling finds a later commit. */
const WAKE_AFTER_MS = [5, 50, 250, 1_000];
const MAINTAIN_EVERY_MS = 60_000;
const RETRY_FAILED_AFTER_SECONDS = 10;
/** Practically unlimited, so that a job which expires repeatedly isn't lost. The worker decides when to give up. */
const RETRY_LIMIT = 1_000_000;
/** The same for a job that waits while no instance runs: pg-boss would drop it after two weeks. */
const RETENTION_DAYS = 36_500;
/** How long a stop waits for jobs in progress before it aborts them. */
const DRAIN_MS = 5_000;
/** How long a stop then waits for the aborted jobs to end. */
const ABORT_MS = 1_000;

/** Options of Jobs. */
export interface JobsOptions {
  /** Called once per outage of the database that keeps jobs waiting. */
  onOutage?: (error: unknown) => void;
  /** How long a stop waits for jobs in progress before it aborts them. */
  drainMs?: number;
}

/**
 * Jobs in the local database. They are sent in the transaction of a change and processed after its commit by any free
 * instance. The queue is pg-boss's. The loop is our own, because pg-boss's loop doesn't await its own writes: an outage
 * of the database would end the process.
 */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #queues: Queue<never>[] = [];
  readonly #loops = new Map<QueueName, QueueLoop>();
  readonly #abort = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped: Promise<void> | undefined;

  readonly #drainMs: number;

  constructor(
    private readonly dataSource: DataSource,
    { onOutage = () => {}, drainMs = DRAIN_MS }: JobsOptions = {},
  ) {
    this.#boss = createBoss(dataSource, onOutage);
    this.#drainMs = drainMs;
  }

  /** Defines a queue and its worker. Must be called before `start`. */
  define<Data extends object>(queue: Queue<Data>): void {
    this.#queues.push(queue as Queue<never>);
  }

  /** Sends a job. It exists once the transaction commits. @returns its id */
  async send(tx: Tx, queue: QueueName, data: object, startAfterSeconds = 0): Promise<string> {
    const expireInSeconds = this.#queues.find(({ name }) => name === queue)?.expireInSeconds;
    const id = await this.#boss.send(queue, data, {
      startAfter: startAfterSeconds,
      retryLimit: RETRY_LIMIT,
      retentionDays: RETENTION_DAYS,
      ...(expireInSeconds !== undefined && { expireInSeconds }),
      db: bossDatabase(tx),
    });
    if (id === null) throw new Error(`there is no queue ${queue}`);
    if (startAfterSeconds > 0) return id;
    for (const ms of WAKE_AFTER_MS) this.#schedule(ms, () => this.#loops.get(queue)?.wake());
    return id;
  }

  /**
   * Withdraws a job, so that either the transaction commits or the job is run, and never both.
   *
   * @returns false if it is too late: a worker has begun the job
   */
  withdraw(tx: Tx, queue: QueueName, id: string): Promise<boolean> {
    return deleteUnbegunJob(tx, queue, id);
  }

  /** Starts to process jobs. */
  start(): void {
    for (const queue of this.#queues) {
      const loop = new QueueLoop(queue, {
        fetch: (limit) => this.#boss.fetch<never>(queue.name, { batchSize: limit }),
        done: ({ id }, tx) => this.#delete(tx, queue.name, id),
        retryLater: (job) => this.#retryLater(queue.name, job),
        abortSignal: this.#abort.signal,
      });
      this.#loops.set(queue.name, loop);
      loop.start();
    }
    this.#maintain();
  }

  /** Takes no more jobs and waits some seconds for those in progress. Then it aborts them and waits a little longer. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    const ended = Promise.all([...this.#loops.values()].map((loop) => loop.stop()));
    const abortTimer = setTimeout(() => this.#abort.abort(), this.#drainMs);
    let timeoutTimer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timeoutTimer = setTimeout(resolve, this.#drainMs + ABORT_MS);
    });
    await Promise.race([ended, timeout]);
    clearTimeout(abortTimer);
    clearTimeout(timeoutTimer);
  }

  /** Deletes a finished job. Otherwise pg-boss would keep its data, possibly text that a user typed, for days. */
  async #delete(tx: Tx, queue: QueueName, id: string): Promise<void> {
    await this.#boss.deleteJob(queue, id, { db: bossDatabase(tx) });
  }

  async #retryLater(queue: QueueName, { id, data }: FetchedJob): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await this.#delete(tx, queue, id);
      await this.send(tx, queue, data, RETRY_FAILED_AFTER_SECONDS);
    });
  }

  /** Hands expired jobs out again and deletes ended ones, now and at regular intervals. */
  #maintain(): void {
    const shortest = Math.min(...this.#queues.map(({ expireInSeconds }) => expireInSeconds * 1_000));
    const everyMs = Math.min(MAINTAIN_EVERY_MS, shortest / 2);
    const maintained = this.#boss.maintain().catch(() => {});
    void maintained.then(() => this.#schedule(everyMs, () => this.#maintain()));
  }

  #schedule(ms: number, work: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms).unref();
    this.#timers.add(timer);
  }
}
