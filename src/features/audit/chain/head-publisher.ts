import type { Logger } from 'pino';
import type { AuditAnchor } from './audit-anchor.js';
import { type AuditHead, printHead } from './audit-head.js';

/** How long an anchor may take, and how long while the service stops. */
const PUBLISH_MS = 10_000;
const PUBLISH_LAST_MS = 2_000;

export interface PublisherDependencies {
  anchor: AuditAnchor;
  /** The least time between two heads. */
  everySeconds: number;
  logger: Logger;
  now: () => Date;
}

/** Writes down outside the database where the log ends: in the service's own log, and at the anchor. */
export class HeadPublisher {
  #head: AuditHead | null = null;
  #logged = '';
  #published = '';
  #tried = Number.NEGATIVE_INFINITY;
  #underWay: Promise<void> | null = null;

  constructor(private readonly dependencies: PublisherDependencies) {}

  /** The log ends with this entry now. */
  offer(head: AuditHead): void {
    this.#head = head;
  }

  /** Publishes what is new, where the last time is long enough ago. */
  publishWhenDue(): void {
    if (this.#underWay || performance.now() - this.#tried < this.dependencies.everySeconds * 1_000) return;
    this.#underWay = this.#publish(PUBLISH_MS).finally(() => {
      this.#underWay = null;
    });
  }

  /** Publishes what is new whenever the last time was: there is no next. */
  async publishLast(): Promise<void> {
    await this.#underWay;
    await this.#publish(PUBLISH_LAST_MS);
  }

  /** Doesn't throw: the newest head is published the next time. */
  async #publish(timeoutMs: number): Promise<void> {
    const { anchor, logger, now } = this.dependencies;
    const head = this.#head;
    if (!head || printHead(head) === this.#published) return;
    this.#tried = performance.now();
    const printed = printHead(head);
    // In one text: the log censors what stands under a name such as hash.
    if (printed !== this.#logged) logger.info({ head: printed }, 'the audit log ends here');
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
