import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolState } from '../shared/pool-state.js';
import { type WatchedBacklog, watchBacklog } from './backlog-metrics.js';
import { ErpMetrics } from './erp-metrics.js';
import { LiveMetrics } from './live-metrics.js';
import { measureProcess } from './process-metrics.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Returns the state of each pool by name; null if a pool has no state to report. */
export type PoolStates = () => Record<string, PoolState | null>;

/** The metrics of one service instance. Every label has few values, and a client can't invent any. */
export class Metrics {
  readonly registry = new Registry();
  readonly erp = new ErpMetrics(this.registry);
  readonly live = new LiveMetrics(this.registry);
  readonly #stopProcess = measureProcess(this.registry);

  readonly #httpRequests = this.#counter('portico_http_requests_total', 'HTTP requests.', [
    'route',
    'status',
  ]);
  readonly #httpSeconds = this.#histogram('portico_http_request_seconds', 'HTTP requests.', ['route']);
  readonly #operations = this.#counter(
    'portico_graphql_requests_total',
    'GraphQL operations by the code of their first error, or OK.',
    ['operation', 'type', 'code'],
  );
  readonly #operationSeconds = this.#histogram(
    'portico_graphql_request_seconds',
    'GraphQL operations, including parsing.',
    ['operation', 'type'],
  );
  readonly #rootSeconds = this.#histogram('portico_resolver_root_seconds', 'Resolvers of root fields.', [
    'field',
    'outcome',
  ]);
  readonly #logins = this.#counter('portico_logins_total', 'Sign-ins by the code of their error, or OK.', [
    'outcome',
  ]);
  readonly #mails = this.#counter('portico_mails_total', 'Attempts to send a mail, by outcome.', [
    'template',
    'outcome',
  ]);
  readonly #databaseSeconds = this.#histogram(
    'portico_database_query_seconds',
    'Statements on the local database, excluding the wait for a connection.',
    ['outcome'],
  );
  readonly #erpSeconds = this.#histogram(
    'portico_erp_query_seconds',
    'Queries of the ERP, per attempt, excluding the wait in the queue.',
    ['outcome'],
  );

  httpRequest(route: string, status: number, seconds: number): void {
    this.#httpRequests.inc({ route, status: String(status) });
    this.#httpSeconds.observe({ route }, seconds);
  }

  /** @param operation a label from OperationNames */
  operation(operation: string, type: string, code: string, seconds: number): void {
    this.#operations.inc({ operation, type, code });
    this.#operationSeconds.observe({ operation, type }, seconds);
  }

  /** @param field for example Query.inventory */
  rootField(field: string, outcome: 'ok' | 'refused' | 'failed', seconds: number): void {
    this.#rootSeconds.observe({ field, outcome }, seconds);
  }

  login(outcome: string): void {
    this.#logins.inc({ outcome });
  }

  mail(template: string, outcome: 'sent' | 'failed' | 'dead'): void {
    this.#mails.inc({ template, outcome });
  }

  databaseQuery(outcome: string, seconds: number): void {
    this.#databaseSeconds.observe({ outcome }, seconds);
  }

  erpQuery(outcome: string, seconds: number): void {
    this.#erpSeconds.observe({ outcome }, seconds);
  }

  /** Reads the state of the connection pools on each scrape. */
  watchPools(states: PoolStates): void {
    new Gauge({
      name: 'portico_pool_connections',
      help: 'Connections of a pool: open (all), idle, and waiting (callers without a connection).',
      labelNames: ['pool', 'state'],
      registers: [this.registry],
      collect() {
        for (const [pool, counts] of Object.entries(states())) {
          for (const [state, count] of Object.entries(counts ?? {})) this.set({ pool, state }, count);
        }
      },
    });
  }

  /** Reads the backlog on each scrape. If `ask` rejects, its metrics are left out. */
  watchBacklog(ask: () => Promise<WatchedBacklog>): void {
    watchBacklog(this.registry, ask);
  }

  /** Stops background measurements. */
  close(): void {
    this.#stopProcess();
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  #histogram<Label extends string>(name: string, what: string, labelNames: Label[]): Histogram<Label> {
    const help = `Seconds: ${what}`;
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [this.registry] });
  }
}
