import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { tlsIdentity } from './tls-identity.js';

/** Stands before a PostgreSQL server that has no TLS, and speaks TLS to clients in its place. */
export async function startTlsFront(target: {
  host: string;
  port: number;
}): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    // The first message asks whether there is TLS.
    socket.once('data', () => {
      socket.write('S');
      const inClear = new TLSSocket(socket, { isServer: true, ...tlsIdentity() });
      const server = connect(target.port, target.host);
      inClear.on('error', () => server.destroy());
      server.on('error', () => inClear.destroy());
      inClear.pipe(server).pipe(inClear);
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    port: (front.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}
