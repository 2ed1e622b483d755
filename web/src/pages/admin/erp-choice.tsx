import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../../parts/field';
import { Problem } from '../../parts/problem';
import styles from './admin.module.css';
import { erpNamesQuery, MOST_NAMES } from './erp-queries';

/** Whose stock is seen: that of all ERP customers, or of those with these names. */
export interface ErpSight {
  all: boolean;
  names: readonly string[];
}

interface ErpChoiceProps {
  label: string;
  value: ErpSight;
  /** Why it was refused. */
  error: string | undefined;
  onChange: (value: ErpSight) => void;
}

/** Chooses ERP customers by checkboxes, or all of them. */
export function ErpChoice({ label, value, error, onChange }: ErpChoiceProps) {
  const t = useTranslations('admin.erp');
  const { all, names } = value;
  const errorId = useId();
  const toggle = (name: string) => {
    const next = names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
    onChange({ all, names: next });
  };
  return (
    <fieldset className={styles['choice']} aria-describedby={error ? errorId : undefined}>
      <legend>{label}</legend>
      <label className={styles['check']}>
        <input type="checkbox" checked={all} onChange={() => onChange({ all: !all, names })} />
        {t('all')}
      </label>
      {all ? <p className={styles['hint']}>{t('allHint')}</p> : <Names chosen={names} onToggle={toggle} />}
      {error ? (
        <p id={errorId} role="alert" className={styles['error']}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

function Names({ chosen, onToggle }: { chosen: readonly string[]; onToggle: (name: string) => void }) {
  const t = useTranslations('admin.erp');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  // Those chosen before the search are at the top, and stay there, so that no row moves under the pointer.
  const [first, setFirst] = useState(chosen);
  const { data, error, refetch } = useQuery(erpNamesQuery(search));
  const matches = (names: readonly string[]) => names.filter((name) => hasWords(name, search));
  const shown = [...matches(first), ...(data ?? []), ...matches(chosen)];
  return (
    <>
      <Field label={t('find')}>
        <input
          type="search"
          value={typed}
          maxLength={200}
          onChange={({ target }) => {
            setTyped(target.value);
            setFirst(chosen);
          }}
          onKeyDown={(event) => {
            // It would send the form.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </Field>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {shown.length > 0 ? (
        <ul className={styles['names']} aria-label={t('names')}>
          {[...new Set(shown)].map((name) => (
            <li key={name}>
              <label className={styles['check']}>
                <input type="checkbox" checked={chosen.includes(name)} onChange={() => onToggle(name)} />
                {name}
              </label>
            </li>
          ))}
        </ul>
      ) : data ? (
        <p>{t('noneFound')}</p>
      ) : null}
      {data?.length === MOST_NAMES ? <p className={styles['hint']}>{t('more')}</p> : null}
      <p role="status" className={styles['hint']}>
        {t('chosen', { count: chosen.length })}
      </p>
    </>
  );
}

const hasWords = (name: string, search: string): boolean =>
  search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.toLowerCase().includes(word));
