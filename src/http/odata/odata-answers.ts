import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { requestScope } from '../../shared/request-scope.js';
import { BASIC_CHALLENGE, codeOf } from '../error-defaults.js';

const ODATA_PATH = /^\/odata(?:\/|$)/i;
const MIN_COMPRESSED_BYTES = 1_024;
const compress = promisify(gzip);

/** Whether a request's answers, errors too, follow OData. */
export const isODataRequest = ({ baseUrl, path }: Request): boolean => ODATA_PATH.test(baseUrl + path);

/** Answers with an error as OData's JSON format has it (OData JSON Format 4.01, 21.1). */
export function answerODataError(
  response: Response,
  status: number,
  { message, extensions = {} }: { message: string; extensions?: object },
): void {
  const { code = codeOf(status), target } = extensions as { code?: string; target?: string };
  const scope = requestScope.getStore();
  if (scope) scope.tally.errorCodes = [code];
  response.set('odata-version', '4.0');
  if (status === 401) response.set('www-authenticate', BASIC_CHALLENGE);
  response
    .status(status)
    .type('application/json;odata.metadata=minimal')
    .send(JSON.stringify({ error: { code, message, ...(target !== undefined && { target }) } }));
}

/** Sends a text, compressed if the client takes that and it is worth it. */
export async function sendText(
  request: Request,
  response: Response,
  { type, text }: { type: string; text: string },
): Promise<void> {
  response.status(200).set({ 'content-type': type, 'cache-control': 'no-store' }).vary('accept-encoding');
  const bytes = Buffer.from(text);
  if (bytes.length < MIN_COMPRESSED_BYTES || !request.acceptsEncodings('gzip')) {
    response.send(bytes);
    return;
  }
  response.set('content-encoding', 'gzip').send(await compress(bytes));
}
