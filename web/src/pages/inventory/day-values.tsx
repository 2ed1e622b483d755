import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { DAY_WORDS, type DayFilter, endsOf } from './day-ranges';
import { ExpiryValues } from './expiry-values';
import styles from './filters.module.css';
import type { InventorySearch } from './inventory-search';

interface DayValuesProps {
  of: DayFilter;
  search: InventorySearch;
  onChange: (value: string | undefined) => void;
}

/** Days of a column: ranges that move with the day, months of expiry, or from a day to another. */
export function DayValues({ of, search, onChange }: DayValuesProps) {
  const t = useTranslations('inventory');
  const group = useId();
  const value = search[of];
  const options = [undefined, ...DAY_WORDS[of]];
  return (
    <>
      <ul className={styles['values']}>
        {options.map((word) => (
          <li key={word ?? 'any'}>
            <label>
              <input type="radio" name={group} checked={value === word} onChange={() => onChange(word)} />
              {t(`days.${word ?? 'any'}`)}
            </label>
          </li>
        ))}
        {of === 'expires' ? <ExpiryValues search={search} group={group} onChange={onChange} /> : null}
      </ul>
      <FromTo key={value} value={value} onChange={onChange} />
    </>
  );
}

interface FromToProps {
  /** As the address has it. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function FromTo({ value, onChange }: FromToProps) {
  const t = useTranslations('inventory');
  const known = endsOf(value ?? '');
  const [from, setFrom] = useState(known.from ?? '');
  const [to, setTo] = useState(known.to ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ends = from && to && from > to ? [to, from] : [from, to];
    onChange(from || to ? ends.join('..') : undefined);
  };
  return (
    <form className={styles['range']} onSubmit={submit}>
      <Field label={t('from')}>
        <input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
      </Field>
      <Field label={t('to')}>
        <input type="date" value={to} onChange={({ target }) => setTo(target.value)} />
      </Field>
      <Button type="submit">{t('apply')}</Button>
    </form>
  );
}
