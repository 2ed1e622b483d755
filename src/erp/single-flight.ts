import { rejectOnAbort } from './erp.js';

interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  nobodyWaits: AbortController;
}

/** Answers the same question once for all who ask it while it is being answered. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** @param onShared told of each caller who joins others */
  constructor(private readonly onShared: () => void) {}

  /**
   * The answer of whoever asks the same already, or else of `work`.
   *
   * @param key tells questions apart: whoever has the same key gets the same answer
   * @param signal ends this caller's waiting with its reason, and the work once nobody waits any more
   */
  async join(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const running = this.#flights.get(key);
    if (running) this.onShared();
    const flight = running ?? this.#start(key, work);
    flight.waiting += 1;
    try {
      return await rejectOnAbort(flight.result, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        // Before the work hears of it: whoever asks from now on starts anew.
        this.#end(key, flight);
        flight.nobodyWaits.abort(new Error('nobody waits for the answer any more'));
      }
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const nobodyWaits = new AbortController();
    const flight = { result: work(nobodyWaits.signal), waiting: 0, nobodyWaits };
    this.#flights.set(key, flight);
    const end = () => this.#end(key, flight);
    flight.result.then(end, end);
    return flight;
  }

  #end(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
