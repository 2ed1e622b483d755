import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { contactOf, customerName } from '../../../app/customer-name';
import type { FreightCustomerFragment } from '../../../app/operations.generated';
import { PhoneLink } from '../../../app/phone-link';
import styles from './operations.module.css';

/** Whose freight it is, and how to reach them. */
export function CustomerBlock({ customer }: { customer: FreightCustomerFragment }) {
  const t = useTranslations('operations');
  const { id, company, email, phone } = customer;
  return (
    <section className={styles['section']} aria-labelledby="customer">
      <h2 id="customer">{t('customer')}</h2>
      <p className={styles['customer']}>
        <Link to="/dashboard/customers/$id" params={{ id }}>
          <strong>{customerName(customer)}</strong>
        </Link>
        {company ? <span>{contactOf(customer)}</span> : null}
        {email ? <a href={`mailto:${email}`}>{email}</a> : null}
        {phone ? <PhoneLink phone={phone} /> : null}
      </p>
    </section>
  );
}
