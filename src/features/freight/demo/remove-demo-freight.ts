import type { Tx } from '../../../db/in-transaction.js';
import { deleteAfterCommit } from '../files/delete-files.js';
import { DEMO_CONNOTES, DEMO_QUOTES } from './demo-freight.js';
import type { DemoFreightDependencies } from './demo-freight-dependencies.js';

/**
 * Removes the demo freight with its events, photos and proofs; the service deletes their files. A connote booked from a
 * demo quote stays, without it.
 */
export async function removeDemoFreight(
  tx: Tx,
  { proofs, jobs }: Pick<DemoFreightDependencies, 'proofs' | 'jobs'>,
): Promise<void> {
  const references = DEMO_QUOTES.map(({ reference }) => reference);
  const numbers = DEMO_CONNOTES.map(({ number }) => number);
  const connotes = await tx.query<{ id: string }[]>(
    'select id from connote where number = any($1) order by id for update',
    [numbers],
  );
  const ids = connotes.map(({ id }) => id);
  await deleteAfterCommit(tx, jobs, await proofs.fileKeys(tx, ids));
  await tx.query('delete from connote where id = any($1)', [ids]);
  await tx.query(
    'update connote set quote_id = null where quote_id in (select id from quote where reference = any($1))',
    [references],
  );
  await tx.query('delete from quote where reference = any($1)', [references]);
}
