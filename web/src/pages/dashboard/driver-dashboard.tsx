import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Counts, countOf } from './counts';
import { Dashboard, Section } from './dashboard';
import { driverDashboard } from './dashboard-queries';

/** How much is on a driver's run today. */
export function DriverDashboard() {
  const t = useTranslations('dashboard');
  const answer = useQuery(driverDashboard);
  return (
    <Dashboard answer={answer}>
      {({ dashboard: { connotesByStatus }, later }) => {
        const toPickUp = countOf(connotesByStatus, 'ALLOCATED') - later.totalCount;
        const toDeliver = countOf(connotesByStatus, 'IN_TRANSIT');
        const count = toPickUp + toDeliver;
        return (
          <Section id="run" title={t('run.title')}>
            <p>{count === 0 ? t('run.none') : t('run.count', { count })}</p>
            <Counts
              counts={[
                { word: t('counts.toPickUp'), count: toPickUp },
                { word: t('counts.toDeliver'), count: toDeliver },
                { word: t('counts.later'), count: later.totalCount },
              ]}
            />
          </Section>
        );
      }}
    </Dashboard>
  );
}
