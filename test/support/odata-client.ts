import { type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { TestApp } from './start-app.js';

/** An answer of the feed, as it came over the wire. */
export interface ODataAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names and values in turn, so that a header that came twice is here twice. */
  rawHeaders: string[];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what it is, is what tests look at.
  body: any;
}

export interface ODataRequest {
  method?: string;
  /** The password of HTTP Basic; nobody asks without one. */
  key?: string | null;
  /** Of HTTP, instead of a key. */
  authorization?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** The Authorization header that a reporting tool sends for a key. */
export const basic = (key: string, user = 'anybody') =>
  `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;

/** The path of a filter or another option, percent-encoded. */
export const withOptions = (path: string, options: Record<string, string>) =>
  `${path}?${Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Asks for a path with exactly these headers, which fetch would add to. */
export function askOData(
  { url }: Pick<TestApp, 'url'>,
  path: string,
  { method = 'GET', key = null, authorization, headers = {}, body }: ODataRequest = {},
): Promise<ODataAnswer> {
  const credentials = key === null ? authorization : basic(key);
  const sent = request(url + path, {
    method,
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      ...(credentials !== undefined && { authorization: credentials }),
    },
  });
  sent.end(body);
  return new Promise((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        const zipped = response.headers['content-encoding'] === 'gzip' && bytes.length > 0;
        const text = (zipped ? gunzipSync(bytes) : bytes).toString('utf8');
        const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== '';
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          text,
          body: isJson ? JSON.parse(text) : null,
        });
      });
    });
  });
}
