import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { askedAgain } from '../../app/asked-again';
import type { InventoryFilter, PortalInventoryTotalsQuery } from '../../app/operations.generated';
import { query } from '../../app/query';
import { useMoment } from '../../app/use-moment';
import { Button } from '../../parts/button';
import { Quantity } from '../../parts/quantity';
import { useZoneWords } from '../../parts/zone-note';
import { PortalInventoryTotalsDocument } from './inventory.generated';
import styles from './inventory.module.css';
import type { LiveRows } from './live/use-live-rows';

/** What is known of the sums under a filter. */
export interface TotalsState {
  /** Undefined before anything is known. */
  sums: PortalInventoryTotalsQuery['inventoryTotals'] | undefined;
  /** Whether the sums are those of another filter, until its own are there. */
  isOld: boolean;
  /** How many rows there are under this filter; undefined while it is not known. */
  itemCount: number | undefined;
  hasFailed: boolean;
  retry: () => void;
}

/** The sums under a filter. */
export function useTotals(filter: InventoryFilter): TotalsState {
  const { data, isPlaceholderData, isError, refetch } = useQuery({
    queryKey: ['totals', filter],
    queryFn: ({ signal }) => query(PortalInventoryTotalsDocument, { filter }, signal),
    placeholderData: (before) => before,
    ...askedAgain(({ inventoryTotals }: PortalInventoryTotalsQuery) => inventoryTotals.stale),
  });
  const sums = data?.inventoryTotals;
  return {
    sums,
    isOld: isPlaceholderData,
    itemCount: isPlaceholderData ? undefined : sums?.itemCount,
    hasFailed: isError,
    retry: () => void refetch(),
  };
}

interface TotalsProps {
  totals: TotalsState;
  asOf: string | undefined;
  live: LiveRows['state'];
}

/** How much there is of each unit, how many rows, and as of when, in which zone. Different units are never added. */
export function Totals({ totals, asOf, live }: TotalsProps) {
  const t = useTranslations('inventory');
  const common = useTranslations('common');
  const moment = useMoment();
  const zone = useZoneWords();
  const { sums, isOld, hasFailed, retry } = totals;
  const count = isOld ? t('counting') : sums ? t('rows', { count: sums.itemCount }) : common('loading');
  return (
    <div className={styles['totals']}>
      <div className={styles['count']}>
        <p>
          <span role={hasFailed ? 'alert' : 'status'}>{hasFailed && !sums ? t('notCounted') : count}</span>
          {sums?.stale ? ` · ${t('oldSums', { time: moment(sums.asOf) })}` : null}
          {asOf ? ` · ${t('asOf', { time: moment(asOf) })}` : null}
          {live === 'off' ? null : ` · ${t(`live.${live}`)}`}
          {asOf ? ` · ${zone}` : null}
        </p>
        {hasFailed ? (
          <Button look="quiet" className={styles['recount']} onClick={retry}>
            {t('recount')}
          </Button>
        ) : null}
      </div>
      <ul aria-label={t('byUnit')} data-old={isOld || sums?.stale || undefined}>
        {sums?.byUnit.map(({ unit, quantityOnHand }) => (
          <li key={unit}>
            <Quantity value={quantityOnHand} unit={unit} />
          </li>
        ))}
      </ul>
    </div>
  );
}
