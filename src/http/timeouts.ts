import type { Server, ServerOptions } from 'node:http';

/** How long a connection may hold its socket without progress, in milliseconds. */
export interface Timeouts {
  /** Until the headers are complete, counted from the opening of the connection or from the request's first byte. */
  headersMs: number;
  /** Until the request is complete. */
  requestMs: number;
  /**
   * Without a byte in either direction: between requests, while a response is prepared, or if the client reads nothing.
   */
  idleMs: number;
}

const MAX_HEADER_BYTES = 16 * 1024;
/** How often Node checks for requests that are over their timeout. */
const CHECK_EVERY_MS = 1_000;

/** Node's server options that prevent slow or stuck clients from using up all connections. */
export function serverOptions({ headersMs, requestMs, idleMs }: Timeouts): ServerOptions {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
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
