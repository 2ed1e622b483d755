import { useTranslations } from 'use-intl';
import { StatusMark, type Tone } from '../../parts/status-mark';
import type { ConnoteStatus, QuoteStatus } from '../operations.generated';

const QUOTE_TONES: Record<QuoteStatus, Tone> = {
  PENDING: 'neutral',
  QUOTED: 'accent',
  APPROVED: 'good',
  REJECTED: 'bad',
  EXPIRED: 'warn',
};

const CONNOTE_TONES: Record<ConnoteStatus | 'ATTEMPTED', Tone> = {
  DRAFT: 'warn',
  PENDING: 'neutral',
  CONFIRMED: 'accent',
  ALLOCATED: 'accent',
  IN_TRANSIT: 'accent',
  DELIVERED: 'good',
  CANCELLED: 'bad',
  ATTEMPTED: 'warn',
};

/** The status of a quote. */
export function QuoteStatusMark({ status }: { status: QuoteStatus }) {
  const t = useTranslations('freight.quoteStatus');
  return <StatusMark tone={QUOTE_TONES[status]}>{t(status)}</StatusMark>;
}

/** The status of a booking, or that a delivery failed. */
export function ConnoteStatusMark({ status }: { status: ConnoteStatus | 'ATTEMPTED' }) {
  const t = useTranslations('freight.connoteStatus');
  return <StatusMark tone={CONNOTE_TONES[status]}>{t(status)}</StatusMark>;
}
