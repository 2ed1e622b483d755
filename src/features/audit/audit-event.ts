/** All actions that the audit log can record. */
export const AUDIT_ACTIONS = [
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
  'AUTHORIZATION_DENIED',
  'ACCESS_PREVIEWED',
  'MAIL_RETRIED',
  'PORTAL_USER_CREATED',
  'PORTAL_USER_UPDATED',
  'PORTAL_USER_DEACTIVATED',
  'PORTAL_USER_REACTIVATED',
  'ERP_ACCESS_CHANGED',
  'CUSTOMER_CREATED',
  'CUSTOMER_UPDATED',
  'CUSTOMER_DELETED',
  'PORTAL_ACCOUNT_PROVISIONED',
  'PORTAL_ACCOUNT_PROVISIONING_FAILED',
  'PORTAL_ACCESS_REVOKED',
  'PORTAL_ACCESS_RESTORED',
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
  'INVENTORY_EXPORTED',
  'INVOICES_EXPORTED',
  'PAYMENTS_EXPORTED',
  'QUOTE_REQUESTED',
  'QUOTE_PRICED',
  'QUOTE_APPROVED',
  'QUOTE_REJECTED',
  'QUOTE_EXPIRED',
  'CONNOTE_BOOKED',
  'CONNOTE_STATUS_CHANGED',
  'CONNOTE_CANCELLED',
  'CONNOTE_PRICED',
  'CONNOTE_ATTEMPTED',
  'CONNOTE_NOTED',
  'CONNOTE_PHOTO_REMOVED',
  'RATE_CHANGED',
  'DEMO_FREIGHT_REMOVED',
  'AUDIT_EXPORTED',
  'PROFILE_UPDATED',
  'CUSTOMER_RESTORED',
  'ERP_CHECKED',
  'REWARDS_EARNED',
  'REWARDS_REDEEMED',
  'REWARDS_RETURNED',
  'REWARDS_ADJUSTED',
  'REWARDS_EXPIRED',
] as const;
/** An action that the audit log can record. */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The types of objects that an action can be about. */
export const AUDIT_TARGET_TYPES = [
  'PORTAL_USER',
  'CUSTOMER',
  'API_KEY',
  'QUOTE',
  'CONNOTE',
  'INVENTORY',
  'INVOICES',
  'PAYMENTS',
  'MAIL',
  'RATE',
  'AUDIT_LOG',
] as const;
/** The type of the object that was acted on. */
export type AuditTargetType = (typeof AUDIT_TARGET_TYPES)[number];

/** What was acted on. The label is its e-mail, number or name at the time of the action. */
export interface AuditTarget {
  type: AuditTargetType;
  id: string;
  label: string;
}

/** Used if no single object was acted on: only a label, such as the requested field. */
export interface AuditLabel {
  type: null;
  id: null;
  label: string;
}

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A field before and after. Must never contain a secret. */
export interface AuditChange {
  field: string;
  before: Json;
  after: Json;
}

/** An event to record. */
export interface AuditEvent {
  action: AuditAction;
  target: AuditTarget | AuditLabel | null;
  changes?: readonly AuditChange[];
}

/** The fields that differ, each with its old and new value. */
export function changesBetween(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): AuditChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** A fact without a previous value, such as the number of sessions ended. */
export const fact = (field: string, after: Json): AuditChange => ({ field, before: null, after });
