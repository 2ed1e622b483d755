import type { WebSocket } from 'ws';
import { type SendingInParts, sendInParts } from './send-in-parts.js';

/** How many messages may wait for a client. Only whoever sends without reading gets there: each stream has one at most. */
const MAX_WAITING = 200;

/** What a sender tells of its client. */
export interface SenderInput extends Pick<SendingInParts, 'stalledMs' | 'onStalled'> {
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

  #write(message: Buffer): Promise<void> {
    const { socket, input } = this;
    return sendInParts(message, {
      ...{ stalledMs: input.stalledMs, onStalled: input.onStalled },
      isOpen: () => socket.readyState === socket.OPEN,
      send: (fragment, fin) =>
        new Promise((resolve) => socket.send(fragment, { binary: false, fin }, () => resolve())),
    });
  }
}
