import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { everyHour } from '../../../shared/every-hour.js';
import type { AuditHead } from './audit-head.js';
import { hashesAt, lastHead } from './chained-entries.js';
import type { HeadPublisher } from './head-publisher.js';
import { sealPending } from './seal-pending.js';

const CHECK_EVERY_MS = 1_000;
/** Every so many ticks, it looks for entries left behind by commands or by instances that were killed. */
const FALLBACK_CHECK_TICKS = 30;
/**
 * How many checks to run after an append, because its transaction has yet to commit. If that takes longer, the entry
 * waits for a later check.
 */
const CHECKS_AFTER_APPEND = 10;

/** What chaining entries needs. */
export interface SealerDependencies {
  dataSource: DataSource;
  publisher: HeadPublisher;
  logger: Logger;
}

/**
 * Chains entries in the background, soon after they were appended, so that the append doesn't wait for it. A failure is
 * logged and retried; it never fails a request.
 */
export class Sealer {
  #checksLeft = CHECKS_AFTER_APPEND;
  #ticks = 0;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #known: AuditHead | null = null;
  readonly #stopSteps: (() => Promise<void>)[] = [];

  constructor(private readonly dependencies: SealerDependencies) {}

  /** Call after an append: there may soon be entries to chain. */
  readonly onAppended = (): void => {
    this.#checksLeft = CHECKS_AFTER_APPEND;
  };

  /** The highest head that this instance has seen. */
  get knownHead(): AuditHead | null {
    return this.#known;
  }

  /**
   * Chains pending entries now and periodically. The timers are created here, so that they do not belong to any
   * request.
   */
  start(): void {
    this.#stopSteps.push(everyHour(() => this.#catchUp(), this.dependencies.logger));
    const timer = setInterval(() => this.#tick(), CHECK_EVERY_MS).unref();
    this.#stopSteps.push(async () => clearInterval(timer));
  }

  /** Stops the timers, chains pending entries a last time, and publishes the head. */
  async stop(): Promise<void> {
    for (const step of this.#stopSteps) await step();
    await this.seal();
    await this.dependencies.publisher.publishLast();
  }

  /** Chains the entries that were committed before this call. Concurrent callers share one run. Doesn't throw. */
  seal(): Promise<void> {
    if (this.#next) return this.#next;
    if (!this.#running) return this.#run();
    // The run in progress may have read the intake before the caller's commit.
    this.#next = this.#running.then(() => {
      this.#next = null;
      return this.#run();
    });
    return this.#next;
  }

  #tick(): void {
    this.#ticks += 1;
    if (this.#checksLeft > 0 || this.#ticks % FALLBACK_CHECK_TICKS === 0) {
      this.#checksLeft = Math.max(0, this.#checksLeft - 1);
      void this.seal();
    }
    this.dependencies.publisher.publishWhenDue();
  }

  #run(): Promise<void> {
    const { dataSource, logger } = this.dependencies;
    this.#running = sealPending(dataSource)
      .then((head) => (head ? this.noteHead(head) : undefined))
      .catch((error: unknown) => {
        this.#checksLeft = CHECKS_AFTER_APPEND;
        logger.error({ err: error }, 'the audit log could not be chained; it is tried again');
      })
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  /** Chains what an instance that was killed has left behind, and checks the head. */
  async #catchUp(): Promise<void> {
    await this.seal();
    const head = this.#known ?? (await lastHead(this.dependencies.dataSource));
    if (head) await this.noteHead(head);
  }

  /** Passes a head to the publisher. Remembers it too, unless the head remembered so far is gone or was altered. */
  async noteHead(head: AuditHead): Promise<void> {
    const { dataSource, publisher, logger } = this.dependencies;
    publisher.offer(head);
    const known = this.#known;
    const storedHash = known && (await hashesAt(dataSource, [known.sequence])).get(known.sequence);
    if (known && storedHash !== known.hash) {
      // The known head is kept, so that verifying finds the break even after the log has grown past it again.
      logger.error(
        { sequence: known.sequence },
        'an audit entry is gone or was altered: portico audit verify',
      );
      return;
    }
    if (!known || head.sequence > known.sequence) this.#known = head;
  }
}
