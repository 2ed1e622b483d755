import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { QuoteStatusMark } from '../../app/freight/statuses';
import { laneOf } from '../../app/lane';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import detail from './detail.module.css';
import { quoteQuery } from './freight-queries';
import { Gone } from './gone';
import { Goods } from './goods';
import { QuoteFacts } from './quote-facts';
import { QuoteHistory } from './quote-history';
import { QuotePrice } from './quote-price';

/** A quote: what goes where, for how much, until when, and what can be done with it. */
export function QuotePage() {
  const t = useTranslations('freight.gone');
  const { reference } = useParams({ from: '/shell/customer/quotes/$reference' });
  const { data, error, refetch } = useQuery(quoteQuery(reference));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data) return <QuoteDetail quote={data} />;
  return (
    <Gone text={t('quote', { reference })}>
      <Link to="/customer/quotes">{t('toQuotes')}</Link>
    </Gone>
  );
}

function QuoteDetail({ quote }: { quote: QuotePartsFragment }) {
  return (
    <article className={styles['page']}>
      <PageHeading
        code={quote.reference}
        title={laneOf(quote.origin, quote.destination)}
        mark={<QuoteStatusMark status={quote.status} />}
      />
      <div className={detail['columns']}>
        <QuotePrice quote={quote} />
        <QuoteFacts
          quote={quote}
          booking={
            quote.connote && (
              <Link to="/customer/bookings/$number" params={{ number: quote.connote.number }}>
                {quote.connote.number}
              </Link>
            )
          }
        />
      </div>
      <Goods {...quote} />
      <QuoteHistory quote={quote} />
    </article>
  );
}
