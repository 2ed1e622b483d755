import { rateLimited } from '../../../shared/errors.js';
import { whenAborted } from '../../../shared/when-aborted.js';
import { type PaperJob, PaperThread } from './paper-thread.js';

/** How many papers wait while one is printed. */
const MOST_WAITING = 20;
const RETRY_SECONDS = 5;

/** A paper, and who asked for it. */
export interface PaperRequest extends PaperJob {
  /** The id of the login. */
  login: string;
  /** Fires when nobody waits for the paper any more. */
  signal: AbortSignal;
}

/** Prints one paper at a time, in the order of the requests. A login has one at a time, so that none keeps others waiting. */
export class PaperPrinter {
  readonly #logins = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  #isPrinting = false;

  constructor(private readonly thread = new PaperThread()) {}

  /**
   * Prints a paper.
   *
   * @returns a PDF
   * @throws RATE_LIMITED if the login has a paper that isn't finished, or too many wait; UNAVAILABLE if printing takes too
   * long; the signal's reason once it fires
   */
  async print({ login, signal, name, connote }: PaperRequest): Promise<Uint8Array> {
    signal.throwIfAborted();
    if (this.#logins.has(login) || this.#waiting.length >= MOST_WAITING) throw rateLimited(RETRY_SECONDS);
    this.#logins.add(login);
    try {
      await this.#takeTurn(signal);
      try {
        signal.throwIfAborted();
        return await this.thread.print({ name, connote }, signal);
      } finally {
        this.#endTurn();
      }
    } finally {
      this.#logins.delete(login);
    }
  }

  /** Ends what is being printed. */
  close(): Promise<void> {
    return this.thread.close();
  }

  #takeTurn(signal: AbortSignal): Promise<void> {
    if (!this.#isPrinting) {
      this.#isPrinting = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        stopWaiting();
        resolve();
      };
      const stopWaiting = whenAborted(signal, () => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(signal.reason);
      });
      this.#waiting.push(start);
    });
  }

  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isPrinting = false;
  }
}
