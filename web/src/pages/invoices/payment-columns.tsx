import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Column } from '../../app/list/list-table';
import type { PortalPaymentsQuery } from '../../app/operations.generated';
import { AccountAmount, AccountDay } from './account-values';
import styles from './invoices.module.css';

type Row = PortalPaymentsQuery['payments']['nodes'][number];

/** The columns of the list of payments. @param hasCustomer whether the rows are those of several customers */
export function usePaymentColumns(hasCustomer: boolean): Column<Row>[] {
  const t = useTranslations('invoices.columns');
  const customer: Column<Row> = {
    ...{ name: 'customer', look: 'note', title: t('customer'), sort: 'customer' },
    cell: ({ erpCustomer }) => erpCustomer.name,
  };
  return [
    {
      ...{ name: 'number', look: 'title', title: t('number'), sort: 'number' },
      cell: (row) => (
        <>
          {row.number}
          <span className={styles['phoneLine']}>
            <AccountDay of={row} field="paidOn" />
          </span>
        </>
      ),
    },
    ...(hasCustomer ? [customer] : []),
    {
      ...{ name: 'invoice', look: 'code', title: t('invoice'), sort: 'invoice' },
      cell: (row) => <PaidInvoice row={row} />,
    },
    {
      ...{ name: 'paid', look: 'day', title: t('paid'), sort: 'paid' },
      cell: (row) => <AccountDay of={row} field="paidOn" />,
    },
    { name: 'method', look: 'text', title: t('method'), cell: ({ method }) => method },
    { name: 'reference', look: 'note', title: t('reference'), cell: ({ reference }) => reference },
    {
      ...{ name: 'amount', look: 'amount', title: t('amount'), sort: 'amount' },
      cell: (row) => <AccountAmount of={row} field="amount" />,
    },
  ];
}

/** The invoice that a payment paid, which opens beside the list, if the ERP has it. */
function PaidInvoice({ row: { invoice, invoiceNumber } }: { row: Row }) {
  const t = useTranslations('invoices');
  if (invoiceNumber === null) return t('onAccount');
  if (!invoice) return invoiceNumber;
  return (
    <Link to="." search={(old) => ({ ...old, invoice: invoice.id })}>
      {invoiceNumber}
    </Link>
  );
}
