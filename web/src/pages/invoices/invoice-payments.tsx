import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalInvoiceQuery } from '../../app/operations.generated';
import { AccountAmount, AccountDay } from './account-values';
import styles from './invoices.module.css';

type Payments = NonNullable<PortalInvoiceQuery['invoice']>['payments'];

/** The service gives so many payments of an invoice at most. */
const MOST = 100;

/** What was paid on an invoice, the latest first. */
export function InvoicePayments({ payments }: { payments: Payments }) {
  const t = useTranslations('invoices');
  const id = useId();
  return (
    <section className={styles['payments']} aria-labelledby={id}>
      <h3 id={id}>{t('tabs.payments')}</h3>
      {payments.length === 0 ? <p className={styles['note']}>{t('noPayments')}</p> : null}
      {payments.length > 0 ? (
        <ul>
          {payments.map((payment) => (
            <li key={payment.id}>
              <span>
                <AccountDay of={payment} field="paidOn" />
                <span className={styles['under']}>
                  {[payment.number, payment.method, payment.reference].filter(Boolean).join(' · ')}
                </span>
              </span>
              <AccountAmount of={payment} field="amount" />
            </li>
          ))}
        </ul>
      ) : null}
      {payments.length === MOST ? <p className={styles['note']}>{t('latestPayments')}</p> : null}
    </section>
  );
}
