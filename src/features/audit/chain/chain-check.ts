import type { AuditHead } from './audit-head.js';
import { type AuditLine, FIRST_PREVIOUS_HASH, hashOf, type UnhashedLine } from './audit-line.js';

/** Where the log is broken, and why. */
export interface ChainBreak {
  sequence: number;
  /** Explains the break to an admin. */
  reason: string;
}

/** Checks a log entry by entry, from the first, and finds the first break. */
export class ChainCheck {
  #checked = 0;
  #head: AuditHead = { sequence: 0, hash: FIRST_PREVIOUS_HASH };

  /** How many entries were intact. */
  get checked(): number {
    return this.#checked;
  }

  /** The last intact entry; null if there is none yet. */
  get head(): AuditHead | null {
    return this.#checked === 0 ? null : this.#head;
  }

  /** Checks the next line. @returns what is wrong with it, or null */
  next({ hash, ...line }: AuditLine): ChainBreak | null {
    const sequence = this.#head.sequence + 1;
    if (line.sequence !== sequence) {
      return {
        sequence,
        reason: `entry ${sequence} is missing: after ${sequence - 1} comes ${line.sequence}`,
      };
    }
    if (line.previousHash !== this.#head.hash) {
      return {
        sequence,
        reason: `entry ${sequence} does not contain the hash of entry ${sequence - 1}`,
      };
    }
    if (hashOrNull(line) !== hash) {
      return { sequence, reason: `entry ${sequence} isn't what its hash was computed from` };
    }
    this.#head = { sequence, hash };
    this.#checked += 1;
    return null;
  }
}

/** The hash of a line; null if the line has no canonical form. Every line that was chained has one. */
function hashOrNull(line: UnhashedLine): string | null {
  try {
    return hashOf(line);
  } catch {
    return null;
  }
}
