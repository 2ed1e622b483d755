import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../../db/pool.js';
import { unreportedTransaction } from '../../../db/unreported-transaction.js';
import { TIME_TOLERANCE } from '../audit-entry.conditions.js';
import type { AuditHead } from './audit-head.js';
import { type AuditRow, CONTENT_COLUMNS, contentOf, FIRST_PREVIOUS_HASH, hashOf } from './audit-line.js';

/** The key of the advisory lock. Any number that no other program locks on the same database. */
const SEAL_LOCK = 7_041_776_002;
/** Small, so that other transactions get their turn. */
const BATCH = 200;

/**
 * Chains the pending entries: each gets the next sequence and its hash, and moves from the intake to the log. Entries
 * that were committed before the call are in the log when it returns. Several instances may call this at the same time.
 *
 * @returns the new head of the log; null if nothing was pending
 */
export async function sealPending(dataSource: DataSource): Promise<AuditHead | null> {
  if (!(await isAnythingPending(dataSource))) return null;
  let head: AuditHead | null = null;
  for (;;) {
    const batch = await unreportedTransaction(dataSource, sealBatch);
    head = batch.head ?? head;
    // A short batch has emptied the intake. The next call takes newer entries; otherwise this one might never end.
    if (batch.size < BATCH) return head;
  }
}

async function isAnythingPending(dataSource: DataSource): Promise<boolean> {
  const { rows } = await poolOf(dataSource).query('select 1 from audit_intake limit 1');
  return rows.length > 0;
}

/** What chaining adds to an entry. */
interface Seal {
  ordinal: string;
  sequence: number;
  previous: string;
  hash: string;
}

async function sealBatch(client: pg.ClientBase): Promise<{ size: number; head: AuditHead | null }> {
  // The holder of the lock may hang, so waiting is limited. If this process hangs, the others must not wait for it.
  await client.query("set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '30s'");
  // A separate statement, so that the next one sees what the previous holder of the lock has committed.
  await client.query('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
  const pending = await client.query<AuditRow & { ordinal: string }>(
    `select ordinal, ${CONTENT_COLUMNS} from audit_intake order by ordinal limit ${BATCH}`,
  );
  // Another instance got there first.
  if (pending.rows.length === 0) return { size: 0, head: null };
  const last = await client.query<AuditHead>(
    "select sequence, encode(hash, 'hex') as hash from audit_entry order by sequence desc limit 1",
  );
  let head = last.rows[0] ?? { sequence: 0, hash: FIRST_PREVIOUS_HASH };
  const seals: Seal[] = [];
  for (const row of pending.rows) {
    const { sequence: before, hash: previous } = head;
    const sequence = before + 1;
    const hash = hashOf({ sequence, ...contentOf(row), previousHash: previous });
    seals.push({ ordinal: row.ordinal, sequence, previous, hash });
    head = { sequence, hash };
  }
  await moveToLog(client, seals);
  return { size: seals.length, head };
}

/** The database copies the rows itself, so that the entries in the log are exactly those of the intake. */
async function moveToLog(client: pg.ClientBase, seals: readonly Seal[]): Promise<void> {
  await client.query(
    `insert into audit_entry (sequence, ${CONTENT_COLUMNS}, previous_hash, hash)
     select s.sequence, ${CONTENT_COLUMNS}, decode(s.previous, 'hex'), decode(s.hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as s (ordinal bigint, sequence integer, previous text, hash text)
     join audit_intake using (ordinal)
     order by s.sequence`,
    [JSON.stringify(seals)],
  );
  await recordDisorder(client, seals[0]?.sequence ?? 0);
  await client.query('delete from audit_intake where ordinal = any($1::bigint[])', [
    seals.map(({ ordinal }) => ordinal),
  ]);
}

/** Records where times ran back by more than TIME_TOLERANCE: filters by time must read more entries there. */
async function recordDisorder(client: pg.ClientBase, first: number): Promise<void> {
  await client.query(
    `insert into audit_disorder (latest, earliest)
     select latest, min(at) from (
       select at, greatest((select max(at) from audit_entry where sequence < $1),
         max(at) over (order by sequence rows between unbounded preceding and 1 preceding)) as latest
       from audit_entry where sequence >= $1
     ) as entries
     where at < latest - ${TIME_TOLERANCE} group by latest
     on conflict (latest) do update set earliest = least(audit_disorder.earliest, excluded.earliest)`,
    [first],
  );
}
