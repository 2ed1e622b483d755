import type { Origin } from '../../../shared/origin.js';
import { type AuditEvent, fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';

/** A login as the audit log names it. */
export interface AuditedLogin {
  id: string;
  email: string;
}

/** Why a sign-in failed; the caller is told less. */
export type LoginFailure =
  | 'unknown login'
  | 'wrong password'
  | 'waiting after failed sign-ins'
  | 'temporary password expired'
  | 'inactive';

/** The same place, for who has not shown who they are in what is written down: whatever session the request came with. */
export const asAnonymous = (origin: Origin): Origin => ({ ...origin, actorId: null, actorName: 'nobody' });

/** Of an unknown login nothing is kept that was typed: people type passwords there. */
export const loginFailed = (login: AuditedLogin | null, reason: LoginFailure): AuditEvent => ({
  action: 'LOGIN_FAILED',
  target: login && portalUserTarget(login),
  changes: [fact('reason', reason)],
});

/** Too many wrong passwords: from now on even the right one is refused for a while. */
export const accountLocked = (login: AuditedLogin, until: Date): AuditEvent => ({
  action: 'ACCOUNT_LOCKED',
  target: portalUserTarget(login),
  changes: [fact('lockedUntil', until.toISOString())],
});
