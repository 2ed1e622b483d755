import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ErpStatusDocument, InventoryDocument } from '../../schema/operations.generated.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { isIdle, scrape } from '../support/scrape.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

let proxy: ErpProxy;
let app: TestApp;
beforeAll(async () => {
  proxy = await ErpProxy.start();
  // Nothing is remembered: what a viewer gets is what the ERP made of the question.
  app = await startTestApp({ ...proxy.settings, ERP_STALE_MAX_SECONDS: '0' });
});
beforeEach(() => {
  proxy.questions.length = 0;
});
afterEach(async () => {
  proxy.failNext();
  proxy.refuseLogins = null;
  proxy.release();
  // A circuit that a test left open is closed again by whoever asks.
  await until(async () => (await codeOf(app)) === 'OK');
  await until(() => isIdle(app));
});
afterAll(async () => {
  await app.stop();
  await proxy.close();
});

const ask = (of: TestApp, first = 3) => of.ask(InventoryDocument, { first }, 'customer1');

/** OK, or the code of the error; a page is there whole or not at all. */
async function codeOf(of: TestApp, first = 3): Promise<string> {
  const { data, errors } = await ask(of, first);
  if (errors.length === 0) {
    expect(data?.inventory.nodes).toHaveLength(first);
    return 'OK';
  }
  expect(data?.inventory ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  const { code, retryable } = errors[0]?.extensions ?? {};
  expect(code).toBe('ERP_UNAVAILABLE');
  return retryable ? (code ?? '') : 'ERP_UNAVAILABLE for good';
}

const loud = (of: TestApp, what: string) => of.log.filter((entry) => JSON.parse(entry).msg === what);

describe('a question that another moment would answer', () => {
  test.each(['40001', '40P01', '57P01', '57P03', '08006'])('is asked again after %s', async (sqlState) => {
    const retries = await scrape(app, 'portico_erp_retries_total');
    proxy.failNext({ sqlState }, { sqlState });
    expect(await codeOf(app)).toBe('OK');
    expect(proxy.questions).toHaveLength(3);
    expect(await scrape(app, 'portico_erp_retries_total')).toBe(retries + 2);
  });

  test('is asked again where the line broke', async () => {
    proxy.failNext('cut');
    expect(await codeOf(app)).toBe('OK');
    expect(proxy.questions).toHaveLength(2);
  });

  test('is given up after three more times, and an ERP that is merely busy stays in use', async () => {
    proxy.fault = () => ({ sqlState: '40001' });
    expect(await codeOf(app)).toBe('ERP_UNAVAILABLE');
    expect(proxy.questions).toHaveLength(4);
    expect(await codeOf(app)).toBe('ERP_UNAVAILABLE');
    expect(await scrape(app, 'portico_erp_circuit', { state: 'closed' })).toBe(1);
  });
});

describe('a question that asking again would not answer', () => {
  test('is asked once, and for good where the ERP does not understand it', async () => {
    proxy.failNext({ sqlState: '42703' });
    expect(await codeOf(app)).toBe('ERP_UNAVAILABLE for good');
    proxy.failNext({ sqlState: 'XX000' });
    expect(await codeOf(app)).toBe('ERP_UNAVAILABLE');
    expect(proxy.questions).toHaveLength(2);
  });

  test('is asked once where the ERP refuses us, and one loud line says so', async () => {
    const denied = 'the ERP accepts the login, but does not let it read what the mapping reads';
    proxy.fault = () => ({ sqlState: '42501' });
    expect(await codeOf(app)).toBe('ERP_UNAVAILABLE for good');
    expect(await codeOf(app)).toBe('ERP_UNAVAILABLE for good');
    expect(proxy.questions).toHaveLength(2);
    expect(loud(app, denied)).toHaveLength(1);
    expect(JSON.parse(loud(app, denied)[0] ?? '')).toMatchObject({
      level: 50,
      err: { type: 'ErpStatementError' },
    });
  });

  test.each([
    ['28P01', 'the ERP refuses the login'],
    ['28000', "the ERP's pg_hba.conf, or the login itself, does not let ERP_USER in"],
    ['3D000', 'the ERP has no database ERP_DATABASE'],
  ])('is asked once where the login is refused with %s', async (sqlState, said) => {
    proxy.refuseLogins = sqlState;
    const fresh = await app.sibling();
    const before = proxy.connections;
    expect(await codeOf(fresh)).toBe('ERP_UNAVAILABLE');
    expect(await codeOf(fresh)).toBe('ERP_UNAVAILABLE');
    expect(proxy.connections).toBe(before + 2);
    expect(loud(fresh, said)).toHaveLength(1);
    expect(fresh.log.join()).not.toContain('ERP_PASSWORD=');
    await fresh.stop();
  });
});

describe('an ERP that is down', () => {
  test('is left alone but for a probe now and then, and is used again when it is back', async () => {
    proxy.fault = () => 'cut';
    const codes = new Set<string>();
    for (let time = 0; time < 50; time += 1) codes.add(await codeOf(app));
    expect([...codes]).toEqual(['ERP_UNAVAILABLE']);
    expect(proxy.questions.length).toBeLessThan(50);
    expect(await scrape(app, 'portico_erp_rejected_total', { reason: 'circuit' })).toBeGreaterThan(0);
    expect(await scrape(app, 'portico_erp_circuit', { state: 'closed' })).toBe(0);
    expect(app.log.filter((entry) => entry.includes('the circuit to it is open')).length).toBeGreaterThan(0);

    proxy.failNext();
    await until(async () => (await codeOf(app)) === 'OK');
    expect(await scrape(app, 'portico_erp_circuit', { state: 'closed' })).toBe(1);
  });

  test('does not stop the start, and the service heals by itself', async () => {
    await proxy.goDown();
    const early = await app.sibling();
    const ready = async () => (await (await fetch(`${early.url}/readyz`)).json()) as { status: string };
    expect(await codeOf(early)).toBe('ERP_UNAVAILABLE');
    const asked = await early.ask(ErpStatusDocument, {}, 'operations1');
    expect(asked.data?.erpStatus.recent).toEqual([{ at: expect.any(String), latencyMs: null }]);
    expect(await ready()).toMatchObject({
      status: 'degraded',
      dependencies: { database: 'up', erp: 'down' },
    });
    await proxy.comeUp();
    await until(async () => (await codeOf(early)) === 'OK');
    await until(async () => (await ready()).status === 'ready');
    await early.stop();
  });
});

describe('an ERP that is slow', () => {
  const small = { ERP_POOL_MAX: '1', ERP_QUEUE_MAX: '2' };
  const questions = (of: TestApp, state: string) => scrape(of, 'portico_erp_questions', { state });

  test('is asked a few things at a time, a few more wait, and the rest hear no at once', async () => {
    const one = await app.sibling(small);
    await one.tokenOf('customer1');
    proxy.hold();
    const running = codeOf(one, 1);
    await until(async () => (await questions(one, 'running')) === 1 && proxy.questions.length === 1);
    const waiting = [codeOf(one, 2), codeOf(one, 4)];
    await until(async () => (await questions(one, 'queued')) === 2);
    expect(await codeOf(one, 5)).toBe('ERP_UNAVAILABLE');
    expect(await scrape(one, 'portico_erp_rejected_total', { reason: 'queue' })).toBe(1);
    expect(proxy.questions).toHaveLength(1);
    proxy.release();
    expect(await Promise.all([running, ...waiting])).toEqual(['OK', 'OK', 'OK']);
    await until(() => isIdle(one));

    // A question that waited runs as the request that asked it.
    const requests = one.log.map((entry) => JSON.parse(entry) as { erpQueries?: number });
    const counts = requests.map(({ erpQueries }) => erpQueries).filter((count) => count !== undefined);
    expect(counts).toEqual([1, 1, 1]);
    await one.stop();
  });

  test('holds up nobody behind those who went away while they waited', async () => {
    const one = await app.sibling(small);
    const token = await one.tokenOf('customer1');
    proxy.hold();
    const running = codeOf(one, 1);
    await until(() => proxy.questions.length === 1);
    const caller = new AbortController();
    const impatient = fetch(`${one.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ inventory(first: 7) { nodes { id } } }' }),
      signal: caller.signal,
    }).catch(() => 'went away');
    await until(async () => (await questions(one, 'queued')) === 1);
    const patient = codeOf(one, 2);
    await until(async () => (await questions(one, 'queued')) === 2);
    caller.abort();
    await until(async () => (await scrape(one, 'portico_http_requests_total', { status: '499' })) === 1);
    proxy.release();
    expect(await Promise.all([running, impatient, patient])).toEqual(['OK', 'went away', 'OK']);
    expect(proxy.questions).toHaveLength(2);
    await until(() => isIdle(one));
    await one.stop();
  });

  test('has until the deadline, the waiting included, and takes nothing with it', async () => {
    const one = await app.sibling({ ...small, ERP_QUERY_TIMEOUT_MS: '500' });
    const status = async () => (await one.ask(ErpStatusDocument, {}, 'operations1')).data?.erpStatus;
    await until(async () => (await codeOf(one)) === 'OK');
    expect(await status()).toMatchObject({ lastError: null, lastErrorAt: null, recentFailureRate: 0 });
    proxy.questions.length = 0;
    proxy.hold();
    expect(await Promise.all([codeOf(one, 1), codeOf(one, 2)])).toEqual([
      'ERP_UNAVAILABLE',
      'ERP_UNAVAILABLE',
    ]);
    // The server says who it is, which is no news of its inventory.
    await until(async () => (await status())?.reachable === true);
    // One every ten seconds at most, of the server alone: what is asked of the inventory is something else each time.
    expect((await status())?.recent[0]).toEqual({ at: expect.any(String), latencyMs: expect.any(Number) });
    expect(await status()).toMatchObject({
      lastError: 'the ERP cannot be reached, or does not answer in time',
      lastErrorAt: expect.any(String),
    });
    expect((await status())?.recentFailureRate).toBeGreaterThan(0);
    proxy.release();
    await until(async () => (await codeOf(one, 4)) === 'OK');
    expect(await status()).toMatchObject({ lastError: null, lastErrorAt: null });
    await until(() => isIdle(one));
    await one.stop();
  });
});
