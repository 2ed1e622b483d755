import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalItemFragment } from '../../app/operations.generated';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { PortalInventoryItemDocument } from './inventory.generated';
import styles from './item-panel.module.css';
import { ItemQuantity, ItemTime, Status } from './item-values';

/** A row beside the grid, with all that the ERP says of it. */
export function ItemPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('inventory');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['item', id],
    queryFn: ({ signal }) => query(PortalInventoryItemDocument, { id }, signal),
  });
  const item = data?.inventoryItem;
  return (
    <Dialog open place="side" title={item?.partNumber ?? t('item')} onClose={onClose}>
      {isPending ? <Skeleton rows={6} /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data && !item ? <p>{t('gone')}</p> : null}
      {item ? <Facts item={item} /> : null}
    </Dialog>
  );
}

function Facts({ item }: { item: PortalItemFragment }) {
  const t = useTranslations('inventory');
  return (
    <dl className={styles['facts']}>
      <dt>{t('columns.description')}</dt>
      <dd>{item.description ?? '–'}</dd>
      <dt>{t('columns.customer')}</dt>
      <dd>{item.erpCustomer.name}</dd>
      <Code name={t('columns.part')} value={item.partNumber} />
      <Code name={t('columns.whse')} value={item.warehouse} />
      <Code name={t('columns.bin')} value={item.bin} />
      <Code name={t('columns.lot')} value={item.lot} />
      <dt>{t('columns.status')}</dt>
      <dd>
        <Status of={item.status} />
      </dd>
      <dt>{t('columns.onHand')}</dt>
      <dd>
        <ItemQuantity item={item} field="quantityOnHand" />
      </dd>
      <dt>{t('allocated')}</dt>
      <dd>
        <ItemQuantity item={item} field="quantityAllocated" />
      </dd>
      <dt>{t('columns.available')}</dt>
      <dd>
        <ItemQuantity item={item} field="quantityAvailable" />
      </dd>
      <dt>{t('columns.expires')}</dt>
      <dd>
        <ItemTime item={item} field="expiresOn" />
      </dd>
      <dt>{t('received')}</dt>
      <dd>
        <ItemTime item={item} field="receivedOn" />
      </dd>
      <dt>{t('lastMoved')}</dt>
      <dd>
        <ItemTime item={item} field="lastMovedAt" />
      </dd>
      {item.unshown.length > 0 ? <UnshownReason item={item} /> : null}
    </dl>
  );
}

/** Why values of the row are not shown. */
function UnshownReason({ item }: { item: PortalItemFragment }) {
  const t = useTranslations('inventory.unshown');
  const hasQuantity = item.unshown.some((field) => field.startsWith('quantity'));
  return (
    <>
      <dt>{t('reason')}</dt>
      <dd>{t(hasQuantity ? 'quantityWhy' : 'dateWhy')}</dd>
    </>
  );
}

/** A code, with a button that copies it. */
function Code({ name, value }: { name: string; value: string | null }) {
  const t = useTranslations('common');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value ?? '');
    setCopied(true);
  };
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles['code']}>
        {value ?? '–'}
        {value ? (
          <Button look="quiet" onClick={copy} aria-label={`${t('copy')}: ${name}`}>
            {isCopied ? t('copied') : t('copy')}
          </Button>
        ) : null}
      </dd>
    </>
  );
}
