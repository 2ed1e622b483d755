import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that serves another server below a path of its own. */
export interface PathProxy {
  /** Where it listens, without the path. */
  url: string;
  close(): Promise<void>;
}

/** What the proxy says where it has nothing to pass on. */
export const NOT_PASSED_ON = 'the proxy has nothing here';

/** Starts a proxy that passes on what is below a path, with the path or without, as proxies are set up. */
export async function startPathProxy(
  target: string,
  { path, strip }: { path: string; strip: boolean },
): Promise<PathProxy> {
  const { hostname, port } = new URL(target);
  const passOn = (from: IncomingMessage, to: ServerResponse) => {
    const wanted = from.url ?? '';
    if (!/^[/?]?$/.test(wanted.slice(path.length, path.length + 1)) || !wanted.startsWith(path)) {
      to.writeHead(404).end(NOT_PASSED_ON);
      return;
    }
    const rest = wanted.slice(path.length);
    const passed = rest.startsWith('/') ? rest : `/${rest}`;
    const headers = { ...from.headers, 'x-forwarded-for': from.socket.remoteAddress ?? '' };
    const options = { hostname, port, method: from.method, path: strip ? passed : wanted, headers };
    const onward = request(options, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  };
  const server = createServer(passOn);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
