import type { WebSocket } from 'ws';

/** So much is sent at a time. Whether a client reads is seen by it. */
const FRAGMENT_BYTES = 64 * 1_024;
/** How many messages may wait for a client. Only whoever sends without reading gets there: each stream has one at most. */
const MAX_WAITING = 200;

/** What a sender tells of its client. */
export interface SenderInput {
  /** How long a client may read nothing. */
  stalledMs: number;
  onStalled: () => void;
  /** Called if the client asks for more than it reads. */
  onFlood: () => void;
}

/** Sends the messages of one connection one after another, in fragments, at the pace of its reader. */
export class SocketSender {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly input: SenderInput,
  ) {}

  /** Whether something waits to be read. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Resolves once the client's side has taken it, or the connection is closed. */
  send(message: string): Promise<void> {
    this.#waiting += 1;
    if (this.#waiting > MAX_WAITING) this.input.onFlood();
    this.#last = this.#last
      .then(() => this.#write(Buffer.from(message)))
      .finally(() => {
        this.#waiting -= 1;
      });
    return this.#last;
  }

  async #write(message: Buffer): Promise<void> {
    for (let start = 0; start < message.length; start += FRAGMENT_BYTES) {
      if (this.socket.readyState !== this.socket.OPEN) return;
      const end = start + FRAGMENT_BYTES;
      await this.#sendFragment(message.subarray(start, end), end >= message.length);
    }
  }

  async #sendFragment(fragment: Buffer, fin: boolean): Promise<void> {
    const timer = setTimeout(this.input.onStalled, this.input.stalledMs);
    await new Promise<void>((resolve) => this.socket.send(fragment, { binary: false, fin }, () => resolve()));
    clearTimeout(timer);
  }
}
