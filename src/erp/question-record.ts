import type { ConnectionSecurity, Erp } from './erp.js';
import { isRefusal, needsRepair } from './erp-fault.js';
import { ErpHealth } from './erp-health.js';
import type { ErpInspector } from './erp-inspector.js';
import { describeFault } from './fault-descriptions.js';
import type { ErpObserver } from './observer.js';
import { describeSecurity } from './security-of.js';

/** How a query that reached the ERP's adapter ended. */
export interface EndedQuery {
  sql: string;
  /** When it began, by `performance.now()`. */
  started: number;
  /** Whether its caller gave it up. */
  cancelled: boolean;
  /** Null if it was answered. */
  error: unknown;
  streamed?: boolean;
}

/** Records how queries of the ERP end: for the observer, for the ERP's health, and for the inspector. */
export class QuestionRecord {
  readonly health = new ErpHealth();
  #security: ConnectionSecurity | null = null;

  constructor(
    private readonly erp: Pick<Erp, 'security'>,
    private readonly inspector: Pick<ErpInspector, 'suspect'>,
    private readonly observer: ErpObserver,
  ) {}

  /** Reports a query that has ended. */
  report({ sql, started, cancelled, error, streamed = false }: EndedQuery): void {
    this.#reportSecurity();
    const outcome = error === null ? 'answered' : cancelled ? 'cancelled' : 'failed';
    this.observer.query({ sql, durationMs: performance.now() - started, outcome, error, streamed });
  }

  /** A question about the inventory has failed, and not because its caller gave it up. */
  failed(error: unknown): void {
    this.health.questionEnded(error);
    if (needsRepair(error)) this.observer.needsRepair(error, describeFault(error));
    if (isRefusal(error)) this.inspector.suspect();
  }

  /** Reports how connections are protected, once and whenever that changes. */
  #reportSecurity(): void {
    const security = this.erp.security();
    if (security === null || security === this.#security) return;
    const described = describeSecurity(security);
    const isNews = this.#security === null || described !== describeSecurity(this.#security);
    this.#security = security;
    if (isNews) this.observer.connected(described);
  }
}
