import type { Inspection } from './erp-not-admitted.js';
import type { Circuit, GateEvents } from './gate.js';

/** What one query of the ERP came to. */
export interface ErpQueryReport {
  sql: string;
  durationMs: number;
  outcome: 'answered' | 'failed' | 'cancelled';
  /** Why it failed or was cancelled; null where it was answered. */
  error: unknown;
}

/** Who is told of what happens between the portal and the ERP. */
export interface ErpObserver extends GateEvents {
  /** A query that reached the ERP's adapter has ended. */
  query(report: ErpQueryReport): void;
  /** Somebody asked what others were asking already. */
  shared(): void;
  /** Somebody was given the last good answer. */
  stale(): void;
  /** The ERP refuses our login, or what it may read. */
  refused(error: unknown): void;
  /** What our login may do there was looked at, and what the mapping gives. */
  inspected(inspection: Inspection): void;
}

/** How things stand with the ERP. */
export interface ErpState {
  circuit: Circuit;
  running: number;
  queued: number;
  keptBytes: number;
}
