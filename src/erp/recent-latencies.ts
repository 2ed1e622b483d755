/** How long the ERP took to identify itself, and when; null if it did not answer. */
export interface ErpLatency {
  at: Date;
  latencyMs: number | null;
}

/** The minimum time between two samples, and how long each is kept: 180 samples at most. */
const INTERVAL_MS = 10_000;
const KEPT_MS = 30 * 60_000;

/**
 * The ERP's latencies of the last half hour, in memory. They are taken from the times that the ERP is asked who it is: that
 * query is always the same, so they can be compared. If nobody asks, there are none.
 */
export class RecentLatencies {
  #samples: (ErpLatency & { sampledAt: number })[] = [];

  /** @param elapsed the milliseconds of a monotonic clock */
  constructor(private readonly elapsed: () => number = () => performance.now()) {}

  /** The ERP was asked who it is. @param latencyMs null if it did not answer */
  add(latencyMs: number | null): void {
    const sampledAt = this.elapsed();
    const last = this.#samples.at(-1);
    if (last && sampledAt - last.sampledAt < INTERVAL_MS) return;
    this.#forget();
    this.#samples.push({ at: new Date(), latencyMs, sampledAt });
  }

  /** Oldest first. */
  get list(): ErpLatency[] {
    this.#forget();
    return this.#samples.map(({ at, latencyMs }) => ({ at, latencyMs }));
  }

  #forget(): void {
    const oldest = this.elapsed() - KEPT_MS;
    this.#samples = this.#samples.filter(({ sampledAt }) => sampledAt > oldest);
  }
}
