import { type IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import { refuse } from '../answer-error.js';
import { withoutBasePath } from '../base-path.js';
import type { SocketOpening } from './web-sockets.js';

/** What came behind the headers of the requests that ask for a WebSocket. */
const heads = new WeakMap<IncomingMessage, Buffer>();

/** The sockets whose errors are heard. One that is kept may ask many times. */
const guarded = new WeakSet<Socket>();

/** Headers that ask for another protocol. */
const UPGRADING = /^(upgrade|connection|http2-settings)$/i;

/** A request that is refused must be read, and its answer, within this time. */
const REFUSAL_MS = 10_000;

/**
 * Serves requests that ask for another protocol on the same connection. For a WebSocket at /graphql, everything that is in front
 * of other requests is in front of it too: it can be refused like any of them. Elsewhere, and for all other protocols, the request
 * is answered as if it did not ask, as HTTP has it (RFC 9110, section 7.8). Node does so only as long as nobody listens for upgrades.
 */
export function serveUpgrades(server: Server, serve: RequestListener, basePath: string): void {
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!guarded.has(socket)) socket.on('error', () => socket.destroy());
    guarded.add(socket);
    const [path] = withoutBasePath(request.url ?? '', basePath).split('?');
    if (request.headers.upgrade?.toLowerCase() !== 'websocket' || path !== '/graphql') {
      serveWithoutUpgrade(server, request, socket, head);
      return;
    }
    socket.setTimeout(REFUSAL_MS, () => socket.destroy());
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => socket.destroySoon());
    heads.set(request, head);
    serve(request, response);
  });
}

/** Has the server read the request anew, without the headers that ask for the other protocol. */
function serveWithoutUpgrade(server: Server, request: IncomingMessage, socket: Socket, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!UPGRADING.test(name)) lines.push(`${name}: ${rawHeaders[index + 1]}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

/** What making WebSockets of requests needs. */
export interface UpgradeInput {
  /** Whether a page of this origin may open one. */
  mayOpen: (origin: string, request: Request) => boolean;
  factsOf: (request: Request, response: Response) => SocketOpening['facts'];
  open: (opening: SocketOpening) => void;
}

/** Makes a WebSocket of a request that asks for one. The page that asks must be of this site, or of one that is allowed. */
export function webSocketUpgrade({ mayOpen, factsOf, open }: UpgradeInput): RequestHandler {
  return (request, response, next) => {
    const head = heads.get(request);
    const { socket } = response;
    if (!head || !socket) {
      next();
      return;
    }
    const { origin } = request.headers;
    if (origin !== undefined && !mayOpen(origin, request)) {
      refuse(request, response, 403, 'A page of another site must not open a WebSocket here.');
      return;
    }
    const facts = factsOf(request, response);
    response.detachSocket(socket);
    open({ request, socket, head, facts });
    // For the log and the metrics, the request ends here.
    response.statusCode = 101;
    response.emit('close');
  };
}
