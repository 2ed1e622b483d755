import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { isSome, type OpenAmount, openAmountsQuery } from '../../app/invoices/open-amounts-query';
import type { InvoiceFilter } from '../../app/operations.generated';
import { useMoment } from '../../app/use-moment';
import { Money } from '../../parts/money';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { StatusMark } from '../../parts/status-mark';
import { useZoneWords } from '../../parts/zone-note';
import styles from './invoices.module.css';

interface OpenSumsProps {
  filter: InvoiceFilter;
  /** Whether the page says by itself that the ERP doesn't answer. */
  isSaid: boolean;
}

/** What is open in each currency, and what of it is overdue, as of when. Different currencies are never added. */
export function OpenSums({ filter, isSaid }: OpenSumsProps) {
  const t = useTranslations('invoices.sums');
  const moment = useMoment();
  const zone = useZoneWords();
  const { data, error, refetch, isPlaceholderData } = useQuery(openAmountsQuery(filter));
  if (!data && error) return isSaid ? null : <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={2} />;
  const asOf = t(data.stale ? 'staleAsOf' : 'asOf', { time: moment(data.asOf) });
  return (
    <section className={styles['sums']} aria-label={t('title')} aria-busy={isPlaceholderData}>
      {data.byCurrency.length === 0 ? <p>{t('nothing')}</p> : null}
      {data.byCurrency.length > 0 ? (
        <dl>
          {data.byCurrency.map((one) => (
            <Sum key={one.currency} of={one} />
          ))}
        </dl>
      ) : null}
      <p className={styles['note']}>
        {data.byCurrency.length > 0 ? `${t('credit')} ` : null}
        {asOf} · {zone}
      </p>
    </section>
  );
}

function Sum({ of: { currency, invoiceCount, openAmount, overdueAmount } }: { of: OpenAmount }) {
  const t = useTranslations('invoices.sums');
  return (
    <div>
      <dt>{t('open', { count: invoiceCount })}</dt>
      <dd className={styles['open']}>
        <Money amount={openAmount} currency={currency} />
      </dd>
      {isSome(overdueAmount) ? (
        <dd className={styles['overdue']}>
          <StatusMark tone="bad">{t('overdue')}</StatusMark>{' '}
          <Money amount={overdueAmount} currency={currency} />
        </dd>
      ) : null}
    </div>
  );
}
