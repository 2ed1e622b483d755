import type { AuditHead } from './audit-head.js';

/** A head, and when it was published. */
export interface PublishedHead extends AuditHead {
  /** RFC 3339 in UTC. */
  at: string;
}

/** A place outside the database where heads are stored, so that altering the log leaves evidence there. */
export interface AuditAnchor {
  /** Stores a head. @throws if that fails, or is not done when the signal fires */
  publish(head: PublishedHead, signal: AbortSignal): Promise<void>;
  /** The stored heads, oldest first, in batches; none if the anchor can't be read back. */
  heads(): AsyncIterable<AuditHead[]>;
}

/** Used if no anchor is configured: heads only go to the service's own log. */
export const NO_ANCHOR: AuditAnchor = {
  publish: async () => {},
  heads: async function* () {},
};
