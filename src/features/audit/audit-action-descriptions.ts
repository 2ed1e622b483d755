import type { AuditAction } from './audit-event.js';

const DESCRIPTIONS: Partial<Record<AuditAction, string>> = {
  LOGIN_SUCCEEDED: 'A user signed in.',
  LOGIN_FAILED:
    'A sign-in was refused; the changes give the reason. What was typed for an unknown login is not kept.',
  ACCOUNT_LOCKED: 'Too many sign-ins failed; the next one has to wait.',
  ACCOUNT_UNLOCKED: 'An admin ended the wait after failed sign-ins.',
  SESSIONS_REVOKED:
    'Sessions were ended by the user or an admin, or one because its refresh token was reused.',
  PASSWORD_RESET_REQUESTED: 'A link to choose a new password was requested.',
  PASSWORD_RESET_BY_ADMIN: 'An admin reset the password and had a temporary one mailed.',
  PASSWORD_RESET_COMPLETED: 'A new password was chosen with a mailed link.',
  AUTHORIZATION_DENIED:
    'A signed-in user or an API key tried something that is not open to them; the label is the field. Or an API key was refused; the changes give the reason.',
  ACCESS_PREVIEWED: 'An admin previewed what a login can see.',
  MAIL_RETRIED: 'An admin retried a mail.',
  PROFILE_UPDATED: 'A user changed their name, or asked for a new e-mail or confirmed it.',
  CUSTOMER_RESTORED: 'The deletion of a customer was taken back.',
  ERP_ACCESS_CHANGED: 'The ERP customers that a login may see were changed.',
  API_KEY_REVOKED:
    'An admin revoked an API key, or it ended with its creator; the changes then give the reason.',
  CONNOTE_STATUS_CHANGED: 'A connote moved to another status, or to another driver.',
  CONNOTE_ATTEMPTED: 'Goods could not be delivered; the connote stays in transit.',
  CONNOTE_NOTED: 'A note or a photo was added to a connote.',
  CONNOTE_PHOTO_REMOVED: 'A photo before or after a service was removed from a connote.',
  DEMO_FREIGHT_REMOVED: 'A quote or connote of the demo was removed, to be created again.',
  RATE_CHANGED: 'A line of the rate card was added, changed or deleted.',
  ERP_CHECKED: 'An admin had the ERP checked.',
  REWARDS_EARNED: 'A delivered connote earned its customer points.',
  REWARDS_REDEEMED: 'A customer used points on a quote.',
  REWARDS_RETURNED:
    'Points came back from a quote: by the customer, or with its rejection, its expiry or the cancellation of its connote.',
  REWARDS_ADJUSTED: 'An admin gave a customer points, or took some.',
  INVENTORY_EXPORTED: 'Stock was exported from the portal to a file.',
  INVOICES_EXPORTED: 'Invoices were exported from the portal to a file.',
  PAYMENTS_EXPORTED: 'Payments were exported from the portal to a file.',
};

/** Descriptions of the actions whose names do not explain themselves, in TypeGraphQL's format for enums. */
export const actionDescriptions = () =>
  Object.fromEntries(Object.entries(DESCRIPTIONS).map(([action, description]) => [action, { description }]));
