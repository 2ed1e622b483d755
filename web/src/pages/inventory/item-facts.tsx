import type { ReactNode, Ref } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalItemFragment } from '../../app/operations.generated';
import { CopyButton } from '../../parts/copy-button';
import styles from './item-panel.module.css';
import { ItemQuantity, ItemTime, Status } from './item-values';
import { useSingleKeys } from './single-keys';

interface ItemFactsProps {
  item: PortalItemFragment;
  ref: Ref<HTMLDListElement>;
}

/** All that the ERP says of a row. */
export function ItemFacts({ item, ref }: ItemFactsProps) {
  const t = useTranslations('inventory');
  return (
    <dl ref={ref} className={styles['facts']}>
      <Fact name={t('columns.description')}>{item.description ?? '–'}</Fact>
      <Fact name={t('columns.customer')}>{item.erpCustomer.name}</Fact>
      <Code name={t('columns.part')} value={item.partNumber} shortcut="p" />
      <Code name={t('columns.whse')} value={item.warehouse} />
      <Code name={t('columns.bin')} value={item.bin} shortcut="b" />
      <Code name={t('columns.lot')} value={item.lot} shortcut="l" />
      <Fact name={t('columns.status')}>
        <Status of={item.status} />
      </Fact>
      <Fact name={t('columns.onHand')}>
        <ItemQuantity item={item} field="quantityOnHand" />
      </Fact>
      <Fact name={t('columns.allocated')}>
        <ItemQuantity item={item} field="quantityAllocated" />
      </Fact>
      <Fact name={t('columns.available')}>
        <ItemQuantity item={item} field="quantityAvailable" />
      </Fact>
      <Fact name={t('columns.expires')}>
        <ItemTime item={item} field="expiresOn" />
      </Fact>
      <Fact name={t('columns.received')}>
        <ItemTime item={item} field="receivedOn" />
      </Fact>
      <Fact name={t('columns.lastMoved')}>
        <ItemTime item={item} field="lastMovedAt" />
      </Fact>
      {item.unshown.length > 0 ? <UnshownReason item={item} /> : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Why values of the row are not shown. */
function UnshownReason({ item }: { item: PortalItemFragment }) {
  const t = useTranslations('inventory.unshown');
  const hasQuantity = item.unshown.some((field) => field.startsWith('quantity'));
  return <Fact name={t('reason')}>{t(hasQuantity ? 'quantityWhy' : 'dateWhy')}</Fact>;
}

interface CodeProps {
  name: string;
  value: string | null;
  /** The key that copies it. */
  shortcut?: 'p' | 'b' | 'l';
}

/** A code, with a button that copies it. */
function Code({ name, value, shortcut }: CodeProps) {
  const hasKeys = useSingleKeys();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles['code']}>
        <span dir="ltr">{value ?? '–'}</span>
        {value ? <CopyButton value={value} name={name} shortcut={hasKeys ? shortcut : undefined} /> : null}
      </dd>
    </>
  );
}
