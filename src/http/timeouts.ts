import type { Server, ServerOptions } from 'node:http';

/** How long a connection may keep its socket without getting anywhere, in milliseconds. */
export interface Timeouts {
  /** Until a request's headers are whole, from the opening of the connection or the request's first byte. */
  headersMs: number;
  /** Until the request is whole. */
  requestMs: number;
  /** Without any byte either way: between requests, while an answer is worked out, or when nobody takes it. */
  idleMs: number;
}

const MAX_HEADER_BYTES = 16 * 1024;
/** Node looks for late requests this often. */
const CHECK_EVERY_MS = 1_000;

/** Node's own options for a server that slow or stuck clients can't fill up. */
export function serverOptions({ headersMs, requestMs, idleMs }: Timeouts): ServerOptions {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: CHECK_EVERY_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
}

/** What can be set only on a server that is there. */
export function endIdleSockets(server: Server, { idleMs }: Timeouts): void {
  server.timeout = idleMs;
  // Headers beyond a count would be dropped without a word; their size is limited anyhow.
  server.maxHeadersCount = 0;
}
