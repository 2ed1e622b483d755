/**
 * The few messages of the PostgreSQL frontend/backend protocol 3.0 that sharing one engine between several
 * connections needs to understand (PostgreSQL documentation, chapter "Frontend/Backend Protocol").
 */

/** One protocol message. `type` is its first byte as a letter; the untyped first message has type ''. */
export interface Frame {
  type: string;
  bytes: Buffer;
}

const SSL_REQUEST = 80877103;

/** Cuts a byte stream into messages, keeping what is incomplete for the next chunk. */
export class FrameReader {
  #pending = Buffer.alloc(0);
  #started: boolean;

  /** @param startsUntyped true for the frontend's side, whose first message has no type byte */
  constructor(startsUntyped: boolean) {
    this.#started = !startsUntyped;
  }

  /** Adds a chunk and yields each message that is now whole. */
  *push(chunk: Uint8Array): Generator<Frame> {
    this.#pending = this.#pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    for (let frame = this.#take(); frame; frame = this.#take()) yield frame;
  }

  #take(): Frame | null {
    const header = this.#started ? 1 : 0;
    if (this.#pending.length < header + 4) return null;
    const length = header + this.#pending.readUInt32BE(header);
    if (this.#pending.length < length) return null;
    const bytes = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    const type = this.#started ? String.fromCharCode(bytes[0] ?? 0) : '';
    if (!this.#started && bytes.readUInt32BE(4) !== SSL_REQUEST) this.#started = true;
    return { type, bytes };
  }
}

/** True where a startup-phase message asks for TLS, which an in-process stream has no use for. */
export function isSslRequest(frame: Frame): boolean {
  return frame.type === '' && frame.bytes.length === 8 && frame.bytes.readUInt32BE(4) === SSL_REQUEST;
}

function message(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** ReadyForQuery with the status idle. */
export function readyForQuery(): Buffer {
  return message('Z', Buffer.from('I'));
}

/** ErrorResponse with an SQLSTATE and a sentence for the reader of the log. */
export function errorResponse(sqlState: string, text: string): Buffer {
  return message('E', 'SERROR', 'VERROR', `C${sqlState}`, `M${text}`, Buffer.from('\0'));
}
