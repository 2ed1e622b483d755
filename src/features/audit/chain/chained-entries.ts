import type { DataSource } from 'typeorm';
import { poolOf } from '../../../db/pool.js';
import type { AuditHead } from './audit-head.js';
import { type AuditLine, CHAINED_COLUMNS, type ChainedRow, lineOf } from './audit-line.js';

const BATCH = 1_000;

/** Which entries to read: at or after a time, before a time, after a sequence. */
export interface EntryRange {
  from?: Date | undefined;
  to?: Date | undefined;
  after?: number | undefined;
}

/** Streams the log in batches, oldest first, so that memory use does not grow with its length. */
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
    const lastRow = rows.at(-1);
    if (!lastRow) return;
    last = lastRow.sequence;
    yield rows.map(lineOf);
    if (rows.length < BATCH) return;
  }
}

/** The hashes of these entries, in hexadecimal. The map leaves out entries that do not exist. */
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

/** The last entry of the log; null if the log is empty. */
export async function lastHead(dataSource: DataSource): Promise<AuditHead | null> {
  const { rows } = await poolOf(dataSource).query<AuditHead>(
    "select sequence, encode(hash, 'hex') as hash from audit_entry order by sequence desc limit 1",
  );
  return rows[0] ?? null;
}
