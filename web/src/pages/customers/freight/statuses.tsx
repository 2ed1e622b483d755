import { useTranslations } from 'use-intl';
import type { ConnoteStatus, QuoteStatus } from '../../../app/operations.generated';
import { StatusMark, type Tone } from '../../../parts/status-mark';

const QUOTE_TONES: Record<QuoteStatus, Tone> = {
  PENDING: 'warn',
  QUOTED: 'accent',
  APPROVED: 'good',
  REJECTED: 'bad',
  EXPIRED: 'neutral',
};

const CONNOTE_TONES: Record<ConnoteStatus, Tone> = {
  DRAFT: 'neutral',
  PENDING: 'warn',
  CONFIRMED: 'accent',
  ALLOCATED: 'accent',
  IN_TRANSIT: 'accent',
  DELIVERED: 'good',
  CANCELLED: 'bad',
};

/** The status of a quote, as it concerns the staff. */
export function QuoteMark({ status }: { status: QuoteStatus }) {
  const t = useTranslations('freight.quoteStatus');
  return <StatusMark tone={QUOTE_TONES[status]}>{t(status)}</StatusMark>;
}

/** The status of a booking, as it concerns the staff. */
export function ConnoteMark({ status }: { status: ConnoteStatus }) {
  const t = useTranslations('freight.connoteStatus');
  return <StatusMark tone={CONNOTE_TONES[status]}>{t(status)}</StatusMark>;
}
