import PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import type { Tx } from './in-transaction.js';
import { poolOf } from './pool.js';
import { QUEUES, type QueueName } from './queues.js';

/** What a worker is given of a job. */
export interface Job<Data> {
  id: string;
  data: Data;
  /** Marks it as done in a transaction of the worker's, so that its outcome and its end commit together. */
  done(tx: Tx): Promise<void>;
}

/** How a queue's jobs are worked off. */
export interface Queue<Data> {
  name: QueueName;
  /** How many at once in this instance. */
  concurrency: number;
  /** A job that takes longer counts as failed, say because its instance is gone, and is given out again. */
  expireInSeconds: number;
  /** Works one off. One that throws comes again later. */
  work: (job: Job<Data>) => Promise<void>;
  /** True where what its jobs carry must not outlive them: else they are kept for some hours. */
  forgets?: boolean;
  /** Told of what it threw. */
  onFailed: (error: unknown) => void;
}

const POLL_MS = 2_000;
/** When to look for a job that has just been sent: its transaction commits within these times, or is found by polling. */
const SOON_MS = [5, 50, 250, 1_000];
const MAINTAIN_EVERY_MS = 60_000;
const FAILED_AGAIN_AFTER_SECONDS = 10;
/** A job isn't lost for having failed: what must end, its worker ends. */
const RETRIES = 1_000_000;

/**
 * Jobs in the local database: sent in the transaction of a change, worked off after its commit by whichever instance is
 * free. The queue is pg-boss's; the loop is ours, for pg-boss's own doesn't wait for what it writes, and an outage of the
 * database would end the process.
 */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #queues: Queue<never>[] = [];
  readonly #stopping = new AbortController();
  readonly #wake = new Set<() => void>();
  readonly #loops: Promise<void>[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(dataSource: DataSource) {
    this.#boss = bossOn(dataSource);
  }

  /** Names a queue and what works it off; before `start`. */
  define<Data extends object>(queue: Queue<Data>): void {
    this.#queues.push(queue as Queue<never>);
  }

  /** Sends a job that exists once the transaction commits. */
  async send(tx: Tx, queue: QueueName, data: object, startAfterSeconds = 0): Promise<void> {
    const options = {
      startAfter: startAfterSeconds,
      retryLimit: RETRIES,
      retryDelay: FAILED_AGAIN_AFTER_SECONDS,
    };
    const expireInSeconds = this.#queues.find(({ name }) => name === queue)?.expireInSeconds;
    const id = await this.#boss.send(queue, data, {
      ...options,
      ...(expireInSeconds !== undefined && { expireInSeconds }),
      db: within(tx),
    });
    if (id === null) throw new Error(`there is no queue ${queue}`);
    if (startAfterSeconds === 0) for (const ms of SOON_MS) this.#after(ms, () => this.#wakeAll());
  }

  /** Begins to work jobs off. */
  start(): void {
    for (const queue of this.#queues) {
      for (let n = 0; n < queue.concurrency; n += 1) this.#loops.push(this.#loop(queue));
    }
    this.#loops.push(this.#maintain());
  }

  /** Takes no more jobs, and waits for those under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#wakeAll();
    await Promise.all(this.#loops);
  }

  async #loop(queue: Queue<never>): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const [job] = await this.#boss.fetch<never>(queue.name);
      if (job) await this.#workOff(queue, job);
      else await this.#pause(POLL_MS);
    }
  }

  async #workOff(
    { name, work, forgets, onFailed }: Queue<never>,
    { id, data }: PgBoss.Job<never>,
  ): Promise<void> {
    const done = (tx: Tx): Promise<void> =>
      forgets
        ? this.#boss.deleteJob(name, id, { db: within(tx) })
        : this.#boss.complete(name, id, {}, { db: within(tx) });
    try {
      await work({ id, data, done });
    } catch (error) {
      onFailed(error);
      // Where even this fails, the job expires and is given out again.
      await this.#boss.fail(name, id).catch(onFailed);
    }
  }

  /** Gives out again what has expired, and clears away what has ended. */
  async #maintain(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#boss.maintain().catch(() => {});
      await this.#pause(MAINTAIN_EVERY_MS, false);
    }
  }

  #pause(ms: number, wakeable = true): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        this.#wake.delete(end);
        this.#stopping.signal.removeEventListener('abort', end);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#stopping.signal.addEventListener('abort', end);
      if (wakeable) this.#wake.add(end);
    });
  }

  #wakeAll(): void {
    for (const wake of [...this.#wake]) wake();
  }

  #after(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms).unref();
    this.#timers.add(timer);
  }
}

/** Makes pg-boss's tables, or brings them up to date, and makes sure of the queues. */
export async function prepareJobs(dataSource: DataSource): Promise<void> {
  const boss = bossOn(dataSource);
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
}

/** On the pool itself: polling isn't worth a line or a number anywhere. */
function bossOn(dataSource: DataSource): PgBoss {
  const executeSql = async (text: string, values?: unknown[]) => poolOf(dataSource).query(text, values);
  const boss = new PgBoss({ db: { executeSql }, supervise: false, schedule: false });
  // What fails is thrown as well.
  return boss.on('error', () => {});
}

function within(tx: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const { records } = (await tx.queryRunner?.query(text, values, true)) ?? { records: [] };
      return { rows: records };
    },
  };
}
