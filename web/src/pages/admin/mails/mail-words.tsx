import { useTranslations } from 'use-intl';
import type { MailStatus } from '../../../app/operations.generated';
import { readOneOf } from '../../../app/search';
import { StatusMark, type Tone } from '../../../parts/status-mark';

const TONES: Record<MailStatus, Tone> = {
  QUEUED: 'neutral',
  SENDING: 'accent',
  FAILED: 'warn',
  DEAD: 'bad',
  SENT: 'good',
};

/** The status of a mail. */
export function MailStatusMark({ status }: { status: MailStatus }) {
  const t = useTranslations('admin.mails.status');
  return <StatusMark tone={TONES[status]}>{t(status)}</StatusMark>;
}

/** The kinds of mails that have words; one that a newer service adds is shown by its own name. */
const KINDS = [
  ...(['WELCOME', 'TEMPORARY_PASSWORD', 'PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'PASSWORD_CHANGED'] as const),
  ...(['EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGED', 'API_KEY_CREATED', 'API_KEY_EXPIRING'] as const),
  ...(['QUOTE_REQUESTED', 'QUOTE_PRICED', 'CONNOTE_BOOKED', 'CONNOTE_STATUS_CHANGED'] as const),
];

/** What a mail is about. */
export function MailKind({ template }: { template: string }) {
  const t = useTranslations('admin.mails.kinds');
  const known = readOneOf(KINDS, template);
  return known ? t(known) : template;
}
