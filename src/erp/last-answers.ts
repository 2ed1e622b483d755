import type { ErpRow } from './erp.js';
import type { Reading } from './reading.js';

type Answer = Reading<readonly ErpRow[]>;

interface Kept {
  answer: Answer;
  bytes: number;
  /** When the ERP was asked, by a monotonic clock. */
  askedAt: number;
}

const TEXT_OVERHEAD_BYTES = 24;
const ROW_OVERHEAD_BYTES = 64;
const SLOT_BYTES = 8;
const BYTES_PER_CHARACTER = 2;

/**
 * Keeps the last good answer to each query, up to a maximum age and a maximum total size. The answer that was refreshed
 * longest ago is deleted first.
 */
export class LastAnswers {
  /** The oldest answer first: a refreshed answer is inserted again. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  /**
   * @param bounds with a `maxAgeMs` of 0, nothing is kept; `maxBytes` includes the keys
   * @param now the milliseconds of a monotonic clock
   */
  constructor(
    private readonly bounds: { maxAgeMs: number; maxBytes: number },
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** How much memory the kept answers take, estimated generously. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @param askedAt when the ERP was asked, by the clock of `now`: an answer's age counts from then */
  keep(key: string, answer: Answer, askedAt: number): void {
    this.#delete(key);
    this.#deleteExpired();
    if (this.bounds.maxAgeMs === 0) return;
    const bytes = bytesOf(key) + answer.value.reduce((sum, row) => sum + rowBytes(row), 0);
    if (bytes > this.bounds.maxBytes) return;
    this.#kept.set(key, { answer, bytes, askedAt });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.bounds.maxBytes) break;
      this.#delete(oldest);
    }
  }

  /** The last answer, marked as stale; null if there is none, or it is too old. */
  find(key: string): Answer | null {
    this.#deleteExpired();
    const kept = this.#kept.get(key);
    return kept && this.#isFresh(kept) ? { ...kept.answer, stale: true } : null;
  }

  #isFresh({ askedAt }: Kept): boolean {
    return this.now() - askedAt < this.bounds.maxAgeMs;
  }

  #deleteExpired(): void {
    for (const [key, kept] of this.#kept) {
      if (this.#isFresh(kept)) break;
      this.#delete(key);
    }
  }

  #delete(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}

const bytesOf = (text: string) => TEXT_OVERHEAD_BYTES + text.length * BYTES_PER_CHARACTER;

/** An overestimate: most texts take one byte per character. Column names are not counted, because rows share them. */
function rowBytes(row: ErpRow): number {
  const values = Object.values(row);
  return values.reduce(
    (sum, value) => sum + SLOT_BYTES + (value === null ? 0 : bytesOf(value)),
    ROW_OVERHEAD_BYTES,
  );
}
