import { useFormatter, useTranslations } from 'use-intl';
import { endsOf, isWord } from './day-ranges';
import { keyOf } from './facet-entries';
import type { Facet, FilterName, InventorySearch } from './inventory-search';

/** Of more values than these, one chip says how many. */
const MOST = 5;
const FACETS: readonly Facet[] = ['status', 'whse', 'bin', 'lot', 'customer'];

/** A filter that is chosen. */
export interface Chip {
  key: string;
  name: FilterName;
  text: string;
  /** What the address says without it. */
  without: (before: InventorySearch) => InventorySearch;
}

/** What is chosen, in words. */
export function useChips(search: InventorySearch): Chip[] {
  const t = useTranslations('inventory');
  const daysText = useDaysText();
  const facets = FACETS.flatMap((name) => {
    const values = search[name] ?? [];
    const byKey = new Map(values.map((value) => [keyOf(name, value), value.trim() || t('emptyValue')]));
    if (byKey.size > MOST) {
      const text = t('valueCount', { count: byKey.size });
      return [{ key: name, name, text, without: () => ({ [name]: undefined }) }];
    }
    return [...byKey].map(([key, text]) => {
      const without = (before: InventorySearch) => ({
        [name]: before[name]?.filter((value) => keyOf(name, value) !== key),
      });
      return { key: `${name} ${key}`, name, text, without };
    });
  });
  const days = (['expires', 'received'] as const).flatMap((name) => {
    const value = search[name];
    if (!value) return [];
    const text = isWord(name, value) ? t(`days.${value}`) : daysText(value);
    return [{ key: name, name, text, without: () => ({ [name]: undefined }) }];
  });
  return [...facets, ...days];
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
