import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { laneOf } from '../../app/lane';
import { Time } from '../../parts/time';
import { Dashboard, Section } from './dashboard';
import { warehouseDashboard } from './dashboard-queries';
import { Row, Rows } from './rows';
import { Stock } from './stock';

/** What goes out of the warehouse, what is picked up first at the top. */
export function WarehouseDashboard() {
  const t = useTranslations('dashboard.goesOut');
  const answer = useQuery(warehouseDashboard);
  return (
    <Dashboard answer={answer}>
      {({ connotes, dashboard }, stockError) => (
        <>
          <Section id="goes-out" title={t('title')}>
            {connotes.nodes.length === 0 ? (
              <p>{t('none')}</p>
            ) : (
              <Rows total={connotes.totalCount}>
                {connotes.nodes.map(({ id, number, pickup, delivery, pickupOn }) => (
                  <Row
                    key={id}
                    title={laneOf(pickup, delivery)}
                    under={<code>{number}</code>}
                    value={pickupOn ? <Time value={pickupOn} /> : t('noDay')}
                    valueUnder={pickupOn ? t('pickup') : null}
                  />
                ))}
              </Rows>
            )}
          </Section>
          <Stock stock={dashboard.inventory} error={stockError} onRetry={() => void answer.refetch()} />
        </>
      )}
    </Dashboard>
  );
}
