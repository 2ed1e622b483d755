import type { Tx } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { AuditEvent } from './audit-event.js';

/** Records events in the transaction of the change that they are about. */
export class AuditLog {
  /** @param onAppended called after each append: there may soon be entries to chain */
  constructor(private readonly onAppended: () => void = () => {}) {}

  /** Records events in one statement. If it fails, the transaction fails too, so that no change goes unrecorded. */
  async append(tx: Tx, origin: Origin, ...events: AuditEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { actorId, actorName, ip, userAgent, requestId } = origin;
    const rows = events.map(({ action, target, changes = [] }) => ({
      action,
      target_type: target?.type ?? null,
      target_id: target?.id ?? null,
      target_label: target?.label ?? null,
      changes,
    }));
    await tx.query(
      `insert into audit_intake
         (action, target_type, target_id, target_label, changes, actor_id, actor_name, ip, user_agent, request_id)
       select e.action, e.target_type, e.target_id, e.target_label, e.changes, $2, $3, $4, $5, $6
       from rows from (jsonb_to_recordset($1::jsonb)
         as (action text, target_type text, target_id text, target_label text, changes jsonb))
         with ordinality e
       order by e.ordinality`,
      [JSON.stringify(rows, toStorable), actorId, actorName, ip, userAgent, requestId],
    );
    this.onAppended();
  }
}

/**
 * Replaces NUL and lone surrogates, which PostgreSQL's JSON rejects: user input must not make the recorded change fail.
 */
const toStorable = (_name: string, value: unknown) =>
  typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '\ufffd') : value;
