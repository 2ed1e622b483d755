import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import aws4 from 'aws4';

const LOGIN = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'canary/of+the-secret-key' };
const BUCKET = 'portico-files';
const REGION = 'eu-test-1';

/** What goes wrong: an error that the service answers with, each time or the first time, half an answer, or none. */
type Fault =
  | { status: number; code: string; once?: boolean }
  | { location: string }
  | 'half'
  | 'silence'
  | null;

/** A bucket that answers as S3 does, with path-style addresses. It checks each signature with another implementation. */
export class S3Server {
  readonly objects = new Map<string, { bytes: Buffer; contentType: string | undefined }>();
  /** The requests that it got, such as `PUT /portico-files/photos/a.jpg`. */
  readonly requests: string[] = [];
  fault: Fault = null;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** The settings with which the portal uses it. */
  get settings() {
    return {
      FILES_S3_ENDPOINT: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`,
      FILES_S3_BUCKET: BUCKET,
      FILES_S3_REGION: REGION,
      FILES_S3_ACCESS_KEY_ID: LOGIN.accessKeyId,
      FILES_S3_SECRET_ACCESS_KEY: LOGIN.secretAccessKey,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await buffer(request);
    this.requests.push(`${request.method} ${request.url}`);
    const { fault } = this;
    if (fault === 'silence') return;
    if (fault === 'half') {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      return;
    }
    if (fault && 'location' in fault) {
      response.writeHead(307, { location: fault.location }).end();
      return;
    }
    if (fault?.once) this.fault = null;
    if (fault) return refuse(response, fault.status, fault.code);
    if (!isSigned(request, bytes)) return refuse(response, 403, 'SignatureDoesNotMatch');
    const [, key] = /^\/portico-files\/(.+)$/.exec(request.url ?? '') ?? [];
    if (key === undefined) return refuse(response, 404, 'NoSuchBucket');
    this.#serve(request, response, key, bytes);
  }

  #serve({ method, headers }: IncomingMessage, response: ServerResponse, key: string, bytes: Buffer): void {
    if (method === 'PUT') {
      this.objects.set(key, { bytes, contentType: headers['content-type'] });
      response.writeHead(200).end();
    } else if (method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else {
      const found = this.objects.get(key);
      if (found) response.writeHead(200).end(found.bytes);
      else refuse(response, 404, 'NoSuchKey');
    }
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

/** Whether the signature is that of the request, and of these bytes. */
function isSigned({ method, url, headers }: IncomingMessage, bytes: Buffer): boolean {
  const [, names = ''] = /SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? '') ?? [];
  const signed = Object.fromEntries(names.split(';').map((name) => [name, String(headers[name])]));
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (signed['x-amz-content-sha256'] !== hash || signed['host'] !== headers.host) return false;
  const again = aws4.sign(
    { service: 's3', region: REGION, method, path: url, headers: { ...signed } } as aws4.Request,
    LOGIN,
  );
  return again.headers?.['Authorization'] === headers.authorization;
}
