import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { QuoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
import type { StaffQuoteFragment } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import detail from '../detail.module.css';
import { Gone } from '../gone';
import { Goods } from '../goods';
import { QuoteFacts } from '../quote-facts';
import { QuoteHistory } from '../quote-history';
import { CustomerBlock } from './customer';
import { quoteQuery } from './freight-queries';
import { QuotePrice } from './quote-price';

/** A customer's quote: what goes where, and the price to set. */
export function QuotePage() {
  const t = useTranslations('operations.gone');
  const { reference } = useParams({ from: '/shell/operations/quotes/$reference' });
  const { data, error, refetch } = useQuery(quoteQuery(reference));
  // What is being typed stays on the page while the network is away.
  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data) return <QuoteDetail key={data.id} quote={data} />;
  return (
    <Gone text={t('quote', { reference })}>
      <Link to="/operations/quotes">{t('toQuotes')}</Link>
    </Gone>
  );
}

function QuoteDetail({ quote }: { quote: StaffQuoteFragment }) {
  const t = useTranslations('operations');
  return (
    <article className={styles['page']}>
      <PageHeading
        code={quote.reference}
        title={laneOf(quote.origin, quote.destination)}
        mark={<QuoteStatusMark status={quote.status} />}
      />
      <div className={detail['columns']}>
        <div className={detail['stack']}>
          <QuotePrice quote={quote} />
          <CustomerBlock customer={quote.customer} />
          <QuoteHistory quote={quote} />
        </div>
        <div className={detail['stack']}>
          <QuoteFacts
            quote={quote}
            yours={t('theirReference')}
            booking={
              quote.connote && (
                <Link to="/operations/connotes/$number" params={{ number: quote.connote.number }}>
                  {quote.connote.number}
                </Link>
              )
            }
          />
          <Goods {...quote} />
        </div>
      </div>
    </article>
  );
}
