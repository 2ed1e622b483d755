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

/** The audit event of a failed sign-in. For an unknown login it has nothing that was typed: it may be a password. */
export const loginFailed = (login: AuditedLogin | null, reason: LoginFailure): AuditEvent => ({
  action: 'LOGIN_FAILED',
  target: login && portalUserTarget(login),
  changes: [fact('reason', reason)],
});

/** The audit event of a wait: after too many wrong passwords, even the right one is refused for a while. */
export const accountLocked = (login: AuditedLogin, until: Date): AuditEvent => ({
  action: 'ACCOUNT_LOCKED',
  target: portalUserTarget(login),
  changes: [fact('lockedUntil', until.toISOString())],
});
