import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { customerName } from '../../app/customer-name';
import { useFeatures } from '../../app/features';
import lists from '../../app/list/list.module.css';
import type { PortalFeature } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { StatusMark } from '../../parts/status-mark';
import { Time } from '../../parts/time';
import { type CustomerWithAccount, customerQuery } from './customer-queries';
import own from './customers.module.css';
import { RecordActs } from './record-acts';

const TABS = [
  { name: 'details', to: '/dashboard/customers/$id' },
  { name: 'portal', to: '/dashboard/customers/$id/portal' },
  { name: 'quotes', to: '/dashboard/customers/$id/quotes' },
  { name: 'bookings', to: '/dashboard/customers/$id/bookings' },
  { name: 'rewards', to: '/dashboard/customers/$id/rewards', feature: 'REWARDS' },
  { name: 'history', to: '/dashboard/customers/$id/history', feature: 'HISTORY' },
] as const satisfies readonly { name: string; to: string; feature?: PortalFeature }[];

interface CustomerFrameProps {
  id: string;
  tab: (typeof TABS)[number]['name'];
  children: (customer: CustomerWithAccount) => ReactNode;
}

/** What every page of a customer has: who it is, what can be done with the record, and the links to the other pages. */
export function CustomerFrame({ id, tab, children }: CustomerFrameProps) {
  const { data, error, refetch } = useQuery(customerQuery(id));
  if (data === undefined && error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data === null) return <Gone />;
  return (
    <article className={styles['page']}>
      <PageHeading title={customerName(data)} mark={<DeletedMark customer={data} />}>
        <RecordActs customer={data} />
      </PageHeading>
      <DeletedNote customer={data} />
      <Tabs id={id} tab={tab} />
      {children(data)}
    </article>
  );
}

function Tabs({ id, tab }: Pick<CustomerFrameProps, 'id' | 'tab'>) {
  const t = useTranslations('customers.tabs');
  const features = useFeatures();
  const tabs = TABS.filter((one) => !('feature' in one) || features.includes(one.feature));
  return (
    <nav className={lists['tabs']} aria-label={t('label')}>
      {tabs.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          params={{ id }}
          data-current={name === tab || undefined}
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

function DeletedMark({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers');
  return customer.deletedAt ? <StatusMark tone="bad">{t('deleted')}</StatusMark> : null;
}

function DeletedNote({ customer: { deletedAt } }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers');
  if (!deletedAt) return null;
  return <p className={own['note']}>{t.rich('deletedNote', { when: () => <Time value={deletedAt} /> })}</p>;
}

function Gone() {
  const t = useTranslations('customers.gone');
  return (
    <>
      <PageHeading title={t('title')} />
      <EmptyState title={t('text')}>
        <Link to="/dashboard/customers">{t('back')}</Link>
      </EmptyState>
    </>
  );
}
