import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { EmptyState } from '../../parts/empty-state';

/** Instead of the form, where a quote can't be booked: why, and where to go on. */
export function NotBookable({ quote: { connote, reference, status } }: { quote: QuotePartsFragment }) {
  const t = useTranslations('freight');
  return (
    <>
      <PageHeading title={t('form.notBookable')} />
      {connote ? (
        <EmptyState title={t('form.alreadyBooked', { number: connote.number })}>
          <Link to="/customer/bookings/$number" params={{ number: connote.number }}>
            {connote.number}
          </Link>
        </EmptyState>
      ) : (
        <EmptyState title={t('form.notBookableText', { status: t(`quoteStatus.${status}`) })}>
          <Link to="/customer/quotes/$reference" params={{ reference }}>
            {reference}
          </Link>
        </EmptyState>
      )}
    </>
  );
}
