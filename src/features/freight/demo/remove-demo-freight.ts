import type { Tx } from '../../../db/in-transaction.js';
import { DEMO_CONNOTES, DEMO_QUOTES } from './demo-freight.js';

/** Removes the demo freight with its events, photos and proofs. A connote booked from a demo quote stays, without it. */
export async function removeDemoFreight(tx: Tx): Promise<void> {
  const references = DEMO_QUOTES.map(({ reference }) => reference);
  const numbers = DEMO_CONNOTES.map(({ number }) => number);
  await tx.query('delete from connote where number = any($1)', [numbers]);
  await tx.query(
    'update connote set quote_id = null where quote_id in (select id from quote where reference = any($1))',
    [references],
  );
  await tx.query('delete from quote where reference = any($1)', [references]);
}
