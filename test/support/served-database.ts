import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { newDatabase, serverUrl } from './postgres-server.mjs';

/** An empty database at an address of its own, over a line that can go dead. */
export interface ServedDatabase {
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

/** A connection to the server to test on, which a line passes on. */
export function connectToServer(): Socket {
  const { hostname, port } = new URL(serverUrl());
  return connect(Number(port || 5432), hostname).setNoDelay(true);
}

export async function serveDatabase(): Promise<ServedDatabase> {
  const database = await newDatabase();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const session = connectToServer();
    socket.on('data', (data) => {
      if (served.dead) served.lost += 1;
      else session.write(data);
    });
    session.on('data', (data: Buffer) => served.dead || socket.write(data));
    session.on('error', () => socket.destroy());
    session.on('close', () => socket.end());
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      session.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(database.url);
  [url.hostname, url.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  const served: ServedDatabase = {
    url: url.href,
    dead: false,
    lost: 0,
    reset: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await database.drop();
    },
  };
  return served;
}
