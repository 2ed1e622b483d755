import type { AuditAction, AuditOutcome, AuditTargetType } from '../../../app/operations.generated';

/** All actions, by what they are about. */
export const TOPICS = {
  signIn: [
    ...(['LOGIN_SUCCEEDED', 'LOGIN_FAILED', 'LOGGED_OUT', 'ACCOUNT_LOCKED', 'ACCOUNT_UNLOCKED'] as const),
    ...(['SESSIONS_REVOKED', 'AUTHORIZATION_DENIED'] as const),
  ],
  password: [
    ...(['PASSWORD_CHANGED', 'PASSWORD_RESET_REQUESTED', 'PASSWORD_RESET_COMPLETED'] as const),
    ...(['PASSWORD_RESET_BY_ADMIN', 'EMAIL_CONFIRMED', 'PROFILE_UPDATED'] as const),
  ],
  users: [
    ...(['PORTAL_USER_CREATED', 'PORTAL_USER_UPDATED', 'PORTAL_USER_DEACTIVATED'] as const),
    ...(['PORTAL_USER_REACTIVATED', 'ERP_ACCESS_CHANGED', 'ACCESS_PREVIEWED'] as const),
  ],
  customers: [
    ...(['CUSTOMER_CREATED', 'CUSTOMER_UPDATED', 'CUSTOMER_DELETED', 'CUSTOMER_RESTORED'] as const),
    ...(['PORTAL_ACCOUNT_PROVISIONED', 'PORTAL_ACCOUNT_PROVISIONING_FAILED'] as const),
    ...(['PORTAL_ACCESS_REVOKED', 'PORTAL_ACCESS_RESTORED'] as const),
    ...(['REWARDS_EARNED', 'REWARDS_REDEEMED', 'REWARDS_RETURNED'] as const),
    ...(['REWARDS_ADJUSTED', 'REWARDS_EXPIRED'] as const),
  ],
  freight: [
    ...(['QUOTE_REQUESTED', 'QUOTE_PRICED', 'QUOTE_APPROVED', 'QUOTE_REJECTED', 'QUOTE_EXPIRED'] as const),
    ...(['CONNOTE_BOOKED', 'CONNOTE_PRICED', 'CONNOTE_STATUS_CHANGED', 'CONNOTE_NOTED'] as const),
    'CONNOTE_PHOTO_REMOVED',
    ...(['CONNOTE_ATTEMPTED', 'CONNOTE_CANCELLED', 'RATE_CHANGED', 'DEMO_FREIGHT_REMOVED'] as const),
  ],
  portal: [
    ...(['API_KEY_CREATED', 'API_KEY_REVOKED', 'INVENTORY_EXPORTED', 'INVOICES_EXPORTED'] as const),
    ...(['PAYMENTS_EXPORTED', 'AUDIT_EXPORTED', 'MAIL_RETRIED', 'ERP_CHECKED'] as const),
  ],
} satisfies Record<string, readonly AuditAction[]>;

/** What can have been acted on. */
export const TARGET_TYPES: readonly AuditTargetType[] = [
  ...(['PORTAL_USER', 'CUSTOMER', 'QUOTE', 'CONNOTE', 'RATE', 'API_KEY'] as const),
  ...(['INVENTORY', 'INVOICES', 'PAYMENTS', 'AUDIT_LOG', 'MAIL'] as const),
];

/** Whether it was allowed. */
export const OUTCOMES: readonly AuditOutcome[] = ['ALLOWED', 'DENIED'];
