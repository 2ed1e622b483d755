import type { Origin } from '../../../shared/origin.js';
import { type AuditEvent, fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';

/** A login as the audit log names it. */
export interface AuditedLogin {
  id: string;
  email: string;
}

/** Why a sign-in failed. The caller is told less. */
export type LoginFailure =
  | 'unknown login'
  | 'wrong password'
  | 'waiting after failed sign-ins'
  | 'temporary password expired'
  | 'inactive';

/** The same origin without an actor, whatever session the request has: this act has proved no identity. */
export const asAnonymous = (origin: Origin): Origin => ({ ...origin, actorId: null, actorName: 'nobody' });

/** For an unknown login, nothing of what was typed is kept, because people type passwords there. */
export const loginFailed = (login: AuditedLogin | null, reason: LoginFailure): AuditEvent => ({
  action: 'LOGIN_FAILED',
  target: login && portalUserTarget(login),
  changes: [fact('reason', reason)],
});

/** After too many wrong passwords, even the right one is refused for a while. */
export const accountLocked = (login: AuditedLogin, until: Date): AuditEvent => ({
  action: 'ACCOUNT_LOCKED',
  target: portalUserTarget(login),
  changes: [fact('lockedUntil', until.toISOString())],
});
