import { inTransaction } from '../../../db/in-transaction.js';
import { forbidden } from '../../../shared/errors.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { NOTE } from '../shipment/shipment.js';
import { auditedTime, readActTime, timesOfAct } from './act-time.js';
import { assertTakesEvent } from './assert-takes-event.js';
import { connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import { lockConnote } from './lock-connote.js';

/**
 * Adds a note to the history of a connote, which stays as it is.
 *
 * @throws FORBIDDEN if the role may not enter it late; BAD_USER_INPUT; NOT_FOUND; CONFLICT if the connote has too many notes
 */
export async function addConnoteNote(
  dependencies: FreightDependencies,
  { viewer, origin }: Acting,
  input: { id: string; note: string; at?: Date | null },
): Promise<ConnoteRecord> {
  const { dataSource, connotes, audit, now } = dependencies;
  const problems = new FieldProblems();
  if (input.at && viewer.role === 'WAREHOUSE') throw forbidden();
  const note = problems.requiredText('note', input.note, NOTE);
  const at = readActTime(input.at, { path: 'at', now: now() }, problems);
  problems.assertNone();
  return inTransaction(dataSource, async (tx) => {
    const connote = await lockConnote(tx, connotes, viewer, { id: input.id, path: 'id' });
    const times = await timesOfAct(tx, dependencies, connote, { at, path: 'at' });
    await assertTakesEvent(tx, connotes, connote, { kind: 'NOTE', path: 'id' });
    const { id: connoteId, status } = connote;
    await connotes.addEvent(tx, {
      ...{ connoteId, kind: 'NOTE', from: status, to: status },
      ...{ byId: viewer.userId, note, ...times },
    });
    await audit.append(tx, origin, {
      action: 'CONNOTE_NOTED',
      target: connoteTarget(connote),
      changes: [...auditedTime(times), fact('note', note)],
    });
    return connote;
  });
}
