import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InventoryCountDocument, ViewerDocument } from '../schema/operations.generated.js';
import { demoDatabase } from './support/demo-database.js';
import { cleanUp, startPortico, workFolder } from './support/spawn-portico.js';

/** Takes connections and never says a word, as a server does whose disk is gone. */
let silent: Server;
let database: Awaited<ReturnType<typeof demoDatabase>>;
const sockets = new Set<Socket>();
beforeAll(async () => {
  database = await demoDatabase();
  silent = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await cleanUp();
  await database.drop();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

test.concurrent.each(['mssql', 'postgres'])(
  'an ERP on %s that hangs holds up neither health checks nor the stop',
  async (kind) => {
    const { port } = silent.address() as AddressInfo;
    const portico = await startPortico({
      folder: workFolder(),
      settings: {
        DATABASE_URL: database.url,
        ERP_KIND: kind,
        ERP_HOST: '127.0.0.1',
        ERP_PORT: String(port),
        ERP_DATABASE: 'x',
        ERP_USER: 'x',
        ERP_PASSWORD: 'x',
        ERP_ENCRYPT: 'false',
        ERP_QUERY_TIMEOUT_MS: '60000',
      },
    });
    const ready = await fetch(`${portico.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'degraded', dependencies: { database: 'up', erp: 'down' } },
    ]);

    const signedIn = await portico.signIn('customer1', 'password123');
    const token = 'token' in signedIn ? signedIn.token : '';
    const hanging = portico.ask(InventoryCountDocument, {}, token).catch(() => 'cut off');
    // Once a later request is answered, the one that hangs is there too.
    await portico.ask(ViewerDocument, {}, token);
    const asked = performance.now();
    expect((await portico.end('SIGTERM')).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    await hanging;
  },
);
