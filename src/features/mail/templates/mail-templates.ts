/**
 * What each kind of mail is filled in with. Times are RFC 3339 in UTC; a token becomes part of a link. All of it is
 * encrypted in the outbox and erased once the mail is sent.
 */
export interface MailData {
  /**
   * A new account. Without a temporary password, whoever made the account chose one; without a token, the address needs no
   * confirmation.
   */
  WELCOME: {
    username: string;
    temporaryPassword: string | null;
    expiresAt: string | null;
    confirmationToken: string | null;
  };
  TEMPORARY_PASSWORD: { username: string; temporaryPassword: string; expiresAt: string };
  PASSWORD_RESET: { username: string; token: string; expiresAt: string };
  EMAIL_CONFIRMATION: { username: string; token: string; expiresAt: string };
  PASSWORD_CHANGED: { username: string; at: string; ip: string | null };
  /** To the address before. */
  EMAIL_CHANGED: { username: string; at: string; newEmail: string };
  QUOTE_REQUESTED: { reference: string; customerName: string };
  QUOTE_PRICED: { reference: string; totalAmount: string; currency: string; validUntil: string | null };
  CONNOTE_BOOKED: { number: string; pickup: string; delivery: string };
  CONNOTE_STATUS_CHANGED: { number: string; status: string; note: string | null };
}

export type MailTemplate = keyof MailData;

/** A template as commands and files call it, such as password-reset. */
export const templateName = (template: string) => template.toLowerCase().replaceAll('_', '-');

const WITH_SECRETS: ReadonlySet<string> = new Set<MailTemplate>([
  'WELCOME',
  'TEMPORARY_PASSWORD',
  'PASSWORD_RESET',
  'EMAIL_CONFIRMATION',
]);

/** Whether mails of a template have a password or a link that acts for their reader. */
export const carriesSecret = (template: string): boolean => WITH_SECRETS.has(template);
