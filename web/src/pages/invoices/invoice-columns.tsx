import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Column } from '../../app/list/list-table';
import type { InvoicePartsFragment } from '../../app/operations.generated';
import { AccountAmount, AccountDay, InvoiceStatusMark } from './account-values';
import styles from './invoices.module.css';

/** The columns of the list of invoices. @param hasCustomer whether the rows are those of several customers */
export function useInvoiceColumns(hasCustomer: boolean): Column<InvoicePartsFragment>[] {
  const t = useTranslations('invoices.columns');
  const customer: Column<InvoicePartsFragment> = {
    ...{ name: 'customer', look: 'note', title: t('customer'), sort: 'customer' },
    cell: ({ erpCustomer }) => erpCustomer.name,
  };
  return [
    {
      ...{ name: 'number', look: 'title', title: t('number'), sort: 'number' },
      cell: (row) => <InvoiceNumber row={row} />,
    },
    ...(hasCustomer ? [customer] : []),
    {
      ...{ name: 'issued', look: 'day', title: t('issued'), sort: 'issued' },
      cell: (row) => <AccountDay of={row} field="issuedOn" />,
    },
    {
      ...{ name: 'due', look: 'day', title: t('due'), sort: 'due' },
      cell: (row) => <AccountDay of={row} field="dueOn" />,
    },
    { name: 'reference', look: 'code', title: t('reference'), cell: ({ reference }) => reference },
    { name: 'description', look: 'note', title: t('description'), cell: ({ description }) => description },
    {
      ...{ name: 'total', look: 'number', title: t('total'), sort: 'total' },
      cell: (row) => <AccountAmount of={row} field="totalAmount" />,
    },
    {
      ...{ name: 'open', look: 'amount', title: t('open'), sort: 'open' },
      cell: (row) => <AccountAmount of={row} field="openAmount" />,
    },
    {
      ...{ name: 'status', look: 'status', title: t('status') },
      cell: ({ status }) => <InvoiceStatusMark status={status} />,
    },
  ];
}

/** The number, which opens the invoice beside the list; on a phone, with what has no column there. */
function InvoiceNumber({ row }: { row: InvoicePartsFragment }) {
  const t = useTranslations('invoices');
  return (
    <>
      <Link to="." search={(old) => ({ ...old, invoice: row.id })}>
        {row.number}
      </Link>
      <span className={styles['phoneLine']}>
        {t.rich('phoneLine', {
          due: () => <AccountDay of={row} field="dueOn" />,
          total: () => <AccountAmount of={row} field="totalAmount" />,
        })}
      </span>
    </>
  );
}
