import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { ifConnected } from '../../src/db/pool.js';
import {
  type AuthenticationDependencies,
  authenticate,
} from '../../src/features/identity/sessions/authenticate.js';
import { limitInMemory } from '../../src/shared/rate-limit.js';

const CLIENT = { ip: null, network: '-', userAgent: null, deviceCookie: null };
const LIMIT = limitInMemory(100);

test('a database that is silent, or has no free connection, is busy for a while and no fault of ours', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => sockets.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const pool = new pg.Pool({ host: '127.0.0.1', port, max: 1, connectionTimeoutMillis: 50 });
  const find = async () => {
    await pool.connect();
    return null;
  };
  const dependencies: AuthenticationDependencies = {
    sessions: { find },
    accessTokens: { verify: () => ({ sessionId: '1' }) as never },
    apiKeys: { find },
    perUser: LIMIT,
    filesPerUser: LIMIT,
    perApiKey: LIMIT,
  };
  const busy = {
    code: 'INTERNAL_SERVER_ERROR',
    message: 'The database is too busy at the moment; try again later.',
    extensions: { retryable: true, retryAfterSeconds: 30 },
  };
  // The first waits for the server, the second for the first.
  await Promise.all(
    [`Bearer ptk_${'x'.repeat(43)}`, 'Bearer a.b.c'].map((header) =>
      expect(authenticate(dependencies, header, CLIENT)).rejects.toMatchObject(busy),
    ),
  );
  await expect(ifConnected(Promise.reject(new Error('another fault')))).rejects.toThrow('another fault');
  await pool.end();
  for (const socket of sockets) socket.destroy();
  silent.close();
});
