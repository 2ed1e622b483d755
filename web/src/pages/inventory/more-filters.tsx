import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Arrow } from '../../parts/arrow';
import { Button } from '../../parts/button';
import { FilterPopover } from './filter-popover';
import { FilterValues } from './filter-values';
import styles from './filters.module.css';
import type { FilterName, InventorySearch } from './inventory-search';
import type { Change } from './use-change';

interface MoreFiltersProps {
  names: readonly FilterName[];
  search: InventorySearch;
  change: Change;
}

const takeFocus = (element: HTMLElement | null): void => element?.focus();

/** The filters that have no button of their own: first which one, then its values. */
export function MoreFilters({ names, search, change }: MoreFiltersProps) {
  const t = useTranslations('inventory');
  const [name, setName] = useState<FilterName | null>(null);
  return (
    <FilterPopover label={t('addFilter')} onOpen={() => setName(null)}>
      {name ? (
        <>
          <button type="button" className={styles['back']} ref={takeFocus} onClick={() => setName(null)}>
            <Arrow to="back" /> {t(`columns.${name}`)}
          </button>
          <FilterValues name={name} search={search} change={change} />
        </>
      ) : (
        <ul className={styles['names']}>
          {names.map((each, index) => (
            <li key={each}>
              <Button look="quiet" ref={index === 0 ? takeFocus : undefined} onClick={() => setName(each)}>
                {t(`columns.${each}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FilterPopover>
  );
}
