import { rejectOnAbort } from '../shared/when-aborted.js';

interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  controller: AbortController;
}

/** Runs the same work only once at a time: callers that ask for it while it is in progress share its result. */
export class KeyedSingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** @param onShared called for each caller that joins work in progress */
  constructor(private readonly onShared: () => void) {}

  /**
   * The result of the work in progress for this key; if there is none, starts `work`.
   *
   * @param key identifies the work: callers with the same key get the same result
   * @param signal ends this caller's wait with the signal's reason. The work is aborted once no caller waits any more.
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
      // Work that is done has been removed.
      if (flight.waiting === 0 && this.#flights.get(key) === flight) {
        // Remove the flight before the work is aborted, so that the next caller starts new work.
        this.#end(key, flight);
        flight.controller.abort(new Error('no caller waits for the answer any more'));
      }
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight = { result: work(controller.signal), waiting: 0, controller };
    this.#flights.set(key, flight);
    const end = () => this.#end(key, flight);
    flight.result.then(end, end);
    return flight;
  }

  #end(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
