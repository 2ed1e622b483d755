import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { contactOf, customerName } from '../../app/customer-name';
import type { Column } from '../../app/list/list-table';
import type { PortalCustomersQuery } from '../../app/operations.generated';
import { StatusMark } from '../../parts/status-mark';
import { Time } from '../../parts/time';
import { AccountStatusMark, Sees } from './account-status';
import styles from './customers.module.css';

type Row = PortalCustomersQuery['customers']['nodes'][number];

/** The columns of the list of customers. */
export function useCustomerColumns(): Column<Row>[] {
  const t = useTranslations('customers');
  return [
    {
      name: 'name',
      look: 'title',
      title: t('columns.name'),
      cell: (row) => (
        <>
          <Link to="/dashboard/customers/$id" params={{ id: row.id }}>
            {customerName(row)}
          </Link>{' '}
          {row.deletedAt ? <StatusMark tone="bad">{t('deleted')}</StatusMark> : null}
        </>
      ),
    },
    {
      name: 'contact',
      look: 'note',
      title: t('columns.contact'),
      cell: (row) => (row.company ? contactOf(row) : null),
    },
    {
      name: 'email',
      look: 'code',
      title: t('columns.email'),
      cell: ({ email }) => <span className={styles['email']}>{email ?? '–'}</span>,
    },
    {
      name: 'status',
      look: 'status',
      title: t('columns.status'),
      cell: ({ portalAccount }) => <AccountStatusMark status={portalAccount.status} />,
    },
    {
      name: 'sees',
      look: 'note',
      title: t('columns.sees'),
      cell: ({ portalAccount }) => <Sees user={portalAccount.user} />,
    },
    {
      name: 'signIn',
      look: 'day',
      title: t('columns.lastSignIn'),
      cell: ({ portalAccount }) => <Time value={portalAccount.lastLoginAt} detail="day" />,
    },
  ];
}
