import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { FreightCustomerFragment } from '../../../app/operations.generated';
import styles from './operations.module.css';

/** A customer's name: their company's or, without one, their own. */
export const customerName = ({
  company,
  firstName,
  lastName,
}: Pick<FreightCustomerFragment, 'company' | 'firstName' | 'lastName'>): string =>
  company || `${firstName} ${lastName}`;

/** Whose freight it is, and how to reach them. */
export function CustomerBlock({ customer }: { customer: FreightCustomerFragment }) {
  const t = useTranslations('operations');
  const { id, company, firstName, lastName, email, phone } = customer;
  return (
    <section className={styles['section']} aria-labelledby="customer">
      <h2 id="customer">{t('customer')}</h2>
      <p className={styles['customer']}>
        <Link to="/dashboard/customers/$id" params={{ id }}>
          <strong>{customerName(customer)}</strong>
        </Link>
        {company ? <span>{`${firstName} ${lastName}`}</span> : null}
        {email ? <a href={`mailto:${email}`}>{email}</a> : null}
        {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null}
      </p>
    </section>
  );
}
