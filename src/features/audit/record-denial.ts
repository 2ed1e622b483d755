import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import type { Role } from '../../shared/auth.js';
import { isId, toStoredId } from '../../shared/id.js';
import type { Origin } from '../../shared/origin.js';
import { type AuditLabel, type AuditTarget, fact } from './audit-event.js';
import type { AuditLog } from './audit-log.js';

/** A field that a signed-in user requested and was denied. */
export interface Denial {
  origin: Origin;
  role: Role;
  field: string;
  args: Readonly<Record<string, unknown>>;
}

/** Records that a field was denied. */
export async function recordDenial(
  { dataSource, audit }: { dataSource: DataSource; audit: AuditLog },
  { origin, role, field, args }: Denial,
): Promise<void> {
  const target = targetOf(field, args);
  await inTransaction(dataSource, (tx) =>
    audit.append(tx, origin, { action: 'AUTHORIZATION_DENIED', target, changes: [fact('role', role)] }),
  );
}

/** The login that the arguments name, if any. The label is always the field. */
function targetOf(label: string, args: Denial['args']): AuditTarget | AuditLabel {
  const { id, input, portalUserId } = args;
  const ofLogins = /portalUser/i.test(label);
  const named = [portalUserId, ...(ofLogins ? [id, (input as { id?: unknown } | undefined)?.id] : [])];
  const found = named.find((value): value is string => typeof value === 'string' && isId(value));
  return found === undefined
    ? { type: null, id: null, label }
    : { type: 'PORTAL_USER', id: toStoredId(found), label };
}
