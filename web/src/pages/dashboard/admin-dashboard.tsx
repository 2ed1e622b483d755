import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { PortalAdminDashboardQuery } from '../../app/operations.generated';
import { Fact, Facts } from '../../parts/facts';
import { StatusMark } from '../../parts/status-mark';
import { Counts, Waiting } from './counts';
import { Dashboard, Section } from './dashboard';
import { adminDashboard } from './dashboard-queries';

/** What waits for admins, and how the ERP does. */
export function AdminDashboard() {
  const t = useTranslations('dashboard');
  const answer = useQuery(adminDashboard);
  return (
    <Dashboard answer={answer}>
      {({ portalUsers, dashboard: { lockedUsers, failedMails, failedProvisionings }, erpStatus }) => (
        <>
          <Section id="waits" title={t('waits')}>
            <Waiting
              counts={[
                { word: t('counts.lockedUsers'), count: lockedUsers },
                { word: t('counts.failedMails'), count: failedMails },
                { word: t('counts.failedProvisionings'), count: failedProvisionings },
              ]}
            />
          </Section>
          <Section id="logins" title={t('logins')}>
            <Counts counts={[{ word: t('counts.users'), count: portalUsers.totalCount }]} />
          </Section>
          <Erp status={erpStatus} />
        </>
      )}
    </Dashboard>
  );
}

function Erp({ status }: { status: PortalAdminDashboardQuery['erpStatus'] }) {
  const t = useTranslations('dashboard.erp');
  const format = useFormatter();
  const { reachable, latencyMs, readOnly } = status;
  return (
    <Section id="erp" title={t('title')}>
      <Facts>
        <Fact label={t('state')}>
          <StatusMark tone={reachable ? 'good' : 'bad'}>
            {reachable ? t('reachable') : t('unreachable')}
          </StatusMark>
        </Fact>
        <Fact label={t('latency')}>
          {latencyMs === null ? null : `${format.number(latencyMs, { maximumFractionDigits: 1 })} ms`}
        </Fact>
        <Fact label={t('readOnly')}>{readOnly ? t('onlyReads') : t('notKnown')}</Fact>
      </Facts>
    </Section>
  );
}
