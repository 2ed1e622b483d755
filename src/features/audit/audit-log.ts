import type { Tx } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { AuditEvent } from './audit-event.js';

/** Where everything that happens is written down, in the transaction that it happens in. */
export class AuditLog {
  /** @param onAppended told that there may soon be something to chain */
  constructor(private readonly onAppended: () => void = () => {}) {}

  /** Writes events down in one statement. Where that fails, so does the transaction: nothing happens unseen. */
  async append(tx: Tx, origin: Origin, ...events: AuditEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { actorId, actorName, ip, userAgent, requestId } = origin;
    const told = events.map(({ action, target, changes = [] }) => ({
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
      [JSON.stringify(told, storable), actorId, actorName, ip, userAgent, requestId],
    );
    this.onAppended();
  }
}

/** PostgreSQL's JSON takes neither NUL nor half a character: what somebody typed must not undo what it is written down for. */
const storable = (_name: string, value: unknown) =>
  typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '\ufffd') : value;
