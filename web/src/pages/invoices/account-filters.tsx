import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FilterForm } from '../../app/list/filter-form';
import { Field } from '../../parts/field';
import { later } from '../../parts/later';
import { Skeleton } from '../../parts/skeleton';
import type { AccountSearch } from './account-search';
import styles from './invoices.module.css';
import { useSight } from './sight';

/** No page waits for it. */
const CustomerField = later(async () => (await import('./customer-field')).CustomerField);

interface AccountFiltersProps {
  view: AccountSearch;
  /** Says what a search finds. */
  hint: string;
  /** The words that the list can be ordered by, and their columns' titles. */
  sorts: readonly { word: string; title: string }[];
  /** How it is ordered if the address says nothing. */
  byDefault: string;
  /** How many of the other filters are chosen. */
  chosen: number;
  /** The other filters. */
  children: ReactNode;
}

/** What a list can be narrowed by, and its order. */
export function AccountFilters({ view, hint, sorts, byDefault, chosen, children }: AccountFiltersProps) {
  const t = useTranslations('invoices.filters');
  const { isWide, names } = useSight();
  const more = (
    <details className={styles['more']} open={chosen > 0 || undefined}>
      <summary>{chosen === 0 ? t('more') : t('chosen', { count: chosen })}</summary>
      <div className={styles['fields']}>{children}</div>
    </details>
  );
  return (
    <div className={styles['filters']}>
      <FilterForm view={view} more={more}>
        <div className={styles['search']}>
          <Field label={t('search')} hint={hint}>
            <input name="search" type="search" maxLength={200} />
          </Field>
        </div>
        <Field label={t('order')}>
          <select name="sort">
            {sorts.flatMap(({ word, title }) =>
              [word, `-${word}`].map((sort) => (
                <option key={sort} value={sort === byDefault ? '' : sort}>
                  {t(sort === word ? 'ascending' : 'descending', { column: title })}
                </option>
              )),
            )}
          </select>
        </Field>
      </FilterForm>
      {isWide ? (
        <CustomerField meanwhile={<Skeleton rows={2} />} customer={view.customer} names={names} />
      ) : null}
    </div>
  );
}

/** A range of days, by the names of its ends in the address. */
export function DayFields({ from, to, of }: { from: string; to: string; of: 'issued' | 'due' | 'paid' }) {
  const t = useTranslations('invoices.filters');
  return (
    <>
      <Field label={t(`${of}From`)}>
        <input name={from} type="date" />
      </Field>
      <Field label={t(`${of}To`)}>
        <input name={to} type="date" />
      </Field>
    </>
  );
}

/** The code of a currency. */
export function CurrencyField() {
  const t = useTranslations('invoices.filters');
  return (
    <Field label={t('currency')}>
      <input name="currency" maxLength={20} autoCapitalize="characters" autoComplete="off" />
    </Field>
  );
}
