import type { ErpRow } from './erp.js';
import type { Reading } from './reading.js';

type Answer = Reading<readonly ErpRow[]>;

interface Kept {
  answer: Answer;
  bytes: number;
  /** By a clock that nobody sets. */
  keptAt: number;
}

const TEXT_OVERHEAD = 24;
const ROW_OVERHEAD = 64;
const SLOT = 8;
const BYTES_PER_CHARACTER = 2;

/** The last good answer to each question, up to an age and to a sum of bytes; what was refreshed longest ago goes first. */
export class LastAnswers {
  /** In the order in which they were kept. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  /**
   * @param bounds 0 ms keeps nothing; `bytes` counts keys too
   * @param now milliseconds of a steady clock
   */
  constructor(
    private readonly bounds: { maxAgeMs: number; maxBytes: number },
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What is kept takes at most. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @param askedAt when the ERP was asked, by the clock of `now`: an answer ages while it is on its way */
  keep(key: string, answer: Answer, askedAt: number): void {
    this.#forget(key);
    this.#forgetOld();
    if (this.bounds.maxAgeMs === 0) return;
    const bytes = bytesOf(key) + answer.value.reduce((sum, row) => sum + rowBytes(row), 0);
    if (bytes > this.bounds.maxBytes) return;
    this.#kept.set(key, { answer, bytes, keptAt: askedAt });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.bounds.maxBytes) break;
      this.#forget(oldest);
    }
  }

  /** The last answer as what it is, stale; null where there is none that is young enough. */
  find(key: string): Answer | null {
    this.#forgetOld();
    const kept = this.#kept.get(key);
    return kept && this.#isYoung(kept) ? { ...kept.answer, stale: true } : null;
  }

  #isYoung({ keptAt }: Kept): boolean {
    return this.now() - keptAt < this.bounds.maxAgeMs;
  }

  #forgetOld(): void {
    for (const [key, kept] of this.#kept) {
      if (this.#isYoung(kept)) break;
      this.#forget(key);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}

const bytesOf = (text: string) => TEXT_OVERHEAD + text.length * BYTES_PER_CHARACTER;

/** Rather more than it takes: names of columns are shared between rows, and most texts take a byte a character. */
function rowBytes(row: ErpRow): number {
  const values = Object.values(row);
  return values.reduce((sum, value) => sum + SLOT + (value === null ? 0 : bytesOf(value)), ROW_OVERHEAD);
}
