import { rateLimited } from './errors.js';

const RETRY_SECONDS = 5;

/** Bounds how much work is in progress on this instance, in all and for each caller, without a queue. */
export class Slots {
  readonly #takenBy = new Map<string, number>();
  #taken = 0;
  #onIdle: (() => void)[] = [];

  /** @param bounds without `perCaller`, one caller may have them all */
  constructor(private readonly bounds: { total: number; perCaller?: number }) {}

  /** How many slots are taken. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * Takes a slot for a caller.
   *
   * @param caller identifies the caller, such as the id of a login
   * @returns frees the slot; later calls have no effect
   * @throws RATE_LIMITED if all slots, or all of this caller, are taken
   */
  take(caller: string): () => void {
    const free = this.tryTake(caller);
    if (!free) throw rateLimited(RETRY_SECONDS);
    return free;
  }

  /** The same; null if all slots, or all of this caller, are taken. */
  tryTake(caller: string): (() => void) | null {
    const { total, perCaller = total } = this.bounds;
    if ((this.#takenBy.get(caller) ?? 0) >= perCaller || this.#taken >= total) return null;
    this.#add(caller, 1);
    let held = true;
    return () => {
      if (held) this.#add(caller, -1);
      held = false;
    };
  }

  /** Runs work in a slot of a caller. @throws RATE_LIMITED before anything has run; what the work throws */
  async hold<T>(caller: string, work: () => Promise<T>): Promise<T> {
    const free = this.take(caller);
    try {
      return await work();
    } finally {
      free();
    }
  }

  /** Resolves once no slot is taken. */
  async idle(): Promise<void> {
    if (this.#taken === 0) return;
    await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }

  #add(caller: string, change: 1 | -1): void {
    this.#taken += change;
    if (this.#taken === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
    const own = (this.#takenBy.get(caller) ?? 0) + change;
    if (own === 0) this.#takenBy.delete(caller);
    else this.#takenBy.set(caller, own);
  }
}
