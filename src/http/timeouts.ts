import type { IncomingMessage, Server, ServerOptions } from 'node:http';

/** How long a connection may hold its socket without progress, in milliseconds. */
export interface Timeouts {
  /** Until the headers are complete, counted from the opening of the connection or from the request's first byte. */
  headersMs: number;
  /** Until the request is complete, counted from its headers. */
  requestMs: number;
  /** The same of a file that is uploaded, counted from the request's first byte. Never shorter than `requestMs`. */
  uploadMs: number;
  /**
   * Without a byte in either direction: between requests, while a response is prepared, or if the client reads nothing.
   */
  idleMs: number;
}

const MAX_HEADER_BYTES = 16 * 1024;
/** How often Node checks for requests that are over their timeout. */
const CHECK_EVERY_MS = 1_000;
const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

const arriving = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Node's server options that prevent slow or stuck clients from using up all connections. */
export function serverOptions({ headersMs, requestMs, uploadMs, idleMs }: Timeouts): ServerOptions {
  return {
    headersTimeout: headersMs,
    // Node has one timeout for all requests. `endSlowRequests` ends those sooner that are no uploads.
    requestTimeout: Math.max(requestMs, uploadMs),
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: CHECK_EVERY_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
}

/** Sets the idle timeout, which Node allows only on an existing server. */
export function endIdleSockets(server: Server, { idleMs }: Timeouts): void {
  server.timeout = idleMs;
  // No limit on the number of headers: Node would silently drop those beyond it, and their total size is limited
  // anyway.
  server.maxHeadersCount = 0;
}

/** Ends requests that don't arrive within `requestMs`, with the answer that Node itself gives then. */
export function endSlowRequests(server: Server, { requestMs }: Timeouts): void {
  server.prependListener('request', (request, response) => {
    const timer = setTimeout(() => {
      if (request.complete) return;
      // Without a socket, another response is still being sent on the connection.
      if (response.socket && !response.headersSent) response.socket.write(TIMED_OUT);
      request.socket.destroySoon();
    }, requestMs);
    arriving.set(request, timer.unref());
    request.once('close', () => clearTimeout(timer));
  });
}

/** Gives a request the time of an upload. Only for callers who are known, and of whom few do so at a time. */
export function allowUploadTime(request: IncomingMessage): void {
  clearTimeout(arriving.get(request));
}
