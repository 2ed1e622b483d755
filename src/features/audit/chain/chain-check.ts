import type { AuditHead } from './audit-head.js';
import { type AuditLine, FIRST_PREVIOUS_HASH, hashOf, type UnhashedLine } from './audit-line.js';

/** Where a log is broken, and how. */
export interface ChainBreak {
  sequence: number;
  /** A sentence for who has to look into it. */
  reason: string;
}

/** Follows a log from its first entry on, and finds where it first isn't what was written. */
export class ChainCheck {
  #checked = 0;
  #head: AuditHead = { sequence: 0, hash: FIRST_PREVIOUS_HASH };

  /** How many entries were what they should be. */
  get checked(): number {
    return this.#checked;
  }

  /** The last entry that was what it should be; null before the first. */
  get head(): AuditHead | null {
    return this.#checked === 0 ? null : this.#head;
  }

  /** @returns what is wrong with the next line; null where nothing is */
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
        reason: `entry ${sequence} follows another entry ${sequence - 1} than the one that is there`,
      };
    }
    if (computed(line) !== hash) {
      return { sequence, reason: `entry ${sequence} isn't what its hash was computed from` };
    }
    this.#head = { sequence, hash };
    this.#checked += 1;
    return null;
  }
}

/** Null where it has no canonical form, which nothing that was chained lacks. */
function computed(line: UnhashedLine): string | null {
  try {
    return hashOf(line);
  } catch {
    return null;
  }
}
