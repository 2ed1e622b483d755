import type PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import { inTransaction, type Tx } from './in-transaction.js';
import { type FetchedJob, type Queue, QueueLoop } from './job-loop.js';
import { bossDatabase, createBoss } from './job-queue.js';
import type { QueueName } from './queues.js';

/** When to look for a job that has just been sent: its transaction commits within these times, or is found by polling. */
const SOON_MS = [5, 50, 250, 1_000];
const MAINTAIN_EVERY_MS = 60_000;
const FAILED_AGAIN_AFTER_SECONDS = 10;
/** A job isn't lost for having expired again and again: what must end, its worker ends. */
const RETRIES = 1_000_000;
/** How long a stop waits for jobs under way before it asks them to give up, and how long for that. */
const PATIENCE_MS = 5_000;
const LAST_MS = 1_000;

export interface JobsOptions {
  /** Told once of each outage of the database that keeps jobs waiting. */
  onOutage?: (error: unknown) => void;
  /** How long a stop waits before it asks jobs under way to give up. */
  patienceMs?: number;
}

/**
 * Jobs in the local database: sent in the transaction of a change, worked off after its commit by whichever instance is
 * free. The queue is pg-boss's; the loop is ours, for pg-boss's own doesn't wait for what it writes, and an outage of the
 * database would end the process.
 */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #queues: Queue<never>[] = [];
  readonly #loops = new Map<QueueName, QueueLoop>();
  readonly #abort = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped: Promise<void> | undefined;

  readonly #patienceMs: number;

  constructor(
    private readonly dataSource: DataSource,
    { onOutage = () => {}, patienceMs = PATIENCE_MS }: JobsOptions = {},
  ) {
    this.#boss = createBoss(dataSource, onOutage);
    this.#patienceMs = patienceMs;
  }

  /** Names a queue and what works it off; before `start`. */
  define<Data extends object>(queue: Queue<Data>): void {
    this.#queues.push(queue as Queue<never>);
  }

  /** Sends a job that exists once the transaction commits. */
  async send(tx: Tx, queue: QueueName, data: object, startAfterSeconds = 0): Promise<void> {
    const expireInSeconds = this.#queues.find(({ name }) => name === queue)?.expireInSeconds;
    const id = await this.#boss.send(queue, data, {
      startAfter: startAfterSeconds,
      retryLimit: RETRIES,
      ...(expireInSeconds !== undefined && { expireInSeconds }),
      db: bossDatabase(tx),
    });
    if (id === null) throw new Error(`there is no queue ${queue}`);
    if (startAfterSeconds > 0) return;
    for (const ms of SOON_MS) this.#after(ms, () => this.#loops.get(queue)?.wake());
  }

  /** Begins to work jobs off. */
  start(): void {
    for (const queue of this.#queues) {
      const loop = new QueueLoop(queue, {
        fetch: (limit) => this.#boss.fetch<never>(queue.name, { batchSize: limit }),
        done: ({ id }, tx) => this.#end(tx, queue.name, id),
        again: (job) => this.#again(queue.name, job),
        abortSignal: this.#abort.signal,
      });
      this.#loops.set(queue.name, loop);
      loop.start();
    }
    this.#maintain();
  }

  /** Takes no more jobs, and waits for those under way: some seconds, then it asks them to give up, and goes. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    const ended = Promise.all([...this.#loops.values()].map((loop) => loop.stop()));
    const giveUp = setTimeout(() => this.#abort.abort(), this.#patienceMs);
    let go: NodeJS.Timeout | undefined;
    const longEnough = new Promise<void>((resolve) => {
      go = setTimeout(resolve, this.#patienceMs + LAST_MS);
    });
    await Promise.race([ended, longEnough]);
    clearTimeout(giveUp);
    clearTimeout(go);
  }

  /** Deletes it: pg-boss would keep what it carries for days, and that may be what somebody typed. */
  async #end(tx: Tx, queue: QueueName, id: string): Promise<void> {
    await this.#boss.deleteJob(queue, id, { db: bossDatabase(tx) });
  }

  async #again(queue: QueueName, { id, data }: FetchedJob): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await this.#end(tx, queue, id);
      await this.send(tx, queue, data, FAILED_AGAIN_AFTER_SECONDS);
    });
  }

  /** Gives out again what has expired, and clears away what has ended: now, and then again and again. */
  #maintain(): void {
    const shortest = Math.min(...this.#queues.map(({ expireInSeconds }) => expireInSeconds * 1_000));
    const everyMs = Math.min(MAINTAIN_EVERY_MS, shortest / 2);
    const maintained = this.#boss.maintain().catch(() => {});
    void maintained.then(() => this.#after(everyMs, () => this.#maintain()));
  }

  #after(ms: number, work: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms).unref();
    this.#timers.add(timer);
  }
}
