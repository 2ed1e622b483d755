import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { DAY_WORDS, type DayFilter, endsOf } from './day-ranges';
import styles from './filters.module.css';

interface DayValuesProps {
  of: DayFilter;
  /** As the address has it. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Days of a column: ranges that move with the day, or from a day to another. */
export function DayValues({ of, value, onChange }: DayValuesProps) {
  const t = useTranslations('inventory');
  const group = useId();
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
      </ul>
      <FromTo key={value} value={value} onChange={onChange} />
    </>
  );
}

function FromTo({ value, onChange }: Omit<DayValuesProps, 'of'>) {
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
