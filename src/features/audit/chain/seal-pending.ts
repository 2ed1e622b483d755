import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../../db/pool.js';
import { unreportedTransaction } from '../../../db/unreported-transaction.js';
import { TIME_TOLERANCE } from '../audit-entry.conditions.js';
import type { AuditHead } from './audit-head.js';
import { type AuditRow, CONTENT_COLUMNS, contentOf, FIRST_PREVIOUS_HASH, hashOf } from './audit-line.js';

/** Any number will do as long as no other program locks it on the same database. */
const SEAL_LOCK = 7_041_776_002;
/** Few, so that others get their turn. */
const BATCH = 200;

/**
 * Chains what waits in the intake: each entry gets the next sequence and its hash, and moves to the log. Whoever has
 * committed before the call is in the log after it. Several instances may do this at once.
 *
 * @returns the entry that the log now ends with; null where nothing waited
 */
export async function sealPending(dataSource: DataSource): Promise<AuditHead | null> {
  if (!(await isAnythingPending(dataSource))) return null;
  let head: AuditHead | null = null;
  for (;;) {
    const batch = await unreportedTransaction(dataSource, sealBatch);
    head = batch.head ?? head;
    // A short one has taken all that there was; what came since is the next call's, or this one would never end.
    if (batch.size < BATCH) return head;
  }
}

async function isAnythingPending(dataSource: DataSource): Promise<boolean> {
  const { rows } = await poolOf(dataSource).query('select 1 from audit_intake limit 1');
  return rows.length > 0;
}

/** What sealing adds to an entry. */
interface Seal {
  ordinal: string;
  sequence: number;
  previous: string;
  hash: string;
}

async function sealBatch(client: pg.ClientBase): Promise<{ size: number; head: AuditHead | null }> {
  // Whoever holds the lock may hang; and where we do, the others must not wait for us.
  await client.query("set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '30s'");
  // A statement of its own: the next one sees what the one before us in the queue has committed.
  await client.query('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
  const waiting = await client.query<AuditRow & { ordinal: string }>(
    `select ordinal, ${CONTENT_COLUMNS} from audit_intake order by ordinal limit ${BATCH}`,
  );
  // Another instance was faster with what was seen.
  if (waiting.rows.length === 0) return { size: 0, head: null };
  const last = await client.query<AuditHead>(
    "select sequence, encode(hash, 'hex') as hash from audit_entry order by sequence desc limit 1",
  );
  let head = last.rows[0] ?? { sequence: 0, hash: FIRST_PREVIOUS_HASH };
  const seals: Seal[] = [];
  for (const row of waiting.rows) {
    const { sequence: before, hash: previous } = head;
    const sequence = before + 1;
    const hash = hashOf({ sequence, ...contentOf(row), previousHash: previous });
    seals.push({ ordinal: row.ordinal, sequence, previous, hash });
    head = { sequence, hash };
  }
  await move(client, seals);
  return { size: seals.length, head };
}

/** The rows are copied by the database itself: what leaves the intake is to the letter what enters the log. */
async function move(client: pg.ClientBase, seals: readonly Seal[]): Promise<void> {
  await client.query(
    `insert into audit_entry (sequence, ${CONTENT_COLUMNS}, previous_hash, hash)
     select s.sequence, ${CONTENT_COLUMNS}, decode(s.previous, 'hex'), decode(s.hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as s (ordinal bigint, sequence integer, previous text, hash text)
     join audit_intake using (ordinal)
     order by s.sequence`,
    [JSON.stringify(seals)],
  );
  await noteDisorder(client, seals[0]?.sequence ?? 0);
  await client.query('delete from audit_intake where ordinal = any($1::bigint[])', [
    seals.map(({ ordinal }) => ordinal),
  ]);
}

/** Keeps where times ran back further than a filter by time reckons with: it must then look at more. */
async function noteDisorder(client: pg.ClientBase, first: number): Promise<void> {
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
