import type { Logger } from 'pino';
import type { AuditAnchor } from './audit-anchor.js';
import { type AuditHead, printHead } from './audit-head.js';

/** The timeout of the anchor. */
const PUBLISH_TIMEOUT_MS = 10_000;
/** The timeout of the anchor while the service stops. */
const LAST_PUBLISH_TIMEOUT_MS = 2_000;

/** What publishing heads needs. */
export interface PublisherDependencies {
  anchor: AuditAnchor;
  /** The minimum time between two publications. */
  everySeconds: number;
  logger: Logger;
  now: () => Date;
}

/** Publishes the head of the audit log outside the database: in the service's own log, and at the anchor. */
export class HeadPublisher {
  #head: AuditHead | null = null;
  #logged = '';
  #published = '';
  #triedAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;

  constructor(private readonly dependencies: PublisherDependencies) {}

  /** Sets the head to publish next. */
  offer(head: AuditHead): void {
    this.#head = head;
  }

  /** Publishes the head if it is new and the interval since the last attempt has passed. Does not wait for it. */
  publishWhenDue(): void {
    if (this.#running || performance.now() - this.#triedAt < this.dependencies.everySeconds * 1_000) return;
    this.#running = this.#publish(PUBLISH_TIMEOUT_MS).finally(() => {
      this.#running = null;
    });
  }

  /** Publishes a new head regardless of the interval, because the service stops. */
  async publishLast(): Promise<void> {
    await this.#running;
    await this.#publish(LAST_PUBLISH_TIMEOUT_MS);
  }

  /** Doesn't throw: after a failure, the newest head is published the next time. */
  async #publish(timeoutMs: number): Promise<void> {
    const { anchor, logger, now } = this.dependencies;
    const head = this.#head;
    if (!head || printHead(head) === this.#published) return;
    this.#triedAt = performance.now();
    const printed = printHead(head);
    // One string, because the log redacts fields with names such as hash.
    if (printed !== this.#logged) logger.info({ head: printed }, 'the head of the audit log');
    this.#logged = printed;
    try {
      await anchor.publish({ ...head, at: now().toISOString() }, AbortSignal.timeout(timeoutMs));
      this.#published = printed;
    } catch (error) {
      logger.error(
        { err: error },
        "the audit log's head could not be written to AUDIT_ANCHOR; it is tried again",
      );
    }
  }
}
