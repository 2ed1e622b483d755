import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Column } from '../../../app/list/list-table';
import type { PortalUsersQuery } from '../../../app/operations.generated';
import { Time } from '../../../parts/time';
import { UserStatusMark } from './user-status';

type Row = PortalUsersQuery['portalUsers']['nodes'][number];

/** The columns of the list of users. */
export function useUserColumns(): Column<Row>[] {
  const t = useTranslations('adminUsers');
  const roles = useTranslations('account.profile.roles');
  return [
    {
      name: 'name',
      look: 'title',
      title: t('name'),
      cell: ({ id, displayName, username }) => (
        <Link to="/admin/users/$id" params={{ id }}>
          {displayName ?? username}
        </Link>
      ),
    },
    { name: 'username', look: 'code', title: t('username'), cell: ({ username }) => username },
    { name: 'email', look: 'note', title: t('email'), cell: ({ email }) => email },
    { name: 'role', look: 'text', title: t('role'), cell: ({ role }) => roles(role) },
    { name: 'sees', look: 'note', title: t('sees'), cell: (user) => <Sees user={user} /> },
    { name: 'state', look: 'status', title: t('state'), cell: (user) => <UserStatusMark user={user} /> },
    {
      name: 'lastLogin',
      look: 'amount',
      title: t('lastLogin'),
      cell: ({ lastLoginAt }) => (lastLoginAt ? <Time value={lastLoginAt} /> : t('never')),
    },
  ];
}

/** Whose stock a login sees, in a few words. */
function Sees({ user: { role, allErpCustomers, erpCustomers } }: { user: Row }) {
  const t = useTranslations('adminUsers');
  if (allErpCustomers) return t('seesAll');
  if (role !== 'CUSTOMER' || erpCustomers.length === 0) return t('seesNone');
  return erpCustomers.map(({ name }) => name).join(', ');
}
