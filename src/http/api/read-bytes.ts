import express, { type Request, type Response } from 'express';
import { rateLimited } from '../../shared/errors.js';
import { HttpError } from '../answer-error.js';
import type { BytesBody } from './operation.js';

/** A client that doesn't know the media type sends this one. */
export const UNKNOWN_TYPE = 'application/octet-stream';
/** How many such bodies are read at a time, which bounds their memory. */
const MAX_READING = 24;
const RETRY_SECONDS = 5;
let reading = 0;

/**
 * Reads a body of raw bytes: uncompressed, and within its length limit. A body that announces more is refused unread. An
 * empty or missing body is an empty buffer.
 *
 * @throws HttpError 415 for another media type; an error with status 413 for a body that is too long; RATE_LIMITED if
 * too many such bodies are being read
 */
export async function readBytes(
  request: Request,
  response: Response,
  { mediaTypes, maxBytes }: BytesBody,
): Promise<Buffer> {
  const types = request.headersDistinct['content-type'] ?? [];
  const type = types.length === 1 ? types[0]?.replace(/;.*/s, '').trim().toLowerCase() : undefined;
  if (type === undefined || ![...mediaTypes, UNKNOWN_TYPE].includes(type))
    throw new HttpError(415, `Send the body as ${mediaTypes.join(', ')} or ${UNKNOWN_TYPE}.`);
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > maxBytes) throw tooLong(length, maxBytes);
  if (reading >= MAX_READING) throw rateLimited(RETRY_SECONDS);
  reading += 1;
  try {
    return await parse(request, response, maxBytes);
  } finally {
    reading -= 1;
  }
}

async function parse(request: Request, response: Response, maxBytes: number): Promise<Buffer> {
  const parser = express.raw({ limit: maxBytes, inflate: false, type: () => true });
  await new Promise<void>((resolve, reject) => {
    parser(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The same error as the parser's, which comes only after the body has arrived. */
const tooLong = (length: number, limit: number) =>
  Object.assign(new Error('the body is too long'), { type: 'entity.too.large', status: 413, length, limit });
