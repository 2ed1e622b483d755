import { inTransaction } from '../../../db/in-transaction.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { NOTE } from '../shipment/shipment.js';
import { auditedTime, readActTime, timesOfAct } from './act-time.js';
import { assertTakesEvent } from './assert-takes-event.js';
import { connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import { mailNews } from './connote-mails.js';
import type { RecordAttemptInput } from './edit-connotes.args.js';
import { lockConnote, wrongStatus } from './lock-connote.js';

/**
 * Records a delivery that failed. The connote stays IN_TRANSIT.
 *
 * @throws BAD_USER_INPUT; NOT_FOUND; CONFLICT naming the status of a connote that isn't IN_TRANSIT, or if too many
 * deliveries have failed
 */
export async function recordAttempt(
  dependencies: FreightDependencies,
  { viewer, origin }: Acting,
  input: RecordAttemptInput,
): Promise<ConnoteRecord> {
  const { dataSource, connotes, audit, now } = dependencies;
  const { id, reason } = input;
  const problems = new FieldProblems();
  const note = problems.text('input.note', input.note, NOTE);
  const at = readActTime(input.at, { path: 'input.at', now: now() }, problems);
  problems.assertNone();
  return inTransaction(dataSource, async (tx) => {
    const connote = await lockConnote(tx, connotes, viewer, { id, path: 'input.id' });
    const { status } = connote;
    if (status !== 'IN_TRANSIT') throw wrongStatus('input.id', connote, ['IN_TRANSIT']);
    const times = await timesOfAct(tx, dependencies, connote, { at, path: 'input.at' });
    await assertTakesEvent(tx, connotes, connote, { kind: 'ATTEMPT', path: 'input.id' });
    await connotes.addEvent(tx, {
      ...{ connoteId: id, kind: 'ATTEMPT', from: status, to: status },
      ...{ byId: viewer.userId, reason, note, ...times },
    });
    await audit.append(tx, origin, {
      action: 'CONNOTE_ATTEMPTED',
      target: connoteTarget(connote),
      changes: [
        ...auditedTime(times),
        fact('reason', reason),
        ...(note === null ? [] : [fact('note', note)]),
      ],
    });
    await mailNews(tx, dependencies, connote, { news: 'ATTEMPTED', reason, note });
    return connote;
  });
}
