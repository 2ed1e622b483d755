import type { Tx } from '../../../db/in-transaction.js';
import type { AuditEvent, AuditTarget } from '../../audit/audit-event.js';
import { deleteAfterCommit } from '../files/delete-files.js';
import { DEMO_CONNOTES, DEMO_QUOTES } from './demo-freight.js';
import type { DemoFreightDependencies } from './demo-freight-dependencies.js';

/**
 * Removes the demo freight with its events, photos and proofs; the service deletes their files. A connote booked from a
 * demo quote stays, without it.
 */
export async function removeDemoFreight(
  tx: Tx,
  { proofs, jobs, audit, origin }: Pick<DemoFreightDependencies, 'proofs' | 'jobs' | 'audit' | 'origin'>,
): Promise<void> {
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
  await tx.query('update connote set quote_id = null where quote_id = any($1)', [quoteIds]);
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
