import type { AuditEntry } from './audit-entry.type.js';
import type { AuditAction } from './audit-event.js';

/** What a user is shown of what happened to their own login: whoever got in or tried to, and what gives access. */
export const ACTIVITY: AuditAction[] = [
  'LOGIN_SUCCEEDED',
  'LOGIN_FAILED',
  'ACCOUNT_LOCKED',
  'ACCOUNT_UNLOCKED',
  'LOGGED_OUT',
  'SESSIONS_REVOKED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET_REQUESTED',
  'PASSWORD_RESET_BY_ADMIN',
  'PASSWORD_RESET_COMPLETED',
  'EMAIL_CONFIRMED',
  'PROFILE_UPDATED',
];

/** What stands for the name of a member of the staff. */
const STAFF = 'staff';

/**
 * An entry as the login that it is about sees it. Of another actor it has neither the name nor where they were. It has no
 * hash then: somebody could try out which hidden values give that hash.
 */
export function asSeenByTarget(entry: AuditEntry, userId: string): AuditEntry {
  if (entry.actorId === null || entry.actorId === userId) return entry;
  const hidden = { actorId: null, actorName: STAFF, ip: null, userAgent: null, requestId: null, hash: '' };
  return { ...entry, ...hidden };
}
