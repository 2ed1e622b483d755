import { rateLimited } from '../../../shared/errors.js';
import { whenAborted } from '../../../shared/when-aborted.js';
import { type PaperJob, PaperThread } from './paper-thread.js';

/** How many papers wait while one is printed. */
const MOST_WAITING = 20;
/** How many papers of one login are printed or wait: the connote and its labels are often opened together. */
const MOST_OF_LOGIN = 2;
const RETRY_SECONDS = 5;

/** A paper, and who asked for it. */
export interface PaperRequest extends PaperJob {
  /** The id of the login. */
  login: string;
  /** Fires when nobody waits for the paper any more. */
  signal: AbortSignal;
}

/** Prints one paper at a time, in the order of the requests. A login has few, so that none keeps others waiting. */
export class PaperPrinter {
  /** How many papers each login has that aren't finished. */
  readonly #byLogin = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #isPrinting = false;

  constructor(private readonly thread = new PaperThread()) {}

  /**
   * Prints a paper.
   *
   * @returns a PDF
   * @throws RATE_LIMITED if the login has two papers that aren't finished, or too many wait; UNAVAILABLE if printing takes too
   * long; the signal's reason once it fires
   */
  async print({ login, signal, name, connote }: PaperRequest): Promise<Uint8Array> {
    signal.throwIfAborted();
    const own = this.#byLogin.get(login) ?? 0;
    if (own >= MOST_OF_LOGIN || this.#waiting.length >= MOST_WAITING) throw rateLimited(RETRY_SECONDS);
    this.#add(login, 1);
    try {
      await this.#takeTurn(signal);
      try {
        signal.throwIfAborted();
        return await this.thread.print({ name, connote }, signal);
      } finally {
        this.#endTurn();
      }
    } finally {
      this.#add(login, -1);
    }
  }

  /** Ends what is being printed. */
  close(): Promise<void> {
    return this.thread.close();
  }

  #add(login: string, change: 1 | -1): void {
    const own = (this.#byLogin.get(login) ?? 0) + change;
    if (own === 0) this.#byLogin.delete(login);
    else this.#byLogin.set(login, own);
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
