import { useFormatter, useTranslations } from 'use-intl';
import type { PortalInventoryTotalsQuery } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import styles from './inventory.module.css';

interface TotalsProps {
  totals: PortalInventoryTotalsQuery['inventoryTotals'] | undefined;
  asOf: string | undefined;
}

/** How much there is of each unit, how many rows, and as of when. Different units are never added. */
export function Totals({ totals, asOf }: TotalsProps) {
  const t = useTranslations('inventory');
  const format = useFormatter();
  const time = asOf && format.dateTime(new Date(asOf), { timeStyle: 'medium' });
  return (
    <div className={styles['totals']}>
      <p>
        {totals ? t('rows', { count: totals.itemCount }) : t('loading')}
        {time ? ` · ${t('asOf', { time })}` : null}
      </p>
      <ul aria-label={t('byUnit')}>
        {totals?.byUnit.map(({ unit, quantityOnHand }) => (
          <li key={unit}>
            <Quantity value={quantityOnHand} unit={unit} />
          </li>
        ))}
      </ul>
    </div>
  );
}
