import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { InvoicePartsFragment, PortalInvoiceQuery } from '../../app/operations.generated';
import { CopyButton } from '../../parts/copy-button';
import { Dialog } from '../../parts/dialog';
import { Fact, Facts } from '../../parts/facts';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { AccountAmount, AccountDay, InvoiceStatusMark } from './account-values';
import { InvoicePayments } from './invoice-payments';
import { invoiceQuery } from './invoice-queries';
import styles from './invoices.module.css';
import { PayLink } from './pay-link';

type Whole = NonNullable<PortalInvoiceQuery['invoice']>;

interface InvoicePanelProps {
  id: string;
  /** The invoice as the list has it, shown until the ERP has answered. */
  known: InvoicePartsFragment | undefined;
}

/** An invoice beside the list: all that the ERP says of it, what was paid on it, and where to pay what is open. */
export function InvoicePanel({ id, known }: InvoicePanelProps) {
  const t = useTranslations('invoices');
  const navigate = useNavigate();
  const close = () => void navigate({ to: '.', search: (old) => ({ ...old, invoice: undefined }) });
  const { data, error, refetch } = useQuery(invoiceQuery(id));
  const invoice = data === undefined ? known : data;
  return (
    <Dialog open place="side" title={invoice?.number ?? t('invoice')} onClose={close}>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data === null ? <p>{t('gone')}</p> : null}
      {invoice ? <InvoiceFacts invoice={invoice} taxOf={data ?? null} /> : null}
      {data?.paymentUrl ? <PayLink invoice={data} url={data.paymentUrl} /> : null}
      {data ? <InvoicePayments payments={data.payments} /> : null}
      {data === undefined && !error ? <Skeleton rows={4} /> : null}
    </Dialog>
  );
}

function InvoiceFacts({ invoice, taxOf }: { invoice: InvoicePartsFragment; taxOf: Whole | null }) {
  const t = useTranslations('invoices.columns');
  const { number, status, erpCustomer, reference, description, dueOn, unshown } = invoice;
  const hasDue = dueOn !== null || unshown.includes('dueOn');
  const hasTax = taxOf && (taxOf.taxAmount !== null || taxOf.unshown.includes('taxAmount'));
  return (
    <Facts>
      <Fact label={t('number')}>
        <span className={styles['code']} dir="ltr">
          {number}
        </span>{' '}
        <CopyButton value={number} name={t('number')} />
      </Fact>
      <Fact label={t('status')}>
        <InvoiceStatusMark status={status} />
      </Fact>
      <Fact label={t('open')}>
        <AccountAmount of={invoice} field="openAmount" />
      </Fact>
      <Fact label={t('total')}>
        <AccountAmount of={invoice} field="totalAmount" />
      </Fact>
      <Fact label={t('tax')}>{hasTax ? <AccountAmount of={taxOf} field="taxAmount" /> : null}</Fact>
      <Fact label={t('issued')}>
        <AccountDay of={invoice} field="issuedOn" />
      </Fact>
      <Fact label={t('due')}>{hasDue ? <AccountDay of={invoice} field="dueOn" /> : null}</Fact>
      <Fact label={t('customer')} isWritten>
        {erpCustomer.name}
      </Fact>
      <Fact label={t('reference')}>{reference}</Fact>
      <Fact label={t('description')} isWritten>
        {description}
      </Fact>
    </Facts>
  );
}
