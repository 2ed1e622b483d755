import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import styles from './list.module.css';
import type { View } from './list-search';

/** Searches a list. What was searched for is in the address. */
export function SearchBox({ view }: { view: View }) {
  const t = useTranslations('freight.list');
  const navigate = useNavigate();
  const submit = (form: FormData) => {
    const search = String(form.get('search') ?? '').trim();
    return navigate({
      to: '.',
      search: { ...(view.status ? { status: view.status } : {}), ...(search ? { search } : {}) },
    });
  };
  return (
    <search className={styles['search']}>
      <form action={submit} key={view.search}>
        <Field label={t('search')} hint={t('searchHint')}>
          <input name="search" type="search" defaultValue={view.search} maxLength={200} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
    </search>
  );
}
