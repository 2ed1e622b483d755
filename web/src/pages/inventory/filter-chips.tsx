import { useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { endsOf, isWord } from './day-ranges';
import { keyOf } from './facet-entries';
import styles from './filters.module.css';
import { type Facet, type FilterName, type InventorySearch, NO_FILTERS } from './inventory-search';
import type { Change } from './use-change';

/** Of more values than these, one chip says how many. */
const MOST = 5;
const FACETS: readonly Facet[] = ['status', 'whse', 'bin', 'lot', 'customer'];

/** A filter that is chosen. */
interface Chip {
  key: string;
  name: FilterName;
  text: string;
  /** What the address says without it. */
  without: InventorySearch;
}

/** What is chosen, in words. */
function useChips(search: InventorySearch): Chip[] {
  const t = useTranslations('inventory');
  const daysText = useDaysText();
  const facets = FACETS.flatMap((name) => {
    const values = search[name] ?? [];
    const byKey = new Map(values.map((value) => [keyOf(name, value), value.trim() || value]));
    if (byKey.size > MOST) {
      const text = t('valueCount', { count: byKey.size });
      return [{ key: name, name, text, without: { [name]: undefined } }];
    }
    return [...byKey].map(([key, text]) => {
      const others = values.filter((value) => keyOf(name, value) !== key);
      const without = { [name]: others.length > 0 ? others : undefined };
      return { key: `${name} ${key}`, name, text, without };
    });
  });
  const days = (['expires', 'received'] as const).flatMap((name) => {
    const value = search[name];
    if (!value) return [];
    const text = isWord(name, value) ? t(`days.${value}`) : daysText(value);
    return [{ key: name, name, text, without: { [name]: undefined } }];
  });
  return [...facets, ...days];
}

/** Each filter that is chosen, to be taken away. */
export function FilterChips({ search, change }: { search: InventorySearch; change: Change }) {
  const t = useTranslations('inventory');
  const chips = useChips(search);
  const list = useRef<HTMLFieldSetElement>(null);
  if (chips.length === 0 && !search.q) return null;
  const remove = (without: InventorySearch) => {
    change(without);
    // The button that has the focus goes away.
    list.current?.focus();
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
      <Button look="quiet" onClick={() => change(NO_FILTERS)}>
        {t('clear')}
      </Button>
    </fieldset>
  );
}

function useDaysText(): (value: string) => string {
  const t = useTranslations('inventory');
  const format = useFormatter();
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  return (value) => {
    const { from, to } = endsOf(value);
    if (from && to) return `${day(from)} – ${day(to)}`;
    return from ? t('fromDay', { day: day(from) }) : t('toDay', { day: to ? day(to) : '' });
  };
}
