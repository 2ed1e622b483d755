import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ExpiryPeriod } from '../../app/expiry/expiry-periods';
import { expiryCounts } from '../../app/expiry/expiry-query';
import { usePeriodName } from '../../app/expiry/period-name';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { Section } from './dashboard';
import styles from './expiry-chart.module.css';

/** The length of the longest bar. */
const LENGTH = 100;

/** How much stock expires in each month, each a link to its rows. */
export function ExpiryChart() {
  const t = useTranslations('dashboard.expiryChart');
  return (
    <Section id="expiry-chart" title={t('title')}>
      <Bars />
    </Section>
  );
}

function Bars() {
  const t = useTranslations('dashboard.expiryChart');
  const common = useTranslations('common.expiry');
  const { data: periods, error, refetch } = useQuery(expiryCounts({}));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (periods === undefined) return <Skeleton rows={8} />;
  if (periods === null) return <p>{common('tooMany')}</p>;
  const most = Math.max(...periods.map(({ count }) => count));
  if (most === 0) return <p>{t('none')}</p>;
  return (
    <ul className={styles['bars']}>
      {periods.map((period) => (
        <li key={period.days} data-kind={period.kind}>
          <Bar period={period} part={period.count / most} />
        </li>
      ))}
    </ul>
  );
}

function Bar({ period, part }: { period: ExpiryPeriod; part: number }) {
  const t = useTranslations('dashboard.expiryChart');
  const { kind, days, count } = period;
  const name = usePeriodName()(period);
  return (
    <Link to="/inventory" search={{ expires: days, sort: ['expires'] }}>
      <span className={styles['name']}>{kind === 'before' ? t('expired', { period: name }) : name}</span>{' '}
      <svg viewBox={`0 0 ${LENGTH} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={part * LENGTH} height={1} />
      </svg>
      <span className={styles['count']}>{t('rows', { count })}</span>
    </Link>
  );
}
