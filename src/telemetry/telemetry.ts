import { type Attributes, type Span, type SpanContext, SpanKind } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { requestScope } from '../shared/request-scope.js';
import { Metrics } from './metrics.js';
import { OperationNames } from './operation-names.js';
import { readTraceParent } from './trace-parent.js';
import type { TraceSettings, Tracing } from './tracing.js';

/** The outcome of a query, of the ERP or of the local database. */
export interface QueryReport {
  sql: string;
  durationMs: number;
  outcome: 'answered' | 'failed' | 'cancelled';
  error?: unknown;
  /** Whether its rows were streamed, at the pace of their consumer. */
  streamed?: boolean;
}

/** What telemetry needs to start. */
export interface TelemetryInput {
  /** Null if tracing is off. */
  traces: TraceSettings | null;
  /** The names of the operations that come with Portico. */
  operations: Iterable<string>;
  logger: Logger;
}

/** A request in progress. */
export interface ObservedRequest {
  /** The parent of the request's spans; null if tracing is off. */
  span: SpanContext | null;
  /** @param route the route for metrics and traces; null to use the one derived from the path */
  ended(status: number, route: string | null): void;
}

const ROUTES: Record<string, string> = {
  graphql: 'graphql',
  api: 'api',
  playground: 'playground',
  healthz: 'health',
  readyz: 'health',
  metrics: 'metrics',
};
const MAX_STATEMENT = 2_000;
/** The status that nginx logs if the client disconnects before the response. */
const CLIENT_CLOSED_REQUEST = 499;
const SWITCHING_PROTOCOLS = 101;

/** Counts, measures and traces what the service does. It starts only what is configured, and it sees no secrets. */
export class Telemetry {
  readonly metrics = new Metrics();
  readonly names: OperationNames;
  readonly tracing: Tracing | null;
  readonly #logger: Logger;

  private constructor({ operations, logger }: TelemetryInput, tracing: Tracing | null) {
    this.names = new OperationNames(operations);
    this.tracing = tracing;
    this.#logger = logger;
  }

  /** Loads the tracing modules only if tracing is on. */
  static async start(input: TelemetryInput): Promise<Telemetry> {
    const { traces, logger } = input;
    return new Telemetry(input, traces && new (await import('./tracing.js')).Tracing(traces, logger));
  }

  /** Starts measuring and tracing a request. */
  requestStarted(request: {
    method: string;
    path: string;
    /** The traceparent header; undefined if the client sends none. */
    traceParent: string | undefined;
  }): ObservedRequest {
    const started = performance.now();
    const route = ROUTES[request.path.toLowerCase().split('/')[1] ?? ''] ?? 'other';
    const span = this.#startRequestSpan(request, route);
    return {
      span: span?.spanContext() ?? null,
      ended: (status, found) => {
        this.metrics.httpRequest(found ?? route, status, (performance.now() - started) / 1000);
        if (!span) return;
        if (found) span.updateName(found).setAttribute('http.route', found.replace(/^\w+ /, ''));
        span.setAttribute('http.response.status_code', status);
        this.tracing?.end(span, { failed: status >= 500 });
      },
    };
  }

  /** The status of a response, or 499 if the client disconnected before it was complete. A connection that goes on as a WebSocket has no more of it. */
  static statusOf(response: { statusCode: number; writableFinished: boolean }): number {
    const { statusCode, writableFinished } = response;
    return writableFinished || statusCode === SWITCHING_PROTOCOLS ? statusCode : CLIENT_CLOSED_REQUEST;
  }

  /** Records a finished statement on the local database. */
  readonly databaseQuery = (report: QueryReport): void => {
    const scope = requestScope.getStore();
    if (scope) scope.tally.databaseQueries += 1;
    this.metrics.databaseQuery(report.outcome, report.durationMs / 1000);
    this.#recordQuery('database', report);
  };

  /** Records a finished query of the ERP. */
  readonly erpQuery = (report: QueryReport): void => {
    const { durationMs, outcome, error, streamed = false } = report;
    const scope = requestScope.getStore();
    if (scope) {
      scope.tally.erpQueries += 1;
      scope.tally.erpMs += durationMs;
    }
    if (streamed) this.metrics.erp.streamed(outcome, durationMs / 1000);
    else this.metrics.erpQuery(outcome, durationMs / 1000);
    this.#recordQuery('erp', report);
    const logFields = { requestId: scope?.requestId, erpMs: Math.round(durationMs) };
    if (outcome === 'failed') this.#logger.warn({ ...logFields, err: error }, 'the ERP query failed');
    else this.#logger.debug({ ...logFields, outcome }, 'ERP query');
  };

  /** Stops measuring and sends the remaining spans. */
  async close(): Promise<void> {
    this.metrics.close();
    await this.tracing?.close();
  }

  #startRequestSpan(
    { method, path, traceParent }: { method: string; path: string; traceParent: string | undefined },
    route: string,
  ): Span | null {
    if (!this.tracing) return null;
    const attributes: Attributes = { 'http.request.method': method, 'url.path': path };
    if (route !== 'other') attributes['http.route'] = `/${path.split('/')[1]?.toLowerCase()}`;
    const name = `${method} ${attributes['http.route'] ?? ''}`.trim();
    return this.tracing.start({
      name,
      kind: SpanKind.SERVER,
      parent: readTraceParent(traceParent),
      attributes,
    });
  }

  /** Queries outside requests, for example at startup, belong to no trace. */
  #recordQuery(system: 'database' | 'erp', { sql, durationMs, outcome }: QueryReport): void {
    const parent = requestScope.getStore()?.span;
    if (!this.tracing || !parent) return;
    const verb = /^\s*(\w{1,20})/.exec(sql)?.[1]?.toUpperCase() ?? 'QUERY';
    const attributes = {
      'peer.service': system,
      'db.operation.name': verb,
      'db.query.text': sql.slice(0, MAX_STATEMENT),
    };
    const start = { name: `${system} ${verb}`, kind: SpanKind.CLIENT, parent, attributes };
    this.tracing.record(start, { durationMs, failed: outcome === 'failed' });
  }
}
