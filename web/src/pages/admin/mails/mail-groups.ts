import type { MailStatus } from '../../../app/operations.generated';

/** What the list of mails has tabs for, those first that wait for an admin. */
export const MAIL_GROUPS = ['FAILED', 'WAITING', 'SENT'] as const;
/** A tab of the list of mails. */
export type MailGroup = (typeof MAIL_GROUPS)[number];

/** The statuses of each tab. */
export const STATUSES_OF: Record<MailGroup, readonly MailStatus[]> = {
  FAILED: ['FAILED', 'DEAD'],
  WAITING: ['QUEUED', 'SENDING'],
  SENT: ['SENT'],
};
