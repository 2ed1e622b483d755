import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { PortalAdminDashboardQuery } from '../../app/operations.generated';
import { Fact, Facts } from '../../parts/facts';
import { StatusMark } from '../../parts/status-mark';
import { Counts, Waiting } from './counts';
import { Dashboard, Section } from './dashboard';
import { adminDashboard } from './dashboard-queries';

/** What waits for admins, and how the ERP does. */
export function AdminDashboard() {
  const answer = useQuery(adminDashboard);
  return (
    <Dashboard answer={answer}>
      {(data) => (
        <>
          <Waits data={data} />
          <Logins data={data} />
          <Erp status={data.erpStatus} />
        </>
      )}
    </Dashboard>
  );
}

function Waits({ data: { dashboard } }: { data: PortalAdminDashboardQuery }) {
  const t = useTranslations('dashboard');
  const [lockedUsers, failedMails] = [t('counts.lockedUsers'), t('counts.failedMails')];
  const locked = (
    <Link to="/admin/users" search={{ status: 'LOCKED' }}>
      {lockedUsers}
    </Link>
  );
  const failed = (
    <Link to="/admin/mails" search={{ status: 'FAILED' }}>
      {failedMails}
    </Link>
  );
  return (
    <Section id="waits" title={t('waits')}>
      <Waiting
        counts={[
          { word: lockedUsers, link: locked, count: dashboard.lockedUsers },
          { word: failedMails, link: failed, count: dashboard.failedMails },
          { word: t('counts.failedProvisionings'), count: dashboard.failedProvisionings },
        ]}
      />
    </Section>
  );
}

function Logins({ data: { portalUsers } }: { data: PortalAdminDashboardQuery }) {
  const t = useTranslations('dashboard');
  const word = t('counts.users');
  const link = (
    <Link to="/admin/users" search={{ status: 'ACTIVE' }}>
      {word}
    </Link>
  );
  return (
    <Section id="logins" title={t('logins')}>
      <Counts counts={[{ word, link, count: portalUsers.totalCount }]} />
    </Section>
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
