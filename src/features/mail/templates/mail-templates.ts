/**
 * The data of each mail template. Times are RFC 3339 in UTC; a token becomes part of a link. All of it is encrypted in
 * the outbox, and erased once the mail is sent.
 */
export interface MailData {
  /**
   * A new account. `temporaryPassword` is null if the admin who created the account chose the password;
   * `confirmationToken` is null if the address needs no confirmation. `role` is that of the login; mails from before it was
   * kept have none.
   */
  WELCOME: {
    username: string;
    temporaryPassword: string | null;
    expiresAt: string | null;
    confirmationToken: string | null;
    role?: string;
  };
  TEMPORARY_PASSWORD: {
    username: string;
    temporaryPassword: string;
    expiresAt: string;
    /** How many API keys of the login ended with its password. */
    apiKeysRevoked: number;
  };
  PASSWORD_RESET: { username: string; token: string; expiresAt: string };
  EMAIL_CONFIRMATION: { username: string; token: string; expiresAt: string };
  PASSWORD_CHANGED: { username: string; at: string; ip: string | null };
  /** Sent to the address of a login whose owner asked for another one. */
  EMAIL_CHANGE_REQUESTED: { username: string; at: string; newEmail: string; ip: string | null };
  /** Sent to the previous address. */
  EMAIL_CHANGED: { username: string; at: string; newEmail: string };
  /** To the creator of the key, as the next one. `keyExpiresAt` is null if the key doesn't expire. */
  API_KEY_CREATED: {
    username: string;
    keyName: string;
    prefix: string;
    allErpCustomers: boolean;
    erpCustomerNames: readonly string[];
    keyExpiresAt: string | null;
    at: string;
    ip: string | null;
  };
  API_KEY_EXPIRING: { username: string; keyName: string; prefix: string; keyExpiresAt: string };
  QUOTE_REQUESTED: { reference: string; customerName: string };
  /** `totalAmount` is a decimal; `validUntil` is the last day of the price. */
  QUOTE_PRICED: { reference: string; totalAmount: string; currency: string; validUntil: string };
  CONNOTE_BOOKED: ConnoteData & { pickup: string; delivery: string };
  /** `reason` says why a delivery failed; `estimatedDeliveryOn` is a day. */
  CONNOTE_STATUS_CHANGED: ConnoteData & {
    news: ConnoteNews;
    reason: string | null;
    note: string | null;
    estimatedDeliveryOn: string | null;
  };
}

/** What every mail about a connote has. `totalAmount` is a decimal, or null until there is a price. */
interface ConnoteData {
  number: string;
  totalAmount: string | null;
  currency: string;
  trackingUrl: string;
}

/** What a customer is told about a connote: a status, or what happened without a change of the status. */
export type ConnoteNews = 'PRICED' | 'CONFIRMED' | 'IN_TRANSIT' | 'ATTEMPTED' | 'DELIVERED' | 'CANCELLED';

/** The name of a template, as the outbox stores it. */
export type MailTemplate = keyof MailData;

/** The name of a template in commands and file names, such as password-reset. */
export const templateName = (template: string) => template.toLowerCase().replaceAll('_', '-');

/** The fields of data with which somebody gets into an account. */
export const SECRET_FIELDS = ['temporaryPassword', 'token', 'confirmationToken'] as const;

/** The data of a mail with something else in place of its secrets. */
export const hideSecrets = (data: object, instead: string): object =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const isSecret = SECRET_FIELDS.some((field) => field === name) && value !== null;
      return [name, isSecret ? instead : value];
    }),
  );

const WITH_SECRETS: ReadonlySet<string> = new Set<MailTemplate>([
  'WELCOME',
  'TEMPORARY_PASSWORD',
  'PASSWORD_RESET',
  'EMAIL_CONFIRMATION',
]);

/** Whether mails of a template contain a password, or a link that acts on the recipient's account. */
export const carriesSecret = (template: string): boolean => WITH_SECRETS.has(template);
