import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { InvoicePartsFragment } from '../../app/operations.generated';
import { OutsideLink } from '../../parts/outside-link';
import styles from './invoices.module.css';

/** Leads to where an invoice is paid: another site, which it names. */
export function PayLink({ invoice: { number }, url }: { invoice: InvoicePartsFragment; url: string }) {
  const t = useTranslations('invoices');
  const id = useId();
  return (
    <div className={styles['pay']}>
      <OutsideLink href={url} aria-describedby={id}>
        {t('pay', { number })}
      </OutsideLink>
      <p id={id} className={styles['note']}>
        {t('payLeaves', { host: new URL(url).host })}
      </p>
    </div>
  );
}
