import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import styles from './filters.module.css';
import { type InventorySearch, NO_FILTERS } from './inventory-search';
import type { Change } from './use-change';
import { type Chip, useChips } from './use-chips';

interface FilterChipsProps {
  search: InventorySearch;
  change: Change;
  /** Takes the focus when there are no chips any more. */
  onGone: () => void;
}

/** Each filter that is chosen, to be taken away. */
export function FilterChips({ search, change, onGone }: FilterChipsProps) {
  const t = useTranslations('inventory');
  const chips = useChips(search);
  const list = useRef<HTMLFieldSetElement>(null);
  if (chips.length === 0 && !search.q) return null;
  const remove = (without: Chip['without']) => {
    change(without);
    // The button that has the focus goes away, and with the last one the list.
    if (chips.length > 1 || search.q) list.current?.focus();
    else onGone();
  };
  const clear = () => {
    change(NO_FILTERS);
    onGone();
  };
  return (
    <fieldset ref={list} className={styles['chips']} aria-label={t('filters')} tabIndex={-1}>
      {chips.map(({ key, name, text, without }) => {
        const words = t('chip', { column: t(`columns.${name}`), value: text });
        return (
          <button
            key={key}
            type="button"
            aria-label={t('removeFilter', { filter: words })}
            onClick={() => remove(without)}
          >
            <span>{words}</span>
            <span aria-hidden="true">×</span>
          </button>
        );
      })}
      <Button look="quiet" onClick={clear}>
        {t('clear')}
      </Button>
    </fieldset>
  );
}
