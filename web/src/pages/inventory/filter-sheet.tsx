import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import layout from '../../parts/layout.module.css';
import { chosenCount, FilterValues } from './filter-values';
import styles from './filters.module.css';
import { type FilterName, type InventorySearch, NO_FILTERS } from './inventory-search';
import type { Change } from './use-change';

interface FilterSheetProps {
  names: readonly FilterName[];
  search: InventorySearch;
  change: Change;
  onClose: () => void;
}

/** All filters, where there is no room for a button of each. */
export function FilterSheet({ names, search, change, onClose }: FilterSheetProps) {
  const t = useTranslations('inventory');
  return (
    <Dialog open title={t('filters')} onClose={onClose}>
      <div className={styles['sheet']}>
        {names.map((name) => (
          <Section key={name} name={name} search={search} change={change} />
        ))}
      </div>
      <div className={layout['acts']}>
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
        <Button onClick={() => change({ ...NO_FILTERS, q: search.q })}>{t('clear')}</Button>
      </div>
    </Dialog>
  );
}

/** A filter that opens its values when it is pressed, and asks for them no earlier. */
function Section({
  name,
  search,
  change,
}: Omit<FilterSheetProps, 'names' | 'onClose'> & { name: FilterName }) {
  const t = useTranslations('inventory');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const chosen = chosenCount(name, search);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t(`columns.${name}`)}
        {chosen > 0 ? <span className={styles['chosen']}>{format.number(chosen)}</span> : null}
      </summary>
      {isOpen ? <FilterValues name={name} search={search} change={change} /> : null}
    </details>
  );
}
