import { classifyFault } from './erp-fault.js';
import { describeFault } from './fault-descriptions.js';

/** The share of failed questions is that of the last few minutes, counted in slices of time. */
const SLICE_MS = 10_000;
const SLICES = 30;

/** A failure, described for staff, and when it happened. */
export interface LastFault {
  description: string;
  at: Date;
}

interface Slice {
  number: number;
  asked: number;
  failed: number;
}

/** What the recent questions about the inventory say about the ERP. What only identifies the server counts apart. */
export class ErpHealth {
  #question: LastFault | null = null;
  #probe: LastFault | null = null;
  #slices: Slice[] = [];

  /** @param elapsed the milliseconds of a monotonic clock */
  constructor(private readonly elapsed: () => number = () => performance.now()) {}

  /** A question about the inventory has ended. @param error null if it was answered */
  questionEnded(error: unknown): void {
    const slice = this.#currentSlice();
    slice.asked += 1;
    if (error === null) {
      this.#question = null;
      return;
    }
    slice.failed += 1;
    // That nothing was asked doesn't say why, and the failure that led to it does.
    if (classifyFault(error) === 'not-asked' && this.#question) return;
    this.#question = { description: describeFault(error), at: new Date() };
  }

  /** The server was asked who it is. This says nothing about its inventory. @param error null if it answered */
  probeEnded(error: unknown): void {
    this.#probe = error === null ? null : { description: describeFault(error), at: new Date() };
  }

  /** The last failure of a question until a later question succeeds; without one, that of the last probe. */
  get lastFault(): LastFault | null {
    return this.#question ?? this.#probe;
  }

  /** The share of the questions of the last five minutes that failed, from 0 to 1; null if there were none. */
  get failureRate(): number | null {
    this.#forget();
    const sum = (of: 'asked' | 'failed') => this.#slices.reduce((total, slice) => total + slice[of], 0);
    return sum('asked') === 0 ? null : sum('failed') / sum('asked');
  }

  #currentSlice(): Slice {
    this.#forget();
    const number = this.#sliceNumber();
    const last = this.#slices.at(-1);
    if (last?.number === number) return last;
    const slice = { number, asked: 0, failed: 0 };
    this.#slices.push(slice);
    return slice;
  }

  #forget(): void {
    const oldest = this.#sliceNumber() - SLICES;
    this.#slices = this.#slices.filter(({ number }) => number > oldest);
  }

  #sliceNumber(): number {
    return Math.floor(this.elapsed() / SLICE_MS);
  }
}
