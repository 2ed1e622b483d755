import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { laneOf } from '../../app/lane';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { Fact, Facts } from '../../parts/facts';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { Time } from '../../parts/time';
import { AddressBlock } from './address-block';
import detail from './detail.module.css';
import { quoteQuery } from './freight-queries';
import { Gone } from './gone';
import { Goods } from './goods';
import { History } from './history';
import { QuotePrice } from './quote-price';
import { QuoteStatusMark } from './statuses';

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
  const t = useTranslations('freight');
  return (
    <article className={styles['page']}>
      <p className={styles['code']}>{quote.reference}</p>
      <PageHeading
        title={laneOf(quote.origin, quote.destination)}
        mark={<QuoteStatusMark status={quote.status} />}
      />
      <div className={detail['columns']}>
        <QuotePrice quote={quote} />
        <QuoteFacts quote={quote} />
      </div>
      <Goods {...quote} />
      <History
        happenings={quote.events.map(({ id, from, to, by, note, at }) => ({
          ...{ id, note, at },
          what: from === null ? t('history.requested') : t(`quoteStatus.${to}`),
          by: by?.name ?? null,
        }))}
      />
    </article>
  );
}

function QuoteFacts({ quote }: { quote: QuotePartsFragment }) {
  const t = useTranslations('freight');
  return (
    <section className={detail['section']} aria-labelledby="details">
      <h2 id="details">{t('facts.details')}</h2>
      <div className={detail['addresses']}>
        <AddressBlock label={t('facts.from')} address={quote.origin} />
        <AddressBlock label={t('facts.to')} address={quote.destination} />
      </div>
      <Facts>
        <Fact label={t('facts.service')}>{t(`service.${quote.service}`)}</Fact>
        <Fact label={t('facts.pickupOn')}>{quote.pickupOn && <Time value={quote.pickupOn} />}</Fact>
        <Fact label={t('facts.yours')}>{quote.customerReference}</Fact>
        <Fact label={t('facts.booking')}>
          {quote.connote && (
            <Link to="/customer/bookings/$number" params={{ number: quote.connote.number }}>
              {quote.connote.number}
            </Link>
          )}
        </Fact>
      </Facts>
    </section>
  );
}
