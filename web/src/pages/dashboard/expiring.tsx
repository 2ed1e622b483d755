import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDaysLeft } from '../../app/days-left';
import type { PortalExpiringStockQuery } from '../../app/operations.generated';
import { Problem } from '../../parts/problem';
import { Quantity } from '../../parts/quantity';
import { Skeleton } from '../../parts/skeleton';
import { Time } from '../../parts/time';
import { Section } from './dashboard';
import styles from './dashboard.module.css';
import { expiringStock, SOON_DAYS } from './dashboard-queries';
import { Row } from './rows';

/** The stock that expires soon. */
export function Expiring() {
  const t = useTranslations('dashboard.expiring');
  const all = (
    <Link to="/inventory" search={{ sort: ['expires'] }}>
      {t('all')}
    </Link>
  );
  return (
    <Section id="expiring" title={t('title')} all={all}>
      <Items />
    </Section>
  );
}

function Items() {
  const t = useTranslations('dashboard.expiring');
  const { data, error, refetch } = useQuery(expiringStock);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={3} />;
  const count = data.inventoryTotals.itemCount;
  if (count === 0) return <p>{t('none', { days: SOON_DAYS })}</p>;
  return (
    <>
      <ul className={styles['rows']}>
        {data.inventory.nodes.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      <p className={styles['note']}>{t('within', { count, days: SOON_DAYS })}</p>
    </>
  );
}

function Item({ item }: { item: PortalExpiringStockQuery['inventory']['nodes'][number] }) {
  const t = useTranslations('dashboard.expiring');
  const { id, partNumber, description, lot, unit, quantityOnHand, expiresOn } = item;
  const days = useDaysLeft(expiresOn);
  const link = (
    <Link to="/inventory" search={{ sort: ['expires'], item: id }}>
      <code>{partNumber}</code>
    </Link>
  );
  return (
    <Row
      title={link}
      under={[description, lot && t('lot', { lot })].filter(Boolean).join(' · ')}
      value={<Quantity value={quantityOnHand} unit={unit} />}
      valueUnder={
        <>
          <Time value={expiresOn} />
          {days === null ? null : ` · ${t('daysLeft', { days })}`}
        </>
      }
    />
  );
}
