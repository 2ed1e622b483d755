import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryChangedDocument } from '../../../schema/operations.generated.js';
import { ApiKeys } from '../../support/api-keys.js';
import { trailWhere } from '../../support/audit-trail.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    LIVE_INTERVAL_SECONDS: '1',
    HTTP_IDLE_TIMEOUT_MS: '3000',
    ERP_QUERY_TIMEOUT_MS: '2500',
  });
});
afterAll(() => app.stop());

const query = print(InventoryChangedDocument);
const variables = { filter: { lot: { equals: 'SSE' } } };

interface Opening {
  at?: TestApp;
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Asks for events by POST. */
async function open({ at = app, token, body = { query, variables }, headers = {} }: Opening = {}) {
  const bearer = token === undefined ? await at.tokenOf('customer1') : token;
  const left = new AbortController();
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: left.signal,
  });
  const stream = { text: '', ended: false, leave: () => left.abort() };
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const part of response.body ?? [])
        stream.text += decoder.decode(part as Uint8Array, { stream: true });
    } catch {}
    stream.ended = true;
  })();
  return { response, stream };
}

/** The data of the events. */
const dataOf = ({ text }: { text: string }) =>
  [...text.matchAll(/^event: next\ndata: (.*)$/gm)].map(([, json = '']) => JSON.parse(json));

describe('server-sent events', () => {
  test('tell what changes, and something now and then so that nobody hangs up', async () => {
    const { response, stream } = await open();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-store');
    await until(() => dataOf(stream).length === 1);
    await app.erp(
      `insert into erp.stock (stock_no, owner_name, item_code, lot_no, whse, uom, qty_on_hand, qty_allocated)
       values (7100001, 'Acme Beverages', E'two\\nlines', 'SSE', 'SYD1', 'EA', 1, 0)`,
    );
    await until(() => dataOf(stream).length === 2);
    const [, { data }] = dataOf(stream);
    expect(data.inventoryChanged.changes).toMatchObject([{ item: { partNumber: 'two\nlines' } }]);
    await until(() => stream.text.includes(':\n\n'));
    stream.leave();
    const metrics = async () => (await fetch(`${app.url}/metrics`)).text();
    await until(async () => (await metrics()).includes('portico_live_streams{transport="sse"} 0'));
  });

  test('come by GET too, from a page that asks whether it may', async () => {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const ask = async (headers: Record<string, string>, more = '') => {
      const left = new AbortController();
      const response = await fetch(`${app.url}/graphql?${search}${more}`, {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${await app.tokenOf('customer1')}`,
          ...headers,
        },
        signal: left.signal,
      });
      left.abort();
      return response.status;
    };
    expect(await ask({ 'apollo-require-preflight': 'true' })).toBe(200);
    expect(await ask({})).toBe(400);
    expect(await ask({ 'apollo-require-preflight': 'true' }, '&extensions={')).toBe(400);
  });

  test.each([
    ['who is nobody', { token: null }, 'UNAUTHENTICATED'],
    ['a query', { body: { query: '{ viewer { role } }' } }, 'BAD_USER_INPUT'],
    ['an unknown field', { body: { query: 'subscription { nothing }' } }, 'GRAPHQL_VALIDATION_FAILED'],
    ['no document', { body: {} }, 'BAD_REQUEST'],
  ])('end at once for %s, with the reason', async (_, opening, code) => {
    const { response, stream } = await open(opening);
    expect(response.status).toBe(200);
    await until(() => stream.ended);
    expect(dataOf(stream)).toMatchObject([{ errors: [{ extensions: { code } }] }]);
    expect(stream.text.endsWith('event: complete\ndata:\n\n')).toBe(true);
  });

  test('are refused to an API key, which is audited', async () => {
    const { secret } = await new ApiKeys(app).made({ name: 'Events' });
    const { stream } = await open({ token: secret });
    await until(() => stream.ended);
    expect(dataOf(stream)).toMatchObject([{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
    const trail = await trailWhere(app, "action = 'AUTHORIZATION_DENIED' and actor_name like $1", '%Events%');
    expect(trail.map(({ target }) => target)).toEqual(['inventoryChanged']);
  });

  test.each([
    ['a body that is no operation', { body: { query: 1 } }, 400],
    ['variables that are a list', { body: { query, variables: [] } }, 400],
    ['a body that is no JSON', { body: '{' }, 400],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 415],
    ['what no answer can be', { headers: { accept: 'image/png' } }, 406],
  ])('are not begun for %s', async (_, opening, status) => {
    const { response, stream } = await open(opening);
    expect(response.status).toBe(status);
    stream.leave();
  });

  test('end without an end when the instance stops, so that the client asks another one', async () => {
    const stopping = await app.sibling();
    const { stream } = await open({ at: stopping });
    await until(() => dataOf(stream).length === 1);
    await stopping.stop();
    await until(() => stream.ended);
    expect(stream.text).not.toContain('complete');
  });
});
