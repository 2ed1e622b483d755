import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFeature } from '../../app/features';
import { isSome, type OpenAmount, openAmountsQuery } from '../../app/invoices/open-amounts-query';
import { useMoment } from '../../app/use-moment';
import { Money } from '../../parts/money';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { StaleNote } from '../../parts/stale-note';
import { StatusMark } from '../../parts/status-mark';
import { Section } from './dashboard';
import styles from './dashboard.module.css';

/** What a customer has to pay, by currency, where the portal has invoices. It is asked for apart, and fails alone. */
export function OpenInvoices() {
  const t = useTranslations('dashboard.invoices');
  if (!useFeature('INVOICES')) return null;
  return (
    <Section id="open-invoices" title={t('title')} all={<Link to="/invoices">{t('all')}</Link>}>
      <Amounts />
    </Section>
  );
}

function Amounts() {
  const t = useTranslations('dashboard.invoices');
  const moment = useMoment();
  const { data, error, refetch } = useQuery(openAmountsQuery({}));
  if (!data) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton rows={3} />;
  const time = moment(data.asOf);
  return (
    <>
      {data.stale ? <StaleNote>{t('stale', { time })}</StaleNote> : null}
      {data.byCurrency.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <dl className={styles['counts']}>
          {data.byCurrency.map((one) => (
            <Amount key={one.currency} of={one} />
          ))}
        </dl>
      )}
      <p className={styles['note']}>{t('asOf', { time })}</p>
    </>
  );
}

function Amount({ of: { currency, openAmount, overdueAmount } }: { of: OpenAmount }) {
  const t = useTranslations('dashboard.invoices');
  const isOverdue = isSome(overdueAmount);
  return (
    <div>
      <dt>
        <Link to="/invoices" search={{ currency, ...(isOverdue && { status: 'OVERDUE', sort: 'due' }) }}>
          {currency}
        </Link>{' '}
        {isOverdue ? (
          <StatusMark tone="bad">
            {t.rich('overdue', { amount: () => <Money amount={overdueAmount} currency={currency} /> })}
          </StatusMark>
        ) : null}
      </dt>
      <dd>
        <Money amount={openAmount} currency={currency} />
      </dd>
    </div>
  );
}
