import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useToday } from '../../app/days-left';
import { laneOf } from '../../app/lane';
import type { PortalWarehouseDashboardQuery } from '../../app/operations.generated';
import { Time } from '../../parts/time';
import { Dashboard, Section } from './dashboard';
import styles from './dashboard.module.css';
import { warehouseDashboard } from './dashboard-queries';
import { Row, Rows } from './rows';
import { Stock } from './stock';

type Outgoing = PortalWarehouseDashboardQuery['connotes'];

/** What goes out of the warehouse: today, then on the next days. */
export function WarehouseDashboard() {
  const answer = useQuery(warehouseDashboard);
  return (
    <Dashboard answer={answer}>
      {({ connotes, dashboard }, stockError) => (
        <>
          <GoesOut connotes={connotes} />
          <Stock stock={dashboard.inventory} error={stockError} onRetry={() => void answer.refetch()} />
        </>
      )}
    </Dashboard>
  );
}

/** What has no day can be picked up at any time, so it counts as today's. */
function GoesOut({ connotes: { nodes, totalCount } }: { connotes: Outgoing }) {
  const t = useTranslations('dashboard.goesOut');
  const today = useToday();
  const isLater = ({ pickupOn }: Outgoing['nodes'][number]) =>
    today !== null && pickupOn !== null && pickupOn > today;
  const now = nodes.filter((connote) => !isLater(connote));
  const later = nodes.filter(isLater);
  return (
    <div className={styles['group']}>
      <Section id="goes-out" title={t('title')}>
        {now.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <OutgoingRows nodes={now} left={later.length > 0 ? 0 : totalCount - nodes.length} />
        )}
      </Section>
      {later.length > 0 ? (
        <Section id="goes-out-later" title={t('later')}>
          <OutgoingRows nodes={later} left={totalCount - nodes.length} />
        </Section>
      ) : null}
    </div>
  );
}

/** @param left how many more there are that aren't shown */
function OutgoingRows({ nodes, left }: { nodes: Outgoing['nodes']; left: number }) {
  const t = useTranslations('dashboard.goesOut');
  return (
    <Rows total={nodes.length + left}>
      {nodes.map(({ id, number, pickup, delivery, pickupOn }) => (
        <Row
          key={id}
          title={
            <Link to="/warehouse/connotes/$number" params={{ number }}>
              {laneOf(pickup, delivery)}
            </Link>
          }
          under={<code>{number}</code>}
          value={pickupOn ? <Time value={pickupOn} /> : t('noDay')}
          valueUnder={pickupOn ? t('pickup') : null}
        />
      ))}
    </Rows>
  );
}
