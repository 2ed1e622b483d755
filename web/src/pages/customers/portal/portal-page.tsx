import { useIsMutating } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import { ZoneNote } from '../../../parts/zone-note';
import { AccountStatusMark } from '../account-status';
import { CustomerFrame } from '../customer-frame';
import type { CustomerWithAccount } from '../customer-queries';
import own from '../customers.module.css';
import { AccessActs } from './access-acts';
import { AccountFacts } from './account-facts';
import { CreateAccount, creationOf } from './create-account';
import { type NewAccount, OnceDialog } from './once-dialog';
import styles from './portal.module.css';

/** A customer's access to the portal. */
export function PortalPage() {
  const { id } = useParams({ from: '/shell/dashboard/customers/$id/portal' });
  return (
    <CustomerFrame id={id} tab="portal">
      {(customer) => <PortalAccess key={id} customer={customer} />}
    </CustomerFrame>
  );
}

function PortalAccess({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers.portal');
  // Kept here, because what creates it leaves the page when the account is there.
  const [created, setCreated] = useState<NewAccount | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const once = useTranslations('customers.once');
  const isCreating = useIsMutating({ mutationKey: creationOf(customer.id) }) > 0;
  const { accountExists, status } = customer.portalAccount;
  return (
    <>
      <section className={own['section']} aria-labelledby="access">
        <div className={own['sectionHead']}>
          <h2 id="access" ref={title} tabIndex={-1}>
            {t('title')}
          </h2>
          <AccountStatusMark status={status} />
        </div>
        {accountExists ? (
          <>
            <AccountFacts account={customer.portalAccount} />
            <AccessActs customer={customer} />
          </>
        ) : (
          <>
            <WhyNone customer={customer} />
            {status === 'PENDING' ? null : <CreateAccount customer={customer} onCreated={setCreated} />}
          </>
        )}
      </section>
      <ZoneNote />
      <LeaveGuard
        isUnsaved={() => isCreating && !created}
        title={once('leaveTitle', { count: 1 })}
        text={once('sureText', { count: 1 })}
      />
      {created ? <OnceDialog account={created} returnFocus={title} onClose={() => setCreated(null)} /> : null}
    </>
  );
}

function WhyNone({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers.portal');
  const { status, lastError } = customer.portalAccount;
  if (status === 'PENDING') return <p role="status">{t('pending')}</p>;
  if (status !== 'FAILED') return <p>{t('none')}</p>;
  return (
    <div className={styles['failed']}>
      <p>{t('failed')}</p>
      <p>{lastError}</p>
    </div>
  );
}
