import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create as contentDisposition } from 'content-disposition';
import type { Request, Response } from 'express';
import type { ExportedFile } from '../../features/reporting/exports/exported-file.js';

const CHUNK_BYTES = 64 * 1024;
/** Log, metrics, timeouts and the pipeline all wait for the response to close, which Node takes for a leak from 11 on. */
const MAX_LISTENERS = 20;
/** The formats that are text: the others are compressed already. */
const COMPRESSIBLE = /^text\/|ndjson/;

/**
 * Sends a file as fast as the client reads it. What fails before its first bytes is thrown, to be answered; after that,
 * the connection is aborted, so that the client can't take what it has for the whole file.
 *
 * @throws what making the first bytes throws
 */
export async function sendExport(request: Request, response: Response, file: ExportedFile): Promise<void> {
  const { bytes, fileName, mediaType } = file;
  const first = await withoutIdleTimeout(request.socket, () => bytes.next());
  response.setMaxListeners(MAX_LISTENERS);
  response.set({
    'content-type': mediaType,
    'content-disposition': contentDisposition(fileName),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const source = Readable.from(startingWith(first, bytes), { objectMode: false, highWaterMark: CHUNK_BYTES });
  if (!COMPRESSIBLE.test(mediaType)) return pipeline(source, response);
  response.vary('accept-encoding');
  if (!request.acceptsEncodings('gzip')) return pipeline(source, response);
  response.set('content-encoding', 'gzip');
  return pipeline(source, createGzip(), response);
}

/** The ERP may sort for longer than a connection may be idle. What it may take in all, is bounded elsewhere. */
async function withoutIdleTimeout<T>(socket: Socket, work: () => Promise<T>): Promise<T> {
  const idleMs = socket.timeout ?? 0;
  socket.setTimeout(0);
  try {
    return await work();
  } finally {
    socket.setTimeout(idleMs);
  }
}

async function* startingWith(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return();
  }
}
