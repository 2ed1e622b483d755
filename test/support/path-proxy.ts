import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';

/** A proxy that serves another server below a path of its own. */
export interface PathProxy {
  /** Where it listens, without the path. */
  url: string;
  close(): Promise<void>;
}

/** What the proxy says where it has nothing to pass on. */
export const NOT_PASSED_ON = 'the proxy has nothing here';

/**
 * Starts a proxy that passes on what is below a path, with the path or without, as proxies are set up.
 *
 * @param sockets whether it lets WebSockets through
 */
export async function startPathProxy(
  target: string,
  { path, strip, sockets = false }: { path: string; strip: boolean; sockets?: boolean },
): Promise<PathProxy> {
  const { hostname, port } = new URL(target);
  const restOf = (wanted = '') => wanted.slice(path.length).replace(/^(?!\/)/, '/');
  const passOn = (from: IncomingMessage, to: ServerResponse) => {
    const wanted = from.url ?? '';
    if (!/^[/?]?$/.test(wanted.slice(path.length, path.length + 1)) || !wanted.startsWith(path)) {
      to.writeHead(404).end(NOT_PASSED_ON);
      return;
    }
    // These are about the connection with the proxy itself.
    const { connection: _, upgrade: __, ...others } = from.headers;
    const headers = { ...others, 'x-forwarded-for': from.socket.remoteAddress ?? '' };
    const options = { hostname, port, method: from.method, path: strip ? restOf(wanted) : wanted, headers };
    const onward = request(options, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  };
  const server = createServer(passOn);
  const open = new Set<Duplex>();
  if (sockets) {
    server.on('upgrade', (from: IncomingMessage, socket: Duplex, head: Buffer) => {
      open.add(socket);
      const path = strip ? restOf(from.url) : from.url;
      passUpgradeOn({ from, socket, head }, connect(Number(port), hostname), path);
    });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Sends a request for a WebSocket on as it came, and then whatever either side sends. */
function passUpgradeOn(
  { from, socket, head }: { from: IncomingMessage; socket: Duplex; head: Buffer },
  onward: Duplex,
  path: string | undefined,
): void {
  const lines = [`${from.method} ${path} HTTP/1.1`];
  for (let at = 0; at < from.rawHeaders.length; at += 2)
    lines.push(`${from.rawHeaders[at]}: ${from.rawHeaders[at + 1]}`);
  onward.write(`${lines.join('\r\n')}\r\n\r\n`);
  onward.write(head);
  pipeline(socket, onward, socket, () => onward.destroy());
}
