import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { everyHour } from '../../../shared/every-hour.js';
import type { AuditHead } from './audit-head.js';
import { hashesAt, lastHead } from './chained-entries.js';
import type { HeadPublisher } from './head-publisher.js';
import { sealPending } from './seal-pending.js';

const LOOK_EVERY_MS = 1_000;
/** And this often for what others have left behind: commands, instances that were killed. */
const LOOK_AROUND_EVERY = 30;
/** How often to look after an append: its transaction has yet to commit. What takes longer waits for the next to come by. */
const LOOKS = 10;

export interface SealerDependencies {
  dataSource: DataSource;
  publisher: HeadPublisher;
  logger: Logger;
}

/**
 * Chains what was appended, soon after it, so that chaining costs whoever appends nothing. What fails is logged and tried
 * again; it never fails anybody's request.
 */
export class Sealer {
  #looks = LOOKS;
  #ticks = 0;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #known: AuditHead | null = null;
  readonly #endings: (() => Promise<void>)[] = [];

  constructor(private readonly dependencies: SealerDependencies) {}

  /** Tells that there may soon be something to chain. */
  readonly onAppended = (): void => {
    this.#looks = LOOKS;
  };

  /** The highest entry that this instance has seen at the end of the log. */
  get knownHead(): AuditHead | null {
    return this.#known;
  }

  /** Chains what waits, now and from now on. Its timers are made here, and so belong to no request. */
  start(): void {
    this.#endings.push(everyHour(() => this.#catchUp(), this.dependencies.logger));
    const timer = setInterval(() => this.#tick(), LOOK_EVERY_MS).unref();
    this.#endings.push(async () => clearInterval(timer));
  }

  /** Chains what waits once more, and publishes where the log ends. */
  async stop(): Promise<void> {
    for (const end of this.#endings) await end();
    await this.seal();
    await this.dependencies.publisher.publishLast();
  }

  /** Chains what has committed before this call; callers at the same moment share one. Doesn't throw. */
  seal(): Promise<void> {
    if (this.#next) return this.#next;
    if (!this.#running) return this.#run();
    // The one under way may have looked before the caller's commit.
    this.#next = this.#running.then(() => {
      this.#next = null;
      return this.#run();
    });
    return this.#next;
  }

  #tick(): void {
    this.#ticks += 1;
    if (this.#looks > 0 || this.#ticks % LOOK_AROUND_EVERY === 0) {
      this.#looks = Math.max(0, this.#looks - 1);
      void this.seal();
    }
    this.dependencies.publisher.publishWhenDue();
  }

  #run(): Promise<void> {
    const { dataSource, logger } = this.dependencies;
    this.#running = sealPending(dataSource)
      .then((head) => (head ? this.noteHead(head) : undefined))
      .catch((error: unknown) => {
        this.#looks = LOOKS;
        logger.error({ err: error }, 'the audit log could not be chained; it is tried again');
      })
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  /** What an instance that was killed has left behind is chained too. */
  async #catchUp(): Promise<void> {
    await this.seal();
    const head = this.#known ?? (await lastHead(this.dependencies.dataSource));
    if (head) await this.noteHead(head);
  }

  /** The log was seen to end with this entry, which is remembered and published. */
  async noteHead(head: AuditHead): Promise<void> {
    const { dataSource, publisher, logger } = this.dependencies;
    publisher.offer(head);
    const known = this.#known;
    const there = known && (await hashesAt(dataSource, [known.sequence])).get(known.sequence);
    if (known && there !== known.hash) {
      // Kept, so that verifying finds it: the log may grow beyond it again.
      logger.error(
        { sequence: known.sequence },
        'an audit entry is gone or was altered: portico audit verify',
      );
      return;
    }
    if (!known || head.sequence > known.sequence) this.#known = head;
  }
}
