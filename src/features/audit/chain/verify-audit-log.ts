import type { DataSource } from 'typeorm';
import type { AuditHead } from './audit-head.js';
import { type ChainBreak, ChainCheck } from './chain-check.js';
import { chainedEntries, hashesAt } from './chained-entries.js';

/** The result of verifying the log. */
export interface AuditLogReport {
  /** The first break; null if the log is intact. */
  broken: ChainBreak | null;
  /** How many entries before it are intact, according to the chain. */
  entriesChecked: number;
  /** The last of these entries; null if there are none. */
  head: AuditHead | null;
}

/** Heads that were stored elsewhere, in batches. */
export type KnownHeads = AsyncIterable<readonly AuditHead[]>;

/**
 * Verifies the whole log: the sequence has no gaps, each entry contains the hash of the previous one, and each hash
 * matches its entry. The heads reveal what the chain alone can't: a log whose hashes were all recomputed, or whose end
 * was cut off.
 */
export async function verifyAuditLog(dataSource: DataSource, heads: KnownHeads): Promise<AuditLogReport> {
  const check = new ChainCheck();
  const ofChain = await followChain(dataSource, check);
  const ofHeads = await compareHeads(dataSource, heads, check.head);
  const broken = earlier(ofChain, ofHeads);
  return { broken, entriesChecked: check.checked, head: check.head };
}

async function followChain(dataSource: DataSource, check: ChainCheck): Promise<ChainBreak | null> {
  for await (const lines of chainedEntries(dataSource)) {
    for (const line of lines) {
      const broken = check.next(line);
      if (broken) return broken;
    }
  }
  return null;
}

/** @param end the last intact entry of the chain. If a head after it is missing, the break is at the next entry. */
async function compareHeads(
  dataSource: DataSource,
  heads: KnownHeads,
  end: AuditHead | null,
): Promise<ChainBreak | null> {
  let broken: ChainBreak | null = null;
  for await (const batch of heads) {
    const found = await hashesAt(
      dataSource,
      batch.map(({ sequence }) => sequence),
    );
    for (const { sequence, hash } of batch) {
      const storedHash = found.get(sequence);
      if (storedHash === hash) continue;
      broken = earlier(broken, storedHash === undefined ? cutOff(sequence, end) : replaced(sequence));
    }
  }
  return broken;
}

const replaced = (sequence: number): ChainBreak => ({
  sequence,
  reason: `the hash of entry ${sequence} differs from the one stored elsewhere: it, or an earlier entry, was altered and hashed anew`,
});

function cutOff(sequence: number, end: AuditHead | null): ChainBreak {
  const first = (end?.sequence ?? 0) + 1;
  return {
    sequence: Math.min(first, sequence),
    reason: `the log ends before entry ${first}, but entry ${sequence} is recorded elsewhere`,
  };
}

const earlier = (one: ChainBreak | null, other: ChainBreak | null): ChainBreak | null =>
  one && other ? (other.sequence < one.sequence ? other : one) : (one ?? other);
