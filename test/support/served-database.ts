import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { newDatabase, serverUrl } from './postgres-server.mjs';

/** An empty database at an address of its own, over a line that can go dead. */
export interface ServedDatabase {
  /** postgres://… */
  url: string;
  /** While it is set connections stay, and nothing comes through: it waits at the line, as where a network is cut. */
  dead: boolean;
  /** How often something has had to wait. */
  held: number;
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
  const waiting: (() => void)[] = [];
  let dead = false;
  const pass = (write: () => void) => {
    if (!dead) return write();
    served.held += 1;
    waiting.push(write);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    const session = connectToServer();
    socket.on('data', (data) => pass(() => session.write(data)));
    session.on('data', (data: Buffer) => pass(() => socket.write(data)));
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
    get dead() {
      return dead;
    },
    set dead(isDead) {
      dead = isDead;
      if (!dead) for (const write of waiting.splice(0)) write();
    },
    held: 0,
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
