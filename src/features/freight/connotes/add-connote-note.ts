import { inTransaction } from '../../../db/in-transaction.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { NOTE } from '../shipment/shipment.js';
import { assertTakesEvent } from './assert-takes-event.js';
import { connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import { lockConnote } from './lock-connote.js';

/**
 * Adds a note to the history of a connote, which stays as it is.
 *
 * @throws BAD_USER_INPUT; NOT_FOUND; CONFLICT if the connote has too many notes
 */
export async function addConnoteNote(
  { dataSource, connotes, audit, now }: FreightDependencies,
  { viewer, origin }: Acting,
  input: { id: string; note: string },
): Promise<ConnoteRecord> {
  const problems = new FieldProblems();
  const note = problems.requiredText('note', input.note, NOTE);
  problems.assertNone();
  return inTransaction(dataSource, async (tx) => {
    const connote = await lockConnote(tx, connotes, viewer, { id: input.id, path: 'id' });
    await assertTakesEvent(tx, connotes, connote, { kind: 'NOTE', path: 'id' });
    const { id: connoteId, status } = connote;
    await connotes.addEvent(tx, {
      ...{ connoteId, kind: 'NOTE', from: status, to: status },
      ...{ byId: viewer.userId, note, at: now() },
    });
    await audit.append(tx, origin, {
      action: 'CONNOTE_NOTED',
      target: connoteTarget(connote),
      changes: [fact('note', note)],
    });
    return connote;
  });
}
