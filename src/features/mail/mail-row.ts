/** The statuses of a mail. A FAILED mail is retried automatically, a DEAD one is not. */
export const MAIL_STATUSES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'DEAD'] as const;
/** One of these statuses. */
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** A mail of the outbox, without its payload. */
export interface MailRow {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  last_error: string | null;
  /** When it is tried next; during an attempt, when its claim ends. */
  due_at: Date;
  created_at: Date;
  sent_at: Date | null;
}

/** Joins the preferences `p` of whoever a mail `m` is to, who may have none or no login, in SQL. */
export const JOIN_PREFERENCES = `
  left join portal_user u on u.email_key = m.recipient_key
  left join viewer_preferences p on p.user_id = u.id`;

/** The columns of a MailRow, in SQL. */
export const MAIL_COLUMNS =
  'id, recipient, template, subject, status, attempts, last_error, due_at, created_at, sent_at';
