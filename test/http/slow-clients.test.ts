import { Agent } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryCountDocument } from '../../schema/operations.generated.js';
import { get, holdRequest } from '../support/held-request.js';
import { connectRaw } from '../support/raw-client.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

const VIEWER = '{"query":"{ viewer { role } }"}';
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
/** Limits that no test reaches, so that only the one in question can close a connection. */
const LONG = '600000';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** An instance on which one timeout is short. */
const impatient = (settings: Record<string, string>) =>
  app.sibling({
    HTTP_HEADERS_TIMEOUT_MS: LONG,
    HTTP_REQUEST_TIMEOUT_MS: LONG,
    HTTP_IDLE_TIMEOUT_MS: LONG,
    ...settings,
  });

/** Sends a byte now and then, for as long as the other side listens. */
function drip(socket: Socket, byte: string): void {
  const timer = setInterval(() => socket.write(byte), 20);
  socket.once('close', () => clearInterval(timer));
}

describe('a connection is closed', () => {
  let headers: TestApp;
  let whole: TestApp;
  let idle: TestApp;
  beforeAll(async () => {
    headers = await impatient({ HTTP_HEADERS_TIMEOUT_MS: '300' });
    whole = await impatient({ HTTP_HEADERS_TIMEOUT_MS: '300', HTTP_REQUEST_TIMEOUT_MS: '600' });
    idle = await impatient({ ERP_QUERY_TIMEOUT_MS: '500', HTTP_IDLE_TIMEOUT_MS: '600' });
  });

  test('on which nothing comes', async () => {
    expect(await connectRaw(headers.url).closed).not.toContain('200 OK');
  });

  test('on which headers come a byte at a time', async () => {
    const { socket, closed } = connectRaw(headers.url);
    socket.write(`${HEAD}x-slow: `);
    drip(socket, 'a');
    expect(await closed).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  test('on which a body comes a byte at a time', async () => {
    const { socket, closed } = connectRaw(whole.url);
    socket.write(`${HEAD}content-length: 100000\r\n\r\n{`);
    drip(socket, ' ');
    expect(await closed).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  test('on which chunks of a body come a byte at a time', async () => {
    const { socket, closed } = connectRaw(whole.url);
    socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
    drip(socket, '1\r\n \r\n');
    expect(await closed).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  test('that stays open after its answer and asks nothing more', async () => {
    const { socket, closed } = connectRaw(idle.url);
    socket.write(`${HEAD}content-length: ${VIEWER.length}\r\n\r\n${VIEWER}`);
    expect(await closed).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"viewer":null/);
  });

  test('whose answers nobody takes', async () => {
    const { socket } = connectRaw(idle.url);
    socket.pause();
    // More than the buffers of both sides hold.
    for (let i = 0; i < 30; i += 1) socket.write('GET /playground/main.js HTTP/1.1\r\nhost: x\r\n\r\n');
    await until(() =>
      idle.log.some((line) => line.includes('/playground/main.js') && line.includes('abort')),
    );
    socket.destroy();
  });
});

describe('headers without end are refused', () => {
  test.each([
    ['one of 100 KB', `x-long: ${'a'.repeat(100_000)}\r\n`],
    ['ten thousand small ones', Array.from({ length: 10_000 }, (_, i) => `x${i}: y\r\n`).join('')],
    ['a long cookie', `cookie: ${'a=b; '.repeat(4_000)}\r\n`],
  ])('%s', async (_what, lines) => {
    const { socket, closed } = connectRaw(app.url);
    socket.write(`${HEAD}${lines}content-length: ${VIEWER.length}\r\n\r\n${VIEWER}`);
    expect(await closed).toMatch(/^(HTTP\/1\.1 431 |$)/);
  });

  test('and so is a long address', async () => {
    const { socket, closed } = connectRaw(app.url);
    socket.write(`GET /graphql?query=${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(await closed).toMatch(/^(HTTP\/1\.1 (431|414) |$)/);
  });

  test('but as many as any browser sends are read, to the last', async () => {
    const lines = Array.from({ length: 1_500 }, (_, i) => `x${i}: y\r\n`).join('');
    const token = await app.tokenOf('customer1');
    const { socket, closed } = connectRaw(app.url);
    socket.write(
      `${HEAD}${lines}connection: close\r\nauthorization: Bearer ${token}\r\n` +
        `content-length: ${VIEWER.length}\r\n\r\n${VIEWER}`,
    );
    expect(await closed).toMatch(/"role":"CUSTOMER"/);
  });
});

describe('whoever is merely slow is served', () => {
  test('with many questions on one connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const first = await get(`${app.url}/healthz`, agent);
      const others = [];
      for (let i = 0; i < 20; i += 1) others.push(await get(`${app.url}/healthz`, agent));
      expect([first, ...others].map(({ status }) => status)).toEqual(Array(21).fill(200));
      expect(others.every(({ reusedConnection }) => reusedConnection)).toBe(true);
    } finally {
      agent.destroy();
    }
  });

  test('by an ERP that takes longer than a request may', async () => {
    const silent = createServer((socket) => socket.on('error', () => {}));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const instance = await impatient({
      HTTP_HEADERS_TIMEOUT_MS: '100',
      HTTP_REQUEST_TIMEOUT_MS: '200',
      ERP_QUERY_TIMEOUT_MS: '3000',
      ERP_KIND: 'postgres',
      ERP_HOST: '127.0.0.1',
      ERP_PORT: String((silent.address() as AddressInfo).port),
      ERP_DATABASE: 'x',
      ERP_USER: 'x',
      ERP_PASSWORD: 'x',
      ERP_ENCRYPT: 'false',
    });
    try {
      const { errors } = await instance.ask(InventoryCountDocument, {}, 'customer1');
      expect(errors[0]?.extensions.code).toBe('ERP_UNAVAILABLE');
    } finally {
      await instance.stop();
      silent.close();
    }
  });

  test('with a body in two halves', async () => {
    const agent = new Agent();
    const held = await holdRequest(`${app.url}/graphql`, agent, VIEWER);
    expect(await held.finish()).toMatchObject({ status: 200 });
  });
});
