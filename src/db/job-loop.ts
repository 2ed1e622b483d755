import type { Tx } from './in-transaction.js';
import type { QueueName } from './queues.js';

/** A job as its worker gets it. */
export interface Job<Data> {
  id: string;
  data: Data;
  /** Fires when the instance is stopping and can't wait any longer. */
  signal: AbortSignal;
  /** Marks the job as done in the worker's transaction, so that the result and the end of the job commit together. */
  done(tx: Tx): Promise<void>;
}

/** How the jobs of a queue are processed. */
export interface Queue<Data> {
  name: QueueName;
  /** How many jobs this instance processes at a time. */
  concurrency: number;
  /** A job that takes longer expires, for example because its instance is gone. It is then handed out again. */
  expireInSeconds: number;
  /** Processes one job. If it throws, the job is retried later. If it doesn't mark the job as done, the job expires. */
  work: (job: Job<Data>) => Promise<void>;
  /** Called with the error that `work` threw. */
  onFailed: (error: unknown) => void;
}

/** A job as the queue hands it out. */
export type FetchedJob = Pick<Job<never>, 'id' | 'data'>;

/** The operations on a queue that its loop needs. */
export interface QueueSource {
  /** Fetches jobs that are due, up to the limit; none if the database doesn't answer. */
  fetch(limit: number): Promise<readonly FetchedJob[]>;
  done(job: FetchedJob, tx: Tx): Promise<void>;
  /** Schedules another attempt at a failed job. */
  retryLater(job: FetchedJob): Promise<void>;
  /** Fires when jobs in progress must give up. */
  abortSignal: AbortSignal;
}

const POLL_MS = 2_000;

/**
 * Processes the jobs of one queue in this instance. It polls every two seconds, or immediately when woken, and fetches
 * no more jobs than it can start.
 */
export class QueueLoop {
  readonly #inProgress = new Set<Promise<void>>();
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

  /** Makes it poll immediately. */
  wake(): void {
    this.#wake();
  }

  /** Takes no more jobs. Resolves when the jobs in progress have ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const free = this.queue.concurrency - this.#inProgress.size;
      if (free === 0) {
        await Promise.race(this.#inProgress);
        continue;
      }
      const woken = this.#nextWake();
      const jobs = await this.source.fetch(free).catch(() => []);
      for (const job of jobs) this.#startJob(job);
      if (jobs.length < free) await woken;
      // Nothing waits for `woken` here, so its timer is cleared.
      else this.#wake();
    }
    await Promise.all(this.#inProgress);
  }

  /** Resolves at the next wake or poll. It is called before fetching, so that a wake during the fetch isn't missed. */
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

  #startJob(job: FetchedJob): void {
    const work = this.#runJob(job).finally(() => this.#inProgress.delete(work));
    this.#inProgress.add(work);
  }

  async #runJob(job: FetchedJob): Promise<void> {
    const { work, onFailed } = this.queue;
    const { source } = this;
    try {
      await work({ ...job, signal: source.abortSignal, done: (tx) => source.done(job, tx) });
    } catch (error) {
      onFailed(error);
      // If this fails too, the job expires and is handed out again.
      await source.retryLater(job).catch(onFailed);
    }
  }
}
