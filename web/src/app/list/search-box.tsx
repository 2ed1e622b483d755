import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import styles from './list.module.css';
import { changedView } from './list-search';

interface SearchBoxProps {
  /** What is searched for now. */
  value: string | undefined;
  /** Says what a search finds. */
  hint: string;
}

/** Searches a list. What was searched for is in the address. */
export function SearchBox({ value, hint }: SearchBoxProps) {
  const t = useTranslations('list');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // By Back, and by a link that shows all.
    if (input.current) input.current.value = value ?? '';
  }, [value]);
  const submit = (form: FormData) => {
    const search = String(form.get('search') ?? '').trim();
    return navigate({ to: '.', search: changedView({ search: search || undefined }) });
  };
  return (
    <search className={styles['search']}>
      <form action={submit}>
        <Field label={t('search')} hint={hint}>
          <input ref={input} name="search" type="search" defaultValue={value} maxLength={200} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
    </search>
  );
}
