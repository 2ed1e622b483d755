import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * A keep-alive connection for one request at a time. It takes less of the processor than node:http, which the servers need
 * on a machine with few cores, and gives bodies as bytes.
 */
export class Connection {
  #socket;
  #chunks = [];
  #answer = null;
  #failure = null;

  /** @param {URL} url */
  constructor(url) {
    this.host = url.host;
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#socket.on('data', (chunk) => this.#received(chunk));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('the server closed the connection')));
  }

  /** @returns {Promise<void>} once it is open */
  opened() {
    return new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve);
      this.#socket.once('error', reject);
    });
  }

  /**
   * Sends a request, as `toBytes` makes it.
   *
   * @returns {Promise<{ status: number, body: Buffer }>}
   */
  send(bytes) {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#answer = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #received(chunk) {
    this.#chunks.push(chunk);
    const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    const headEnd = all.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = all.toString('latin1', 0, headEnd);
    const [, length] = /^content-length: *(\d+)/im.exec(head) ?? [];
    if (length === undefined) return this.#fail(new Error(`an answer without a length:\n${head}`));
    const start = headEnd + HEAD_END.length;
    if (all.length < start + Number(length)) return;
    this.#chunks = [];
    const answer = this.#answer;
    this.#answer = null;
    answer?.resolve({ status: Number(head.slice(9, 12)), body: all.subarray(start) });
  }

  #fail(error) {
    this.#failure ??= error;
    this.#answer?.reject(error);
    this.#answer = null;
  }
}

/** A POST of a JSON text, as it goes over the wire. */
export function toBytes(url, headers, json) {
  const lines = Object.entries({
    host: url.host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(json)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${url.pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${json}`);
}

/** One request on a connection of its own. */
export async function sendOnce(url, headers, json) {
  const connection = new Connection(url);
  await connection.opened();
  try {
    return await connection.send(toBytes(url, headers, json));
  } finally {
    connection.close();
  }
}
