import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';

/** Where spans are sent, and under which service name. */
export interface TraceSettings {
  /** The base address of an OTLP collector, such as http://localhost:4318. */
  endpoint: string;
  headers: Record<string, string>;
  serviceName: string;
}

/** The name, parent and attributes of a new span. */
export interface SpanStart {
  name: string;
  kind: SpanKind;
  parent: SpanContext | null;
  attributes?: Attributes;
  /** Milliseconds since 1970; the default is now. */
  startedMs?: number;
}

/** The timeout of an export, including retries. It is short because a shutdown waits for the last export. */
const EXPORT_TIMEOUT_MS = 1_000;
const CLOSE_TIMEOUT_MS = 1_200;
const LOG_INTERVAL_MS = 60_000;

/**
 * Milliseconds since 1970 with fractions. All spans use this one clock, so that child spans lie within their parents.
 */
const now = () => performance.timeOrigin + performance.now();

/**
 * Creates spans and sends them to a collector in batches, in the background. If the collector is down, only spans are
 * lost.
 */
export class Tracing {
  readonly #tracer: Tracer;
  readonly #provider: BasicTracerProvider;
  readonly #agent: HttpAgent;

  constructor({ endpoint, headers, serviceName }: TraceSettings, logger: Logger) {
    const url = new URL(endpoint);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
    const agent = new (url.protocol === 'https:' ? HttpsAgent : HttpAgent)({ keepAlive: true });
    const exporter = new OTLPTraceExporter({
      url: url.href,
      headers,
      timeoutMillis: EXPORT_TIMEOUT_MS,
      httpAgentOptions: () => agent,
    });
    this.#agent = agent;
    this.#provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName }),
      spanProcessors: [new BatchSpanProcessor(logExportFailures(exporter, logger))],
    });
    this.#tracer = this.#provider.getTracer('portico');
  }

  start({ name, kind, parent, attributes = {}, startedMs = now() }: SpanStart): Span {
    const under = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    return this.#tracer.startSpan(name, { kind, attributes, startTime: startedMs }, under);
  }

  end(span: Span, { failed }: { failed: boolean }): void {
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(now());
  }

  /** Records a span that ends now. */
  record(start: SpanStart, { durationMs, failed }: { durationMs: number; failed: boolean }): void {
    this.end(this.start({ ...start, startedMs: now() - durationMs }), { failed });
  }

  /** Sends the remaining spans, but waits at most CLOSE_TIMEOUT_MS for the collector. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timedOut = new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
    });
    // A failure has already been logged.
    await Promise.race([this.#provider.shutdown().catch(() => {}), timedOut]);
    clearTimeout(timer);
    this.#agent.destroy();
  }
}

/** Wraps an exporter so that failed exports are logged, at most once a minute. */
function logExportFailures(exporter: SpanExporter, logger: Logger): SpanExporter {
  let lastLogged = Number.NEGATIVE_INFINITY;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error && performance.now() - lastLogged > LOG_INTERVAL_MS) {
          lastLogged = performance.now();
          logger.warn(
            { err: result.error, spans: spans.length },
            'the trace collector did not take the spans',
          );
        }
        done(result);
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
