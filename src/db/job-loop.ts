import type { Tx } from './in-transaction.js';
import type { QueueName } from './queues.js';

/** What a worker is given of a job. */
export interface Job<Data> {
  id: string;
  data: Data;
  /** Fires when the instance stops and can wait no longer. */
  signal: AbortSignal;
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
  /** Works one off. One that throws comes again later, one that isn't marked as done when it expires. */
  work: (job: Job<Data>) => Promise<void>;
  /** Told of what it threw. */
  onFailed: (error: unknown) => void;
}

/** A job as the queue gives it out. */
export type FetchedJob = Pick<Job<never>, 'id' | 'data'>;

/** What a loop needs of the queue. */
export interface QueueSource {
  /** At most so many that are due; none where the database doesn't answer. */
  fetch(limit: number): Promise<readonly FetchedJob[]>;
  done(job: FetchedJob, tx: Tx): Promise<void>;
  /** Has a job that failed come again later. */
  again(job: FetchedJob): Promise<void>;
  /** Fires when jobs under way are to give up. */
  abortSignal: AbortSignal;
}

const POLL_MS = 2_000;

/** Works one queue off in this instance: looks for jobs every two seconds, or at once when woken, and for no more than it can take. */
export class QueueLoop {
  readonly #underWay = new Set<Promise<void>>();
  #stopped = false;
  #ended: Promise<void> = Promise.resolve();
  #wake = () => {};

  constructor(
    private readonly queue: Queue<never>,
    private readonly source: QueueSource,
  ) {}

  start(): void {
    this.#ended = this.#run();
  }

  /** Has it look for jobs at once. */
  wake(): void {
    this.#wake();
  }

  /** Takes no more; resolves once what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const free = this.queue.concurrency - this.#underWay.size;
      if (free === 0) {
        await Promise.race(this.#underWay);
        continue;
      }
      const woken = this.#nextWake();
      const jobs = await this.source.fetch(free).catch(() => []);
      for (const job of jobs) this.#begin(job);
      if (jobs.length < free) await woken;
      // Nobody waits for it: it ends with its timer.
      else this.#wake();
    }
    await Promise.all(this.#underWay);
  }

  /** From now on: whoever wakes the loop while it fetches isn't overheard. */
  #nextWake(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake(), POLL_MS);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = () => {};
        resolve();
      };
      if (this.#stopped) this.#wake();
    });
  }

  #begin(job: FetchedJob): void {
    const work = this.#workOff(job).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #workOff(given: FetchedJob): Promise<void> {
    const { work, onFailed } = this.queue;
    const { source } = this;
    try {
      await work({ ...given, signal: source.abortSignal, done: (tx) => source.done(given, tx) });
    } catch (error) {
      onFailed(error);
      // Where even this fails, the job expires and is given out again.
      await source.again(given).catch(onFailed);
    }
  }
}
