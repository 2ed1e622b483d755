import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { customerName } from '../../app/customer-name';
import { Fact, Facts } from '../../parts/facts';
import { Time } from '../../parts/time';
import { ZoneNote } from '../../parts/zone-note';
import { CustomerFrame } from './customer-frame';
import type { CustomerWithAccount } from './customer-queries';
import styles from './customers.module.css';
import { EditForm } from './form/edit-form';

/** A customer's record: its fields, which can be changed unless it is deleted. */
export function DetailsPage() {
  const { id } = useParams({ from: '/shell/dashboard/customers/$id' });
  return (
    <CustomerFrame id={id} tab="details">
      {(customer) => (
        <>
          <EditForm key={id} customer={customer}>
            <Fields customer={customer} />
          </EditForm>
          <Record customer={customer} />
          <ZoneNote />
        </>
      )}
    </CustomerFrame>
  );
}

function Fields({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers');
  return (
    <section className={styles['section']} aria-label={customerName(customer)}>
      <Facts>
        <Fact label={t('form.firstName')}>{customer.firstName}</Fact>
        <Fact label={t('form.lastName')}>{customer.lastName}</Fact>
        <Fact label={t('form.company')}>{customer.company}</Fact>
        <Fact label={t('form.email')}>{customer.email}</Fact>
        <Fact label={t('form.phone')}>{customer.phone}</Fact>
      </Facts>
    </section>
  );
}

function Record({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers.form');
  return (
    <section className={styles['section']} aria-labelledby="record">
      <h2 id="record">{t('record')}</h2>
      <Facts>
        <Fact label={t('source')}>{t(`sources.${customer.source}`)}</Fact>
        <Fact label={t('created')}>
          <Time value={customer.createdAt} />
        </Fact>
        <Fact label={t('updated')}>
          <Time value={customer.updatedAt} />
        </Fact>
      </Facts>
    </section>
  );
}
