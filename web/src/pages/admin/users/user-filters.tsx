import { useTranslations } from 'use-intl';
import { FilterForm } from '../../../app/list/filter-form';
import { Field } from '../../../parts/field';
import { ROLES, USER_SORTS, USER_STATES, type UserSearch } from './user-search';

/** What the list of users can be narrowed by, and its order. */
export function UserFilters({ view }: { view: UserSearch }) {
  const t = useTranslations('adminUsers');
  const roles = useTranslations('account.profile.roles');
  return (
    <FilterForm view={view}>
      <Field label={t('filters.search')}>
        <input name="search" type="search" maxLength={200} />
      </Field>
      <Field label={t('role')}>
        <select name="role">
          <option value="">{t('filters.anyRole')}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {roles(role)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('state')}>
        <select name="status">
          <option value="">{t('filters.anyState')}</option>
          {USER_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('filters.unused')}>
        <input name="unused" type="date" />
      </Field>
      <Field label={t('filters.sort')}>
        <select name="sort">
          {USER_SORTS.map((sort) => (
            <option key={sort} value={sort === 'username' ? '' : sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </select>
      </Field>
    </FilterForm>
  );
}
