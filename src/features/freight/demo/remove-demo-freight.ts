import type { Tx } from '../../../db/in-transaction.js';
import type { AuditEvent, AuditTarget } from '../../audit/audit-event.js';
import { deleteAfterCommit } from '../files/delete-files.js';
import { returnPoints } from '../rewards/return-points.js';
import { DEMO_CONNOTES, DEMO_QUOTES } from './demo-freight.js';
import type { DemoFreightDependencies } from './demo-freight-dependencies.js';

/**
 * Removes the demo freight with its events, photos and proofs; the service deletes their files. A connote booked from a
 * demo quote stays, without it. Points on a quote that isn't booked return; a connote that they have paid in full gets the
 * price of its quote.
 */
export async function removeDemoFreight(
  tx: Tx,
  dependencies: Pick<
    DemoFreightDependencies,
    'proofs' | 'jobs' | 'customers' | 'rewards' | 'audit' | 'origin' | 'now'
  >,
): Promise<void> {
  const { proofs, jobs, audit, origin } = dependencies;
  // Quotes first, as a booking locks them: one that is under way is found below.
  const quotes = await lockAll(
    tx,
    'quote',
    'reference',
    DEMO_QUOTES.map(({ reference }) => reference),
  );
  const connotes = await lockAll(
    tx,
    'connote',
    'number',
    DEMO_CONNOTES.map(({ number }) => number),
  );
  const connoteIds = connotes.map(({ id }) => id);
  const quoteIds = quotes.map(({ id }) => id);
  await deleteAfterCommit(tx, jobs, await proofs.fileKeys(tx, connoteIds));
  await tx.query('delete from connote where id = any($1)', [connoteIds]);
  const booked = await tx.query<{ id: string }[]>(
    'select quote_id as id from connote where quote_id = any($1)',
    [quoteIds],
  );
  const unbooked = quoteIds.filter((id) => !booked.some((one) => one.id === id));
  await returnPoints(tx, dependencies, origin, unbooked);
  await tx.query(
    `update connote c set quote_id = null,
       total_amount = case when c.total_amount > 0 then c.total_amount else q.total_amount end
     from quote q where q.id = c.quote_id and q.id = any($1)`,
    [quoteIds],
  );
  await tx.query('delete from quote where id = any($1)', [quoteIds]);
  const removed = (type: AuditTarget['type'], { id, name, status }: Locked): AuditEvent => ({
    action: 'DEMO_FREIGHT_REMOVED',
    target: { type, id, label: name },
    changes: [{ field: 'status', before: status, after: null }],
  });
  await audit.append(
    tx,
    origin,
    ...connotes.map((connote) => removed('CONNOTE', connote)),
    ...quotes.map((quote) => removed('QUOTE', quote)),
  );
}

interface Locked {
  id: string;
  /** The reference or number. */
  name: string;
  status: string;
}

const lockAll = (tx: Tx, table: 'quote' | 'connote', column: string, names: readonly string[]) =>
  tx.query<Locked[]>(
    `select id, ${column} as name, status from ${table} where ${column} = any($1) order by id for update`,
    [names],
  );
