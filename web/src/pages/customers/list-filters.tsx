import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { changedView } from '../../app/list/list-search';
import { Field } from '../../parts/field';
import styles from './customers.module.css';
import { type CustomersSearch, SORTS } from './customers-search';

/** Which customers the list has, and in which order. Each choice is in the address. */
export function ListFilters({ view }: { view: CustomersSearch }) {
  const t = useTranslations('customers');
  const navigate = useNavigate();
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: changedView(changes) });
  return (
    <div className={styles['selects']}>
      <Field label={t('filters.account')}>
        <select
          value={view.account ?? ''}
          onChange={({ target }) => change({ account: target.value || undefined })}
        >
          <option value="">{t('filters.accounts.any')}</option>
          <option value="yes">{t('filters.accounts.yes')}</option>
          <option value="no">{t('filters.accounts.no')}</option>
        </select>
      </Field>
      <Field label={t('filters.sort')}>
        <select
          value={view.sort ?? 'newest'}
          onChange={({ target }) => change({ sort: target.value === 'newest' ? undefined : target.value })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </select>
      </Field>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={view.deleted === 'yes'}
          onChange={({ target }) => change({ deleted: target.checked ? 'yes' : undefined })}
        />
        {t('filters.deleted')}
      </label>
    </div>
  );
}
