import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.js';

const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** A PostgreSQL server, or somebody on the way to it, that says it has no TLS. */
let server: Server;
let port: number;
let received: Buffer[];
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk);
      socket.write('N');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  received = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const url = (parameters: string) => ({
  DATABASE_URL: `postgres://portico:canary-password@127.0.0.1:${port}/portico?${parameters}`,
});

test.each<[string, () => Record<string, string>]>([
  ['sslmode=require', () => url('sslmode=require')],
  ['sslmode=verify-full', () => url('sslmode=verify-full')],
  ['sslmode=no-verify', () => url('sslmode=no-verify')],
  ['sslmode=prefer', () => url('sslmode=prefer')],
  ['DB_SSL', () => ({ ...url(''), DB_SSL: 'true' })],
  [
    'DB_SSL with DB_HOST',
    () => ({ DB_HOST: '127.0.0.1', DB_PORT: String(port), DB_PASSWORD: 'canary-password', DB_SSL: 'true' }),
  ],
])(
  'a local database without TLS is sent nothing but the question for it, with %s',
  async (_what, settings) => {
    const { code, stdout, stderr } = await runCommand(['migrate'], { settings: settings() });
    expect(code).toBe(1);
    expect(Buffer.concat(received)).toEqual(SSL_REQUEST);
    expect(stderr).toMatch(/SSL/);
    expect(stdout + stderr).not.toContain('canary-password');
  },
);
