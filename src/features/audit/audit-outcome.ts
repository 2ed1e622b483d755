import { AUDIT_ACTIONS, type AuditAction } from './audit-event.js';

/** Whether somebody was allowed to do what they tried. */
export const AUDIT_OUTCOMES = ['ALLOWED', 'DENIED'] as const;
/** One of these outcomes. */
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

const DENIED: readonly AuditAction[] = ['LOGIN_FAILED', 'AUTHORIZATION_DENIED'];

/** The outcome that entries about an action have. */
export const outcomeOf = (action: AuditAction): AuditOutcome =>
  DENIED.includes(action) ? 'DENIED' : 'ALLOWED';

/** The actions whose entries have an outcome. */
export const actionsWith = (outcome: AuditOutcome): AuditAction[] =>
  AUDIT_ACTIONS.filter((action) => outcomeOf(action) === outcome);
