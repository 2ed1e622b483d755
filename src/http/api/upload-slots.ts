import { rateLimited } from '../../shared/errors.js';

/** How many files one instance holds at a time, from the first byte until they are stored: this bounds their memory. */
const MAX_HELD = 24;
/** Of one caller: as many as a proof of delivery has photos, because clients send these at once. */
const MAX_HELD_OF_CALLER = 5;
const RETRY_SECONDS = 5;

/** Counts the uploads that are in progress, so that together they can't exhaust the memory, nor one caller take all. */
export class UploadSlots {
  readonly #heldBy = new Map<string, number>();
  #held = 0;

  /**
   * Runs work that reads and keeps the bytes of one upload.
   *
   * @param caller the id of the login, or the network of a caller without one
   * @throws RATE_LIMITED, before anything has run, if too many uploads are in progress; what the work throws
   */
  async hold<T>(caller: string, work: () => Promise<T>): Promise<T> {
    const own = this.#heldBy.get(caller) ?? 0;
    if (own >= MAX_HELD_OF_CALLER || this.#held >= MAX_HELD) throw rateLimited(RETRY_SECONDS);
    this.#add(caller, 1);
    try {
      return await work();
    } finally {
      this.#add(caller, -1);
    }
  }

  #add(caller: string, change: 1 | -1): void {
    this.#held += change;
    const own = (this.#heldBy.get(caller) ?? 0) + change;
    if (own === 0) this.#heldBy.delete(caller);
    else this.#heldBy.set(caller, own);
  }
}
