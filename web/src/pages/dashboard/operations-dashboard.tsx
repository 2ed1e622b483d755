import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
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
                { word: t('counts.toPrice'), count: countOf(quotesByStatus, 'PENDING') },
                { word: t('counts.toConfirm'), count: countOf(connotesByStatus, 'PENDING') },
                { word: t('counts.toAllocate'), count: countOf(connotesByStatus, 'CONFIRMED') },
                { word: t('counts.failedProvisionings'), count: failedProvisionings },
              ]}
            />
          </Section>
          <Stock stock={inventory} error={stockError} onRetry={() => void answer.refetch()} />
        </>
      )}
    </Dashboard>
  );
}
