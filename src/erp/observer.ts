import type { Inspection } from './erp-not-admitted.js';
import type { Circuit, GateEvents } from './gate.js';

/** The outcome of one ERP query. */
export interface ErpQueryReport {
  sql: string;
  durationMs: number;
  outcome: 'answered' | 'failed' | 'cancelled';
  /** Why it failed or was cancelled; null if it was answered. */
  error: unknown;
  /** Whether its rows were streamed, at the pace of their consumer. */
  streamed: boolean;
}

/** Receives the events between the portal and the ERP. */
export interface ErpObserver extends GateEvents {
  /** A query that reached the ERP's adapter has ended. */
  query(report: ErpQueryReport): void;
  /** A caller joined an identical query that was in progress. */
  shared(): void;
  /** A caller got the last good answer instead of a new one. */
  stale(): void;
  /** A question failed in a way that needs somebody to change something. The description is for staff. */
  needsRepair(error: unknown, description: string): void;
  /** A connection was opened that is protected otherwise than the last one. */
  connected(security: string): void;
  /** Something about the inspection that isn't its result, such as that it couldn't be completed. */
  inspectionFailed(error: unknown): void;
  /** An inspection of our login's privileges and of the mapping's columns has ended. */
  inspected(inspection: Inspection): void;
}

/** The state of the guard in front of the ERP. */
export interface ErpState {
  circuit: Circuit;
  running: number;
  queued: number;
  streaming: number;
  keptBytes: number;
}
