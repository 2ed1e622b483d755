import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ConnoteStatus, QuoteStatus } from '../../app/operations.generated';
import { countOf, Waiting } from './counts';
import { Dashboard, Section } from './dashboard';
import { operationsDashboard } from './dashboard-queries';
import { Stock } from './stock';

/** What waits for operations. */
export function OperationsDashboard() {
  const t = useTranslations('dashboard');
  const answer = useQuery(operationsDashboard);
  return (
    <Dashboard answer={answer}>
      {({ dashboard: { quotesByStatus, connotesByStatus, failedProvisionings, inventory } }, stockError) => (
        <>
          <Section id="waits" title={t('waits')}>
            <Waiting
              counts={[
                {
                  word: t('counts.toPrice'),
                  link: <QuotesLink status="PENDING">{t('counts.toPrice')}</QuotesLink>,
                  count: countOf(quotesByStatus, 'PENDING'),
                },
                {
                  word: t('counts.toConfirm'),
                  link: <ConnotesLink status="PENDING">{t('counts.toConfirm')}</ConnotesLink>,
                  count: countOf(connotesByStatus, 'PENDING'),
                },
                {
                  word: t('counts.toAllocate'),
                  link: <ConnotesLink status="CONFIRMED">{t('counts.toAllocate')}</ConnotesLink>,
                  count: countOf(connotesByStatus, 'CONFIRMED'),
                },
                {
                  word: t('counts.failedProvisionings'),
                  link: (
                    <Link to="/dashboard/customers" search={{ status: 'FAILED' }}>
                      {t('counts.failedProvisionings')}
                    </Link>
                  ),
                  count: failedProvisionings,
                },
              ]}
            />
          </Section>
          <Stock stock={inventory} error={stockError} onRetry={() => void answer.refetch()} />
        </>
      )}
    </Dashboard>
  );
}

function QuotesLink({ status, children }: { status: QuoteStatus; children: ReactNode }) {
  return (
    <Link to="/operations/quotes" search={{ status }}>
      {children}
    </Link>
  );
}

function ConnotesLink({ status, children }: { status: ConnoteStatus; children: ReactNode }) {
  return (
    <Link to="/operations/connotes" search={{ status }}>
      {children}
    </Link>
  );
}
