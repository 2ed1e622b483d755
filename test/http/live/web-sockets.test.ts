import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { InventoryChangedDocument, ViewerChangedDocument } from '../../../schema/operations.generated.js';
import { connectLive } from '../../support/live.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    LIVE_INTERVAL_SECONDS: '1',
    CORS_ORIGINS: 'https://other.example',
    APP_BASE_URL: 'https://portal.example/stock',
  });
});
afterAll(() => app.stop());

/** Opens a bare connection. @returns the status with which it is refused, or the code with which it is closed */
async function open(
  {
    path = '/graphql',
    protocol = 'graphql-transport-ws',
    send = '',
  }: { path?: string; protocol?: string; send?: string },
  headers: Record<string, string> = {},
): Promise<number> {
  const address = `${app.url.replace('http', 'ws')}${path}`;
  const socket = new WebSocket(address, protocol ? [protocol] : [], { headers });
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('close', (code) => resolve(code));
    socket.on('open', () => {
      if (send) socket.send(send);
      else socket.close(1000);
    });
  });
}

describe('a WebSocket opens', () => {
  test.each([
    ['for a program', {}, 1000],
    ['for a page of its own', { origin: '' }, 1000],
    ['for a page of its public address', { origin: 'https://portal.example' }, 1000],
    ['for a page that may read its answers', { origin: 'https://other.example' }, 1000],
    ['not for a page of another site', { origin: 'https://evil.example' }, 403],
    ['not for a page without an origin', { origin: 'null' }, 403],
  ])('%s', async (_, headers, outcome) => {
    const own = 'origin' in headers && headers.origin === '' ? { origin: app.url } : headers;
    expect(await open({}, own as Record<string, string>)).toBe(outcome);
  });

  test.each([
    ['below the path of its public address', { path: '/stock/graphql' }, 1000],
    ['nowhere else', { path: '/graphq' }, 404],
    ['not where there is a page', { path: '/login' }, 200],
    ['not without a protocol', { protocol: '' }, 4406],
    ['not for what is no message', { send: 'hello' }, 4400],
    ['not for what is too long', { send: 'x'.repeat(300_000) }, 1009],
    [
      'not before it is said who it is',
      { send: '{"type":"subscribe","id":"1","payload":{"query":""}}' },
      4401,
    ],
    [
      'not for a wrong token',
      { send: '{"type":"connection_init","payload":{"authorization":"Bearer x"}}' },
      4403,
    ],
    [
      'not for an authorization that is no text',
      { send: '{"type":"connection_init","payload":{"authorization":{}}}' },
      4403,
    ],
  ])('%s', async (_, opening, outcome) => {
    expect(await open(opening)).toBe(outcome);
  });
});

describe('over a WebSocket', () => {
  test('only subscriptions run, and a mutation has not', async () => {
    const live = await connectLive(app, 'customer2');
    const refused = live.watch('mutation { logoutEverywhere }');
    expect(await refused.end()).toEqual(['BAD_USER_INPUT']);
    expect(await live.watch('{ viewer { role } }').end()).toEqual(['BAD_USER_INPUT']);
    const { data } = await app.ask('{ viewer { role } }', {}, 'customer2');
    expect(data).toEqual({ viewer: { role: 'CUSTOMER' } });
  });

  test.each([
    ['what is no document', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a field under a condition',
      'subscription ($no: Boolean! = false) { viewerChanged @skip(if: $no) { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'two at once',
      'subscription { a: viewerChanged { __typename } b: viewerChanged { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'what would ask the ERP for each watcher',
      `subscription { inventoryChanged { changes { ... on InventoryItemChanged {
         item { erpCustomer { inventory { totalCount } } } } } } }`,
      'BAD_USER_INPUT',
    ],
    [
      'what is too deep',
      `subscription { inventoryChanged { changes ${'{ ... on InventoryItemChanged { item { erpCustomer { inventory { nodes'.repeat(4)} { id } ${'} } } } }'.repeat(4)} } }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a filter with a word too many',
      `subscription { inventoryChanged(filter: { partNumber: { contains: "${'a '.repeat(200)}" } }) { asOf } }`,
      'BAD_USER_INPUT',
    ],
  ])('%s is refused, with its code', async (_, document, code) => {
    const live = await connectLive(app, 'customerall');
    expect(await live.watch(document).end()).toEqual([code]);
  });

  test('an operation has a line in the log with who and what, and the token is nowhere', async () => {
    const live = await connectLive(app, 'customer1');
    const watched = live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } });
    await watched.atLeast(1);
    watched.leave();
    const lines = () => app.log.filter((line) => line.includes('"subscription ended"'));
    await until(() => lines().some((line) => line.includes('InventoryChanged')));
    const line = lines().find((one) => one.includes('InventoryChanged')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      req: { method: 'SUBSCRIBE', path: '/graphql' },
      operation: { name: 'InventoryChanged', type: 'subscription' },
    });
    expect(JSON.parse(line).userId).toMatch(/^[\da-f-]{36}$/);
    expect(app.log.join('')).not.toContain(await app.tokenOf('customer1'));
    const metrics = async () => (await fetch(`${app.url}/metrics`)).text();
    await until(async () => (await metrics()).includes('portico_live_streams{transport="websocket"} 0'));
    expect(await metrics()).toMatch(/portico_live_events_total\{transport="websocket"\} [1-9]/);
  });

  test('only trusted documents run where only they may', async () => {
    const strict = await app.sibling({ TRUSTED_DOCUMENTS: 'only' });
    const live = await connectLive(strict, 'customer1');
    expect(await live.watch('subscription { viewerChanged { __typename } }').end()).toEqual(['FORBIDDEN']);
    const known = live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } });
    await known.atLeast(1);
    expect(known.refused).toBeNull();
    await strict.stop();
  });

  test('each login may ask so often', async () => {
    const limited = await app.sibling({ RATE_LIMIT_PER_USER: '3' });
    const live = await connectLive(limited, { token: await limited.tokenOf('customer2') });
    const filter = { lot: { equals: 'none' } };
    const first = live.watch(InventoryChangedDocument, { filter });
    await first.atLeast(1);
    const ends = [1, 2, 3].map(() => live.watch(InventoryChangedDocument, { filter }));
    await until(() => ends.some(({ ended }) => ended));
    // Whichever was counted last.
    expect(await ends.find(({ ended }) => ended)?.end()).toEqual(['RATE_LIMITED']);
    await limited.stop();
  });

  test('an instance that stops says that another one is there', async () => {
    const stopping = await app.sibling();
    const live = await connectLive(stopping, 'customer1');
    await live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } }).atLeast(1);
    live.watch(ViewerChangedDocument);
    await stopping.stop();
    await until(() => live.closed !== null);
    expect(live.closed).toEqual({ code: 1012, reason: 'This instance is stopping; connect again.' });
  });
});

test('a client that says no goodbye does not keep an instance from stopping', async () => {
  const stopping = await app.sibling();
  const live = await connectLive(stopping, 'customer1');
  await live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } }).atLeast(1);
  live.pause();
  const began = performance.now();
  await stopping.stop();
  // Two seconds for the goodbye. The protocol's own time for it is thirty.
  expect(performance.now() - began).toBeLessThan(25_000);
});

test('whoever signs out can no longer ask over an open connection', async () => {
  const token = await app.tokenOf('customer2');
  const live = await connectLive(app, { token });
  await live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } }).atLeast(1);
  await app.database(
    `update session set revoked_at = now() where user_id = (select id from portal_user where username = 'customer2')`,
  );
  live.watch(ViewerChangedDocument);
  await until(() => live.closed !== null);
  expect(live.closed?.code).toBe(4403);
});

describe('a request that asks for another protocol than WebSocket, or for it elsewhere', () => {
  test('gets a long answer whole', async () => {
    const script = /src="([^"]+\.js)"/.exec(await (await fetch(`${app.url}/login`)).text())?.[1] ?? '';
    const address = new URL(script, `${app.url}/`);
    const plain = await (await fetch(address)).text();
    const { request } = await import('node:http');
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const length = await new Promise<number>((resolve, reject) => {
      const sent = request(address, { headers }, (response) => {
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        response.on('end', () => resolve(bytes));
      });
      sent.on('error', reject).end();
    });
    expect(length).toBe(Buffer.byteLength(plain));
  });

  test('is answered as if it did not ask, with its body', async () => {
    const { request } = await import('node:http');
    const body = JSON.stringify({ query: '{ viewer { role } }' });
    const headers = {
      'content-type': 'application/json',
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
    };
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request(`${app.url}/graphql`, { method: 'POST', headers }, (response) => {
        let all = '';
        response.setEncoding('utf8').on('data', (part) => {
          all += part;
        });
        response.on('end', () => resolve(all));
      });
      sent.on('error', reject).end(body);
    });
    expect(JSON.parse(text)).toEqual({ data: { viewer: null } });
  });
  test('may do so many times on one connection', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    onTestFinished(() => {
      process.off('warning', note);
    });
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    for (let time = 1; time <= 15; time += 1) {
      socket.write(
        'GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\n\r\n',
      );
      await until(() => text.split('HTTP/1.1 200 ').length > time);
    }
    socket.destroy();
    expect(warnings).toEqual([]);
  });
});
