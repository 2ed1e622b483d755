import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryCountDocument,
  LoginDocument,
  PortalUsersDocument,
  ViewerDocument,
} from '../../schema/operations.generated.js';
import { OperationNames } from '../../src/telemetry/operation-names.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

type Labels = Record<string, string>;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** Every sample of a metric, as a scraper reads it. */
async function samples(metric: string): Promise<{ labels: Labels; value: number }[]> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (name !== metric) return [];
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', text = '']) => [key, text]);
    return [{ labels: Object.fromEntries(pairs) as Labels, value: Number(value) }];
  });
}

/** The sum of a metric's samples that have these labels. */
async function count(metric: string, labels: Labels = {}): Promise<number> {
  const matching = (await samples(metric)).filter(({ labels: found }) =>
    Object.entries(labels).every(([name, value]) => found[name] === value),
  );
  return matching.reduce((sum, { value }) => sum + value, 0);
}

/** By how much the metric grows through this work. */
async function growth(metric: string, labels: Labels, work: () => Promise<unknown>): Promise<number> {
  const before = await count(metric, labels);
  await work();
  return (await count(metric, labels)) - before;
}

describe('whoever runs the service sees', () => {
  test('how often each operation is asked, and how it is answered', async () => {
    await app.tokenOf('customer1');
    const requests = 'portico_graphql_requests_total';
    const viewer = { operation: 'Viewer', type: 'query', code: 'OK' };
    expect(await growth(requests, viewer, () => app.ask(ViewerDocument, {}, 'customer1'))).toBe(1);
    const refused = { operation: 'PortalUsers', type: 'query', code: 'FORBIDDEN' };
    expect(await growth(requests, refused, () => app.ask(PortalUsersDocument, {}, 'customer1'))).toBe(1);
    const unnamed = { operation: 'anonymous', type: 'query', code: 'OK' };
    expect(await growth(requests, unnamed, () => app.ask('{ viewer { role } }'))).toBe(1);
    const broken = { operation: 'other', type: 'unknown', code: 'GRAPHQL_PARSE_FAILED' };
    expect(await growth(requests, broken, () => app.ask('query Viewer {'))).toBe(1);
    expect(await count('portico_graphql_request_seconds_count', { operation: 'Viewer' })).toBe(
      await count(requests, { operation: 'Viewer' }),
    );
  });

  test('that requests fail whose viewer can not be found out', async () => {
    const token = await app.tokenOf('customer1');
    await app.database('alter table session rename to hidden');
    const failed = { code: 'INTERNAL_SERVER_ERROR', type: 'unknown' };
    const asked = growth('portico_graphql_requests_total', failed, () =>
      app.ask(ViewerDocument, {}, { token }),
    );
    expect(await asked.finally(() => app.database('alter table hidden rename to session'))).toBe(1);
    expect(await count('portico_database_query_seconds_count', { outcome: 'failed' })).toBeGreaterThan(0);
  });

  test('what root fields come to, by their name in the schema and not by the alias', async () => {
    const roots = 'portico_resolver_root_seconds_count';
    const twice = () => app.ask('{ a: viewer { role } b: viewer { role } }');
    expect(await growth(roots, { field: 'Query.viewer', outcome: 'ok' }, twice)).toBe(2);
    const refused = () => app.ask('{ a: inventory { totalCount } }');
    expect(await growth(roots, { field: 'Query.inventory', outcome: 'refused' }, refused)).toBe(1);
    await app.erp('alter table erp.stock rename to hidden');
    const failed = growth(roots, { field: 'Query.inventory', outcome: 'failed' }, () =>
      app.ask(InventoryCountDocument, {}, 'customer1'),
    );
    expect(await failed.finally(() => app.erp('alter table erp.hidden rename to stock'))).toBe(1);
    await until(async () => (await app.ask(InventoryCountDocument, {}, 'customer1')).errors.length === 0);
  });

  test('how sign-ins end', async () => {
    const logins = 'portico_logins_total';
    const signIn = (password: string) => () => app.ask(LoginDocument, { login: 'driver1', password });
    expect(await growth(logins, { outcome: 'OK' }, signIn('password123'))).toBe(1);
    expect(await growth(logins, { outcome: 'INVALID_CREDENTIALS' }, signIn('wrong'))).toBe(1);
    expect(await growth(logins, { outcome: 'BAD_USER_INPUT' }, signIn('x'.repeat(1000)))).toBe(1);
    await app.database("update portal_user set active = false where username = 'driver1'");
    expect(await growth(logins, { outcome: 'ACCOUNT_INACTIVE' }, signIn('password123'))).toBe(1);
  });

  test('how many statements the database and the ERP answer, each once', async () => {
    await app.tokenOf('customer1');
    app.clear();
    const ask = () => app.ask(InventoryCountDocument, {}, 'customer1');
    const answered = { outcome: 'answered' };
    const statements = await growth('portico_database_query_seconds_count', answered, ask);
    expect(statements).toBe(app.databaseQueries.length);
    app.clear();
    const asked = await growth('portico_erp_query_seconds_count', answered, ask);
    expect(asked).toBe(app.erpQueries.length);
    expect(asked).toBeGreaterThan(0);
    // A sign-in has a transaction, each of whose statements counts.
    app.clear();
    const inTransaction = await growth('portico_database_query_seconds_count', answered, () =>
      app.ask(LoginDocument, { login: 'customer2', password: 'password123' }),
    );
    expect(app.databaseQueries).toContain('COMMIT');
    expect(inTransaction).toBe(app.databaseQueries.length);
  });

  test('the pools, the event loop and the kinds of addresses', async () => {
    await app.ask(InventoryCountDocument, {}, 'customer1');
    for (const pool of ['database', 'erp']) {
      expect(await count('portico_pool_connections', { pool, state: 'open' })).toBeGreaterThan(0);
      expect(await count('portico_pool_connections', { pool, state: 'waiting' })).toBe(0);
    }
    expect((await samples('nodejs_eventloop_lag_seconds')).map(({ labels }) => labels['quantile'])).toEqual([
      '0.5',
      '0.9',
      '0.99',
      '1',
    ]);
    const health = { route: 'health', status: '200' };
    const get = (path: string) => async () => (await fetch(app.url + path)).text();
    expect(await growth('portico_http_requests_total', health, get('/healthz'))).toBe(1);
    const nowhere = { route: 'other', status: '404' };
    expect(await growth('portico_http_requests_total', nowhere, get('/some/where'))).toBe(1);
  });
});

describe('nobody can flood the metrics', () => {
  const series = async () => (await (await fetch(`${app.url}/metrics`)).text()).split('\n').length;
  const flood = async (count: number, query: (n: number) => string, as: 'customer1' | null) => {
    for (let n = 0; n < count; n += 50)
      await Promise.all(Array.from({ length: 50 }, (_, i) => app.ask(query(n + i), {}, as)));
  };

  test('with names, where nobody is signed in', async () => {
    await app.ask('query Warm { viewer { role } }');
    const before = await series();
    await flood(50, (n) => `query Random${n} { viewer { role } }`, null);
    expect((await series()) - before).toBe(0);
  });

  test('with addresses', async () => {
    await (await fetch(`${app.url}/warm`)).text();
    const before = await series();
    for (let n = 0; n < 100; n += 1) await (await fetch(`${app.url}/x${n}/${n}`)).text();
    expect((await series()) - before).toBe(0);
  });

  test('with names of a signed-in user beyond two hundred, nor with ones that are refused', async () => {
    const requests = 'portico_graphql_requests_total';
    const names = async () => new Set((await samples(requests)).map(({ labels }) => labels['operation']));
    await app.ask('query Refused { nothing }', {}, 'customer1');
    expect(await names()).not.toContain('Refused');
    await app.ask('query FromAClient { viewer { role } }', {}, 'customer1');
    expect(await names()).toContain('FromAClient');

    const before = (await names()).size;
    await flood(250, (n) => `query Mine${n} { viewer { role } }`, 'customer1');
    const learned = (await names()).size - before;
    expect(learned).toBe(199);
    const other = { operation: 'other', type: 'query', code: 'OK' };
    const late = () => app.ask('query TooLate { viewer { role } }', {}, 'customer1');
    expect(await growth(requests, other, late)).toBe(1);
  });

  test('with a name that is longer than names are', () => {
    const names = new OperationNames(['Ours']);
    names.learn('x'.repeat(65));
    names.learn('x'.repeat(64));
    expect(['Ours', 'x'.repeat(65), 'x'.repeat(64), null].map((name) => names.label(name))).toEqual([
      'Ours',
      'other',
      'x'.repeat(64),
      'anonymous',
    ]);
  });
});
