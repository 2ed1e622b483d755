import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { InventoryGroupKey } from '../../app/operations.generated';
import { query } from '../../app/query';
import { Problem } from '../../parts/problem';
import { entriesOf, entriesOfChosen, type FacetEntry, keyOf } from './facet-entries';
import styles from './filters.module.css';
import { PortalInventoryFacetDocument } from './inventory.generated';
import { type Facet, filterOf, type InventorySearch } from './inventory-search';

const KEYS: Record<Facet, InventoryGroupKey> = {
  status: 'STATUS',
  whse: 'WAREHOUSE',
  bin: 'BIN',
  lot: 'LOT',
  customer: 'ERP_CUSTOMER',
};

/** How many values are offered at once; of more, one searches. */
const MOST = 50;

interface FacetValuesProps {
  facet: Facet;
  search: InventorySearch;
  /** Changes what is ticked, what is being ticked among it. */
  onChange: (next: (chosen: string[]) => string[]) => void;
}

/** A column's values with how many rows have each under the other filters; those that are ticked are shown. */
export function FacetValues({ facet, search, onChange }: FacetValuesProps) {
  const t = useTranslations('inventory');
  const common = useTranslations('common');
  const chosen = search[facet] ?? [];
  // What was ticked when this opened keeps its place when it is not any more.
  const [before] = useState(chosen);
  const [text, setText] = useState('');
  const { data, error, isPending, isMore, refetch } = useFacet(facet, search, text);
  const [hadMore, setHadMore] = useState(false);
  useEffect(() => setHadMore((had) => had || isMore), [isMore]);
  const found = entriesOf(facet, data);
  const entries = [...found, ...(text ? [] : entriesOfChosen(facet, [...before, ...chosen], found))];
  const without = data.find(({ value }) => value === null);
  const toggle = ({ key, values }: FacetEntry, on: boolean) =>
    onChange((ticked) => {
      const others = ticked.filter((value) => keyOf(facet, value) !== key);
      return on ? [...others, ...values] : others;
    });
  return (
    <>
      {hadMore ? (
        <input
          type="search"
          className={styles['find']}
          aria-label={t('findValue')}
          placeholder={t('findValue')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      ) : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <p className={styles['note']}>{common('loading')}</p> : null}
      {!isPending && !error && entries.length === 0 ? (
        <p className={styles['note']}>{t('noValues')}</p>
      ) : null}
      <ul className={styles['values']}>
        {entries.map((entry) => (
          <Value
            key={entry.key}
            entry={entry}
            isChosen={chosen.some((value) => keyOf(facet, value) === entry.key)}
            onToggle={(on) => toggle(entry, on)}
          />
        ))}
      </ul>
      {without ? <p className={styles['note']}>{t('withoutValue', { count: without.itemCount })}</p> : null}
      {isMore ? <p className={styles['note']}>{t('moreValues', { count: MOST })}</p> : null}
    </>
  );
}

interface ValueProps {
  entry: FacetEntry;
  isChosen: boolean;
  onToggle: (on: boolean) => void;
}

function Value({ entry: { name, count }, isChosen, onToggle }: ValueProps) {
  const t = useTranslations('inventory');
  const format = useFormatter();
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} onChange={({ target }) => onToggle(target.checked)} />
        <span className={styles['name']}>{name || t('emptyValue')}</span>
        <span className={styles['count']}>{count === null ? '–' : format.number(count)}</span>
      </label>
    </li>
  );
}

/** The values, a moment after the last key of a search among them. The earlier ones stay until others are there. */
function useFacet(facet: Facet, search: InventorySearch, text: string) {
  const [wanted, setWanted] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const filter = filterOf(search, facet);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['facet', facet, filter, wanted],
    queryFn: ({ signal }) => {
      const variables = { of: KEYS[facet], filter, search: wanted || null, first: MOST + 1 };
      return query(PortalInventoryFacetDocument, variables, signal);
    },
    placeholderData: keepPreviousData,
  });
  const values = data?.inventoryFacet ?? [];
  return { data: values.slice(0, MOST), error, isPending, isMore: values.length > MOST, refetch };
}
