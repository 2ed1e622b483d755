import type { AuditHead } from './audit-head.js';

/** A head, and when it was published. */
export interface PublishedHead extends AuditHead {
  /** RFC 3339 in UTC. */
  at: string;
}

/** A place outside the database where heads are written down, so that the log can't be altered without leaving it behind. */
export interface AuditAnchor {
  /** @throws where it couldn't be written down by the time the signal fires, or at all */
  publish(head: PublishedHead, signal: AbortSignal): Promise<void>;
  /** What was written down, oldest first, a batch at a time; nothing where the place can't be read from here. */
  heads(): AsyncIterable<AuditHead[]>;
}

/** Where no place was named: heads go to the service's own log alone. */
export const NO_ANCHOR: AuditAnchor = {
  publish: async () => {},
  heads: async function* () {},
};
