import { Menu as BaseMenu } from '@base-ui/react/menu';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InventoryGroupKey } from '../../app/operations.generated';
import { query } from '../../app/query';
import { classNames } from '../../parts/class-names';
import menu from '../../parts/menu.module.css';
import { Problem } from '../../parts/problem';
import styles from './facet-filter.module.css';
import { PortalInventoryFacetDocument } from './inventory.generated';
import { type Facet, filterOf, type InventorySearch } from './inventory-search';

const KEYS: Record<Facet, InventoryGroupKey> = {
  status: 'STATUS',
  whse: 'WAREHOUSE',
  bin: 'BIN',
  customer: 'ERP_CUSTOMER',
};

interface FacetFilterProps {
  facet: Facet;
  search: InventorySearch;
  onChange: (values: string[]) => void;
}

/** A column's values with how many rows have each under the other filters; those that are ticked are shown. */
export function FacetFilter({ facet, search, onChange }: FacetFilterProps) {
  const t = useTranslations('inventory');
  const [open, setOpen] = useState(false);
  const chosen = search[facet] ?? [];
  const filter = filterOf(search, facet);
  const { data, error, isPending } = useQuery({
    queryKey: ['facet', facet, filter],
    queryFn: ({ signal }) => query(PortalInventoryFacetDocument, { of: KEYS[facet], filter }, signal),
    enabled: open,
  });
  const known = (data?.inventoryFacet ?? []).filter(({ value }) => value !== null);
  const gone = chosen.filter((value) => !known.some((each) => each.value === value));
  const values = [...known, ...gone.map((value) => ({ value, itemCount: 0 }))];
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <BaseMenu.Root open={open} onOpenChange={setOpen} modal={false}>
      <BaseMenu.Trigger className={styles['trigger']} data-chosen={chosen.length > 0 || undefined}>
        {t(`columns.${facet}`)}
        {chosen.length > 0 ? <span className={styles['chosen']}>{chosen.join(', ')}</span> : null}
        <span aria-hidden="true">▾</span>
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align="start">
          <BaseMenu.Popup className={classNames(menu['menu'], styles['popup'])}>
            {error ? <Problem error={error} /> : null}
            {isPending ? <p className={styles['none']}>{t('loading')}</p> : null}
            {data && values.length === 0 ? <p className={styles['none']}>{t('noValues')}</p> : null}
            {values.map(({ value, itemCount }) => (
              <BaseMenu.CheckboxItem
                key={value}
                className={classNames(menu['item'], styles['value'])}
                checked={chosen.includes(value ?? '')}
                onCheckedChange={(on) => toggle(value ?? '', on)}
                closeOnClick={false}
              >
                <span className={styles['box']} aria-hidden="true" />
                <span className={styles['name']}>{value}</span>
                <span className={styles['count']}>{t('count', { count: itemCount })}</span>
              </BaseMenu.CheckboxItem>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
