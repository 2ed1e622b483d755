import { type AddressInfo, createServer } from 'node:net';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryCountDocument, LoginDocument, ViewerDocument } from '../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { type CollectedSpan, startCollector, type TraceCollector } from '../support/trace-collector.js';
import { until } from '../support/until.js';

const CALLER = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
const TRACE_PARENT = `00-${CALLER.traceId}-${CALLER.spanId}-01`;
const ERROR = 2;

const attribute = (span: CollectedSpan | undefined, key: string) => {
  const value = span?.attributes.find((candidate) => candidate.key === key)?.value;
  return value?.stringValue ?? value?.intValue;
};

async function post(app: TestApp, query: string, headers: Record<string, string>, variables: object = {}) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  await response.text();
  return response.headers.get('x-request-id');
}

describe('with a collector', () => {
  let collector: TraceCollector;
  let app: TestApp;
  beforeAll(async () => {
    collector = await startCollector();
    app = await startTestApp({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/base/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20canary-key, x-tenant=portico',
      OTEL_SERVICE_NAME: 'portal-under-test',
      LOG_LEVEL: 'trace',
    });
    const authorization = `Bearer ${await app.tokenOf('customer1')}`;
    await post(app, print(InventoryCountDocument), { authorization, traceparent: TRACE_PARENT });
    await post(app, print(LoginDocument), {}, { login: 'customer1', password: 'canary-password' });
    await app.erp('alter table erp.stock rename to hidden');
    await post(app, 'query Broken { inventory { totalCount } }', { authorization });
    await post(app, '{ viewer { role } }', { traceparent: '00-0000-nonsense' });
    // The stop sends what is left.
    await app.stop();
  });
  afterAll(() => collector.close());

  const named = (name: string) => collector.spans.filter((span) => span.name === name);
  const under = (parent: CollectedSpan | undefined) =>
    collector.spans.filter((span) => span.parentSpanId === parent?.spanId);

  test("a request continues its caller's trace, down to what it asked of the database and the ERP", () => {
    const traced = collector.spans.filter((span) => span.traceId === CALLER.traceId);
    const request = traced.find((span) => span.parentSpanId === CALLER.spanId);
    expect(request).toMatchObject({ name: 'POST /graphql', kind: 2 });
    expect(attribute(request, 'http.response.status_code')).toBe(200);
    // Who asks is found out before there is an operation.
    const names = (spans: CollectedSpan[]) => spans.map((span) => span.name).sort();
    expect(names(under(request))).toEqual(['database SELECT', 'query InventoryCount']);
    const [operation] = named('query InventoryCount');
    expect(attribute(operation, 'graphql.operation.name')).toBe('InventoryCount');
    // The count is a nested field, and asked for apart from the page.
    expect(names(under(operation))).toEqual(['Query.inventory', 'erp SELECT']);
    const [root] = under(operation).filter((span) => span.name === 'Query.inventory');
    const queries = under(root);
    expect(names(queries)).toEqual(['erp SELECT']);
    expect(attribute(queries[0], 'db.query.text')).toMatch(/^select/i);
    expect(traced).toHaveLength(6);
  });

  test('a span lies within its parent, and lasts', () => {
    const time = (nanoseconds: string) => BigInt(nanoseconds);
    for (const parent of named('POST /graphql')) {
      for (const child of under(parent)) {
        expect(time(child.startTimeUnixNano)).toBeGreaterThanOrEqual(time(parent.startTimeUnixNano));
        expect(time(child.endTimeUnixNano)).toBeLessThanOrEqual(time(parent.endTimeUnixNano));
        expect(time(child.endTimeUnixNano)).toBeGreaterThan(time(child.startTimeUnixNano));
      }
    }
  });

  test('a failure shows where it happened', () => {
    // A name that isn't ours, of nobody's before, is no name of a span.
    const [root] = collector.spans.filter(
      (span) => span.name === 'Query.inventory' && span.status.code === ERROR,
    );
    const [operation] = collector.spans.filter((span) => span.spanId === root?.parentSpanId);
    expect(operation?.status.code).toBe(ERROR);
    expect(under(root)[0]).toMatchObject({ name: 'erp SELECT', status: { code: ERROR } });
  });

  test('the log has the trace of a request', () => {
    const lines = app.log.map((line) => JSON.parse(line)).filter(({ res }) => res);
    expect(lines.map(({ traceId }) => traceId)).toContain(CALLER.traceId);
    expect(new Set(lines.map(({ traceId }) => traceId)).size).toBe(lines.length);
  });

  test('each request is a trace of its own where its caller names none', () => {
    const roots = collector.spans.filter((span) => !span.parentSpanId);
    expect(roots.length).toBeGreaterThanOrEqual(4);
    expect(new Set(roots.map((span) => span.traceId)).size).toBe(roots.length);
    expect(roots.every((span) => /^(GET|POST) \//.test(span.name))).toBe(true);
  });

  test('the collector is told who sends, with its key, and neither learns a secret', () => {
    expect([...collector.services]).toEqual(['portal-under-test']);
    for (const { path, headers } of collector.requests) {
      expect(path).toBe('/base/v1/traces');
      expect(headers).toMatchObject({ authorization: 'Bearer canary-key', 'x-tenant': 'portico' });
    }
    const sent = collector.requests.map(({ body }) => body).join();
    expect(sent).not.toMatch(/canary|password123|eyJ|argon2|Bearer/);
    expect(app.log.join()).not.toContain('canary');
  });
});

test('a collector that is gone or hangs costs no request and no stop, and is told of once', async () => {
  const sockets = new Set<{ destroy(): void }>();
  const silent = createServer((socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const app = await startTestApp({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  const complaints = () => app.log.filter((line) => line.includes('the trace collector'));

  expect((await app.ask(ViewerDocument, {}, 'customer1')).errors).toEqual([]);
  await until(() => complaints().length > 0);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
  expect((await app.ask(ViewerDocument, {}, 'customer1')).errors).toEqual([]);
  await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
  await app.stop();
  expect(complaints()).toHaveLength(1);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

test('without an endpoint nothing is traced, whatever the caller wants', async () => {
  const app = await startTestApp();
  const id = await post(app, '{ viewer { role } }', { traceparent: TRACE_PARENT });
  const line = () => app.log.map((text) => JSON.parse(text)).find(({ req, res }) => res && req.id === id);
  await until(() => line() !== undefined);
  expect(line()).not.toHaveProperty('traceId');
  await app.stop();
});
