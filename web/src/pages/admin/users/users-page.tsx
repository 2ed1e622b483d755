import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { List } from '../../../app/list/list';
import { PageHeading } from '../../../app/page-heading';
import { Button } from '../../../parts/button';
import { ButtonLink } from '../../../parts/button-link';
import { EmptyState } from '../../../parts/empty-state';
import styles from '../../../parts/layout.module.css';
import { ZoneNote } from '../../../parts/zone-note';
import { DormantDialog } from './dormant-dialog';
import { useUserColumns } from './user-columns';
import { UserFilters } from './user-filters';
import { usersQuery, userVariables } from './user-queries';

/** The logins of the portal. */
export function UsersPage() {
  const t = useTranslations('adminUsers');
  const view = useSearch({ from: '/shell/admin/users' });
  const zone = useTimeZone() ?? 'UTC';
  const list = useQuery(usersQuery(userVariables(view, zone)));
  const columns = useUserColumns();
  const [isDeactivating, setDeactivating] = useState(false);
  const { search, status, role, unused } = view;
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')}>
        <Button onClick={() => setDeactivating(true)}>{t('dormant.open')}</Button>
        <ButtonLink to="/admin/users/new">{t('new')}</ButtonLink>
      </PageHeading>
      <UserFilters view={view} />
      <List
        caption={t('title')}
        list={list}
        columns={columns}
        filtered={Boolean(search || status || role || unused)}
        empty={<EmptyState title={t('empty')} />}
      />
      <ZoneNote />
      {isDeactivating ? <DormantDialog onClose={() => setDeactivating(false)} /> : null}
    </div>
  );
}
