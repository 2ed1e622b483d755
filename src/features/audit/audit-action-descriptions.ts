import type { AuditAction } from './audit-event.js';

const WORDS: Partial<Record<AuditAction, string>> = {
  LOGIN_SUCCEEDED: 'Somebody signed in.',
  LOGIN_FAILED:
    'A sign-in was refused; why is among the changes. What was typed for an unknown login is not kept.',
  ACCOUNT_LOCKED: 'Too many sign-ins failed: the next has to wait.',
  ACCOUNT_UNLOCKED: 'An admin ended that wait.',
  SESSIONS_REVOKED: 'Sessions were ended otherwise than by signing out of them.',
  PASSWORD_RESET_REQUESTED: 'Somebody asked for a link to choose a new password.',
  PASSWORD_RESET_BY_ADMIN: 'An admin had a temporary password mailed.',
  PASSWORD_RESET_COMPLETED: 'A new password was chosen by such a link.',
  AUTHORIZATION_DENIED: 'Somebody signed in tried what their role does not allow; the label is the field.',
  ACCESS_PREVIEWED: 'Staff looked at what a login would see.',
  MAIL_RETRIED: 'An admin had a mail sent again.',
  ERP_ACCESS_CHANGED: 'Which ERP customers a login may see was changed.',
  INVENTORY_EXPORTED: 'Stock was taken out of the portal as a file.',
};

/** The actions whose names don't say it all, as TypeGraphQL wants an enum's descriptions. */
export const actionDescriptions = () =>
  Object.fromEntries(Object.entries(WORDS).map(([action, description]) => [action, { description }]));
