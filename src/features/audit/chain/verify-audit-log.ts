import type { DataSource } from 'typeorm';
import type { AuditHead } from './audit-head.js';
import { type ChainBreak, ChainCheck } from './chain-check.js';
import { chainedEntries, hashesAt } from './chained-entries.js';

/** What was found out about the log. */
export interface AuditLogReport {
  /** The first entry that isn't what was written; null where all of them are. */
  broken: ChainBreak | null;
  /** How many entries before it are what was written, as far as the chain tells. */
  entriesChecked: number;
  /** The last of these; null where there are none. */
  head: AuditHead | null;
}

/** Heads that were written down elsewhere, a batch at a time. */
export type KnownHeads = AsyncIterable<readonly AuditHead[]>;

/**
 * Reads the whole log: whether its sequence has gaps, each entry follows the one before, and each is what its hash was
 * computed from. Who alters the log and computes every hash anew, or cuts off its end, is found by the heads alone.
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

/** @param end where the log was followed to: what is missing beyond it, is missing from the next entry on */
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
      const there = found.get(sequence);
      if (there === hash) continue;
      broken = earlier(broken, there === undefined ? cut(sequence, end) : replaced(sequence));
    }
  }
  return broken;
}

const replaced = (sequence: number): ChainBreak => ({
  sequence,
  reason: `entry ${sequence} has another hash than was written down elsewhere: it, or one before it, was altered and hashed anew`,
});

function cut(sequence: number, end: AuditHead | null): ChainBreak {
  const first = (end?.sequence ?? 0) + 1;
  return {
    sequence: Math.min(first, sequence),
    reason: `the log ends before entry ${first}, but entry ${sequence} was written down elsewhere`,
  };
}

const earlier = (one: ChainBreak | null, other: ChainBreak | null): ChainBreak | null =>
  one && other ? (other.sequence < one.sequence ? other : one) : (one ?? other);
