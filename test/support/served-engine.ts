import { type AddressInfo, createServer, type Socket } from 'node:net';
import { EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';

/** An empty database at an address of its own, over a line that can go dead. */
export interface ServedEngine {
  /** postgres://… */
  url: string;
  /** While it is set connections stay, and nothing comes through any more: what is under way is lost. */
  dead: boolean;
  /** How often something didn't come through. */
  lost: number;
  /** Breaks all connections, as a failing network does. */
  reset(): void;
  close(): Promise<void>;
}

/** Serves an embedded engine as if it were a server. */
export async function serveEngine(): Promise<ServedEngine> {
  const engine = await EmbeddedPostgres.inMemory();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const session = engine.connect();
    socket.on('data', (data) => {
      if (served.dead) served.lost += 1;
      else session.write(data);
    });
    session.on('data', (data: Buffer) => served.dead || socket.write(data));
    socket.on('error', () => {});
    socket.on('close', () => session.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: ServedEngine = {
    url: `postgres://portico:portico@127.0.0.1:${port}/postgres`,
    dead: false,
    lost: 0,
    reset: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
  return served;
}
