import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ListTable } from '../../../app/list/list-table';
import type { RatePartsFragment, ServiceLevel } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import { ButtonLink } from '../../../parts/button-link';
import { Dialog } from '../../../parts/dialog';
import { EmptyState } from '../../../parts/empty-state';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { ratesQuery } from './freight-queries';
import { useRateColumns } from './rate-columns';
import { RateDialog } from './rate-dialog';

const SERVICES: readonly ServiceLevel[] = ['ECONOMY', 'STANDARD', 'EXPRESS'];

/** The rate card by service. The rate that is open is in the address. */
export function RatesPage() {
  const t = useTranslations('operations.rates');
  const { rate: open } = useSearch({ from: '/shell/operations/rates' });
  const { data, error, refetch } = useQuery(ratesQuery);
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')}>
        <ButtonLink to="." search={{ rate: 'new' }}>
          {t('add')}
        </ButtonLink>
      </PageHeading>
      <p>{t('about')}</p>
      {error && !data ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton rows={8} /> : null}
      {data?.length === 0 ? <EmptyState title={t('empty')} text={t('emptyText')} /> : null}
      {data ? SERVICES.map((service) => <Service key={service} service={service} rates={data} />) : null}
      {data && open ? <OpenRate key={open} id={open} rates={data} /> : null}
    </div>
  );
}

function Service({ service, rates }: { service: ServiceLevel; rates: readonly RatePartsFragment[] }) {
  const t = useTranslations();
  const columns = useRateColumns();
  const rows = rates.filter((rate) => rate.service === service);
  if (rows.length === 0) return null;
  const title = t(`freight.service.${service}`);
  return (
    <section className={styles['page']} aria-labelledby={service}>
      <h2 id={service}>{title}</h2>
      <ListTable caption={title} columns={columns} rows={rows} old={false} />
    </section>
  );
}

function OpenRate({ id, rates }: { id: string; rates: readonly RatePartsFragment[] }) {
  const t = useTranslations('operations.rates');
  const navigate = useNavigate();
  const close = () => void navigate({ to: '.', search: {} });
  const found = rates.find((one) => one.id === id) ?? null;
  // If it is deleted while it is edited, saving says so, and what was typed is still there.
  const [opened] = useState(found);
  const rate = found ?? opened;
  if (rate || id === 'new') return <RateDialog rate={rate} onClose={close} />;
  return (
    <Dialog open title={t('gone')} description={t('goneText')} onClose={close}>
      <Link to="." search={{}}>
        {t('all')}
      </Link>
    </Dialog>
  );
}
