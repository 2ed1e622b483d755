import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { assertFileKey, type FileStore, fileStoreUnavailable } from './file-store.js';

/** A bucket of an S3-compatible service, and the login that may read and write it. */
export interface S3Bucket {
  /** The address of the service without a path, such as https://s3.example.com. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** How the store behaves when the service fails. */
export interface S3Options {
  /** Called with each failure, for the log. The error has neither keys nor signatures. */
  onFailure(error: Error): void;
  /** The deadline of one call, including its retries. */
  timeoutMs?: number;
}

interface Answer {
  status: number;
  bytes: Buffer;
}

/** A request before it is signed. It can be sent again. */
interface Unsigned {
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array<ArrayBuffer>;
}

const TIMEOUT_MS = 15_000;
/** Services answer 503 SlowDown under load, and expect the request again after a pause, here of up to so long. */
const RETRY_AFTER_MS = [50, 100];
const MISSING = 'NoSuchKey';
const ERROR_CODE = /<Code>(\w{1,60})<\/Code>/;

/**
 * Stores files in an S3-compatible bucket, with path-style addresses, which every such service understands. Requests are
 * signed with AWS Signature Version 4, and the signature covers the bytes.
 */
export class S3FileStore implements FileStore {
  readonly #client: AwsClient;
  readonly #address: string;
  readonly #timeoutMs: number;
  readonly #onFailure: (error: Error) => void;

  constructor({ endpoint, bucket, ...login }: S3Bucket, { onFailure, timeoutMs = TIMEOUT_MS }: S3Options) {
    this.#client = new AwsClient({ ...login, service: 's3' });
    this.#address = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
    this.#onFailure = onFailure;
    this.#timeoutMs = timeoutMs;
  }

  async put(key: string, bytes: Buffer, contentType: string): Promise<void> {
    const { status, bytes: found } = await this.#send('PUT', key, { bytes, contentType });
    if (status !== 200) throw this.#refused('PUT', status, found);
  }

  async get(key: string): Promise<Buffer | null> {
    const { status, bytes } = await this.#send('GET', key);
    if (status === 200) return bytes;
    if (status === 404 && codeOf(bytes) === MISSING) return null;
    throw this.#refused('GET', status, bytes);
  }

  async delete(key: string): Promise<void> {
    const { status, bytes } = await this.#send('DELETE', key);
    if (status === 204 || status === 200 || codeOf(bytes) === MISSING) return;
    throw this.#refused('DELETE', status, bytes);
  }

  /** A bucket has whole files only. */
  async deleteUnfinished(): Promise<void> {}

  async #send(method: string, key: string, body?: { bytes: Buffer; contentType: string }): Promise<Answer> {
    assertFileKey(key);
    const hash = createHash('sha256')
      .update(body?.bytes ?? '')
      .digest('hex');
    const request = {
      method,
      headers: { 'x-amz-content-sha256': hash, ...(body && { 'content-type': body.contentType }) },
      ...(body && { body: new Uint8Array(body.bytes) }),
    };
    const signal = AbortSignal.timeout(this.#timeoutMs);
    try {
      let answer = await this.#fetch(key, request, signal);
      for (const pauseMs of RETRY_AFTER_MS) {
        if (!isWorthRetry(answer)) break;
        await sleep(Math.random() * pauseMs);
        answer = await this.#fetch(key, request, signal);
      }
      return answer;
    } catch (error) {
      throw this.#failed(`the bucket does not answer ${method}: ${causeOf(error)}`);
    }
  }

  async #fetch(key: string, { body, ...request }: Unsigned, signal: AbortSignal): Promise<Answer> {
    const { url, headers } = await this.#client.sign(`${this.#address}/${key}`, request);
    const response = await fetch(url, {
      ...{ ...request, headers, ...(body && { body }) },
      // A signed request must not follow a redirect to another host.
      redirect: 'manual',
      // Given to `fetch` itself: a `Request` holds its signal so loosely that a deadline may be lost to the garbage
      // collector.
      signal,
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  #refused(method: string, status: number, bytes: Buffer) {
    return this.#failed(`the bucket answers ${method} with ${status} ${codeOf(bytes)}`.trimEnd());
  }

  #failed(message: string) {
    const failure = new Error(message);
    this.#onFailure(failure);
    return fileStoreUnavailable(failure);
  }
}

const isWorthRetry = ({ status }: Answer) => status >= 500 || status === 429;

/** The code in an error document of S3; empty if there is none. */
function codeOf(bytes: Buffer): string {
  return ERROR_CODE.exec(bytes.subarray(0, 4096).toString())?.[1] ?? '';
}

/** The reason why `fetch` failed, such as ECONNREFUSED. Its message may quote the address, so only a code is kept. */
function causeOf(error: unknown): string {
  const { name, cause } = error as Error;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : name;
}
