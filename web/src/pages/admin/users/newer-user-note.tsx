import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import styles from '../admin.module.css';
import table from './compare.module.css';
import type { NewerUser } from './use-user-edit';
import { FIELDS, isSame, type UserEntry } from './user-entry';

type FieldName = (typeof FIELDS)[number];

/** What somebody else has changed meanwhile, beside what was typed here. */
export function NewerUserNote({ conflict, onTake }: { conflict: NewerUser; onTake: () => void }) {
  const t = useTranslations('adminUsers.edit');
  const { base, newer, typed } = conflict;
  const fields = FIELDS.filter((field) => !isSame(base, newer, field));
  return (
    <div className={styles['warning']} role="alert">
      <p>{t('conflict')}</p>
      <table className={table['compare']}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('yours')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">
                <FieldLabel field={field} />
              </th>
              <td>
                <FieldValue entry={newer} field={field} />
              </td>
              <td>
                {isSame(base, typed, field) ? t('notTouched') : <FieldValue entry={typed} field={field} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('conflictNext')}</p>
      <Button onClick={onTake}>{t('takeNewer')}</Button>
    </div>
  );
}

const LABELS = {
  username: 'username',
  displayName: 'name',
  email: 'email',
  role: 'role',
  sees: 'seesStock',
} as const satisfies Record<FieldName, string>;

function FieldLabel({ field }: { field: FieldName }) {
  const t = useTranslations('adminUsers');
  return t(LABELS[field]);
}

function FieldValue({ entry, field }: { entry: UserEntry; field: FieldName }) {
  const t = useTranslations('adminUsers');
  const roles = useTranslations('account.profile.roles');
  if (field === 'role') return roles(entry.role);
  if (field !== 'sees') return entry[field] || '–';
  const { all, names } = entry.sees;
  return all ? t('seesAll') : names.join(', ') || t('seesNone');
}
