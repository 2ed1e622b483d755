import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '../../app/ask';
import type { DashboardStockFragment } from '../../app/operations.generated';
import { useMoment } from '../../app/use-moment';
import { Problem } from '../../parts/problem';
import { Quantity } from '../../parts/quantity';
import { useZoneWords } from '../../parts/zone-note';
import { Section } from './dashboard';
import styles from './dashboard.module.css';

interface StockProps {
  stock: DashboardStockFragment | null;
  /** Why there is none. */
  error: ApiError | null;
  onRetry: () => void;
  /** More about the stock, which is asked for only if the ERP answers. */
  children?: ReactNode;
}

/** How much there is of each unit. Without the ERP it says so, and the rest of the page is there. */
export function Stock({ stock, error, onRetry, children }: StockProps) {
  const t = useTranslations('dashboard.stock');
  return (
    <>
      <Section id="stock" title={t('title')} all={<Link to="/inventory">{t('all')}</Link>}>
        {error ? <Problem error={error} onRetry={onRetry} /> : null}
        {stock ? <Totals stock={stock} /> : null}
      </Section>
      {stock ? children : null}
    </>
  );
}

function Totals({ stock: { itemCount, byUnit, asOf, stale } }: { stock: DashboardStockFragment }) {
  const t = useTranslations('dashboard.stock');
  const time = useMoment()(asOf);
  const zone = useZoneWords();
  if (itemCount === 0) return <p>{t('none')}</p>;
  return (
    <>
      {stale ? (
        <p role="status" className={styles['stale']}>
          {t('stale', { time })}
        </p>
      ) : null}
      <dl className={styles['counts']} aria-label={t('byUnit')}>
        {byUnit.map(({ unit, quantityOnHand }) => (
          <div key={unit}>
            <dt>{unit}</dt>
            <dd>
              <Quantity value={quantityOnHand} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>
        {t('rows', { count: itemCount, time })} · {zone}
      </p>
    </>
  );
}
