import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { answerError } from './answer-error.js';

/** Shuts an HTTP server down gracefully: requests in flight finish, and new ones are refused. */
export class Drain {
  #draining = false;
  #inFlight = 0;
  #onIdle: () => void = () => {};
  readonly #onStop = new Set<() => void>();

  get draining(): boolean {
    return this.#draining;
  }

  /** Calls this once draining begins, to end what would stay open. @returns forgets it */
  readonly onStop = (end: () => void): (() => void) => {
    this.#onStop.add(end);
    return () => this.#onStop.delete(end);
  };

  /** Counts requests in flight; while draining, answers new ones with 503. Only logging and headers come before it. */
  readonly middleware: RequestHandler = (request, response, next) => {
    if (this.#draining) {
      response.set({ connection: 'close', 'retry-after': '5' });
      answerError(request, response, 503, { message: 'This instance is stopping; send the request again.' });
      return;
    }
    this.#inFlight += 1;
    response.once('close', () => {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#onIdle();
    });
    next();
  };

  /** Refuses new requests, waits up to `graceMs` for those in flight, then closes all connections. */
  async stop(server: Server, graceMs: number): Promise<void> {
    // Idle connections stay open until the end, so that a request already on its way gets a 503, not a reset.
    this.#draining = true;
    for (const end of this.#onStop) end();
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
