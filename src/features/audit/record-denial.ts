import type { DataSource } from 'typeorm';
import type { Caller } from '../../shared/auth.js';
import { isId, toStoredId } from '../../shared/id-format.js';
import type { Origin } from '../../shared/origin.js';
import { type AuditLabel, type AuditTarget, fact } from './audit-event.js';
import type { AuditLog } from './audit-log.js';

/** A field that a signed-in user or an API key requested and was denied. */
export interface Denial extends Caller {
  origin: Origin;
  field: string;
  args: Readonly<Record<string, unknown>>;
}

/** Records that a field was denied. */
export async function recordDenial(
  { dataSource, audit }: { dataSource: DataSource; audit: AuditLog },
  { origin, viewer, apiKey, field, args }: Denial,
): Promise<void> {
  const target = apiKey
    ? { type: 'API_KEY' as const, id: apiKey.apiKeyId, label: field }
    : targetOf(field, args);
  const changes = viewer ? [fact('role', viewer.role)] : [];
  // Nothing else happens, and one statement needs no transaction around it.
  await audit.append(dataSource.manager, origin, { action: 'AUTHORIZATION_DENIED', target, changes });
}

/** The types of what fields have the ids of: in an argument with a name of its own, or in `id`. */
const BY_ARGUMENT = { portalUserId: 'PORTAL_USER', quoteId: 'QUOTE' } as const;
const BY_FIELD = [
  [/portalUser/i, 'PORTAL_USER'],
  // A photo of a connote is named by an id of its own.
  [/connote(?!Photo)|recordAttempt/i, 'CONNOTE'],
  [/quote/i, 'QUOTE'],
] as const;

/** The login, connote or quote that the arguments name, or those in `input`, if any. The label is always the field. */
function targetOf(label: string, { input, ...args }: Denial['args']): AuditTarget | AuditLabel {
  const named = { ...(input as Denial['args'] | undefined), ...args };
  const ofField = BY_FIELD.find(([fields]) => fields.test(label))?.[1];
  const candidates = [
    ...Object.entries(BY_ARGUMENT).map(([name, type]) => ({ type, id: named[name] })),
    ...(ofField ? [{ type: ofField, id: named['id'] }] : []),
  ];
  for (const { type, id } of candidates) {
    if (typeof id === 'string' && isId(id)) return { type, id: toStoredId(id), label };
  }
  return { type: null, id: null, label };
}
