import express, { type Request, type Response } from 'express';
import { HttpError } from '../answer-error.js';
import { allowUploadTime } from '../timeouts.js';
import type { BytesBody } from './operation.js';

/** A client that doesn't know the media type sends this one. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * Reads a body of raw bytes: uncompressed, and within its length limit. A body that announces more is refused unread. An
 * empty or missing body is an empty buffer. It may take as long as an upload may.
 *
 * @throws HttpError 415 for another media type; an error with status 413 for a body that is too long
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
  allowUploadTime(request);
  const parser = express.raw({ limit: maxBytes, inflate: false, type: () => true });
  await new Promise<void>((resolve, reject) => {
    parser(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  // The request lives until its client has read the response, and must not keep the bytes until then.
  request.body = undefined;
  return bytes;
}

/** The same error as the parser's, which comes only after the body has arrived. */
const tooLong = (length: number, limit: number) =>
  Object.assign(new Error('the body is too long'), { type: 'entity.too.large', status: 413, length, limit });
