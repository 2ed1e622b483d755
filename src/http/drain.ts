import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { answerError } from './answer-error.js';

/** Lets requests in flight finish while new ones are turned away. */
export class Drain {
  #draining = false;
  #inFlight = 0;
  #onIdle: () => void = () => {};

  get draining(): boolean {
    return this.#draining;
  }

  /** Counts requests; turns new ones away with 503 once draining. Goes before every other handler. */
  readonly middleware: RequestHandler = (request, response, next) => {
    if (this.#draining) {
      response.set({ connection: 'close', 'retry-after': '5' });
      answerError(request, response, 503, { message: 'This instance is stopping; ask again.' });
      return;
    }
    this.#inFlight += 1;
    response.once('close', () => {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#onIdle();
    });
    next();
  };

  /** Turns new requests away, waits for those in flight as long as given, then closes what is left. */
  async stop(server: Server, graceMs: number): Promise<void> {
    // Idle connections stay open until then: a request that is already on its way gets its 503 and not a reset.
    this.#draining = true;
    if (this.#inFlight > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        this.#onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }
}
