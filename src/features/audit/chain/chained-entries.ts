import type { DataSource } from 'typeorm';
import { poolOf } from '../../../db/pool.js';
import type { AuditHead } from './audit-head.js';
import { type AuditLine, CHAINED_COLUMNS, type ChainedRow, lineOf } from './audit-line.js';

const BATCH = 1_000;

/** Which entries to read: from a time on, before a time, beyond a sequence. */
export interface EntryRange {
  from?: Date | undefined;
  to?: Date | undefined;
  after?: number | undefined;
}

/** The log from its oldest entry on, a batch at a time, so that its length costs no memory. */
export async function* chainedEntries(
  dataSource: DataSource,
  { from, to, after = 0 }: EntryRange = {},
): AsyncGenerator<AuditLine[]> {
  let last = after;
  for (;;) {
    const rows = await dataSource.query<ChainedRow[]>(
      `select ${CHAINED_COLUMNS} from audit_entry
       where sequence > $1 and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3)
       order by sequence limit ${BATCH}`,
      [last, from ?? null, to ?? null],
    );
    const end = rows.at(-1);
    if (!end) return;
    last = end.sequence;
    yield rows.map(lineOf);
    if (rows.length < BATCH) return;
  }
}

/** The hash of each of these entries, in hexadecimal; what isn't there isn't in the answer. */
export async function hashesAt(
  dataSource: DataSource,
  sequences: readonly number[],
): Promise<Map<number, string>> {
  const { rows } = await poolOf(dataSource).query<AuditHead>(
    "select sequence, encode(hash, 'hex') as hash from audit_entry where sequence = any($1::integer[])",
    [sequences],
  );
  return new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
}

/** The entry that the log ends with; null where it has none. */
export async function lastHead(dataSource: DataSource): Promise<AuditHead | null> {
  const { rows } = await poolOf(dataSource).query<AuditHead>(
    "select sequence, encode(hash, 'hex') as hash from audit_entry order by sequence desc limit 1",
  );
  return rows[0] ?? null;
}
