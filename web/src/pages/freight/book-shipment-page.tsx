import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { BookingForm } from './form/booking-form';
import { quoteQuery } from './freight-queries';
import { Gone } from './gone';
import { NotBookable } from './not-bookable';

/** Books a shipment: an approved quote that the address names, or without a quote. */
export function BookShipmentPage() {
  const { quote } = useSearch({ from: '/shell/customer/book-shipment' });
  return quote ? <BookQuote reference={quote} /> : <BookingForm quote={null} />;
}

function BookQuote({ reference }: { reference: string }) {
  const t = useTranslations('freight.gone');
  // What is typed belongs to the quote as it was when the page opened; a later state is the server's to refuse.
  const { data, error, refetch } = useQuery({
    ...quoteQuery(reference),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data === null) {
    return (
      <Gone text={t('quote', { reference })}>
        <Link to="/customer/quotes">{t('toQuotes')}</Link>
      </Gone>
    );
  }
  return data.allowedActions.includes('BOOK') ? (
    <BookingForm key={reference} quote={data} />
  ) : (
    <NotBookable quote={data} />
  );
}
