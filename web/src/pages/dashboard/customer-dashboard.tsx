import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDaysLeft } from '../../app/days-left';
import { laneOf } from '../../app/lane';
import type { PortalCustomerDashboardQuery } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import { Time } from '../../parts/time';
import { countOf } from './counts';
import { Dashboard, Section } from './dashboard';
import styles from './dashboard.module.css';
import { customerDashboard } from './dashboard-queries';
import { Expiring } from './expiring';
import { ExpiryChart } from './expiry-chart';
import { OpenInvoices } from './open-invoices';
import { Row, Rows } from './rows';
import { Stock } from './stock';

/** What waits for a customer: prices to decide, what is on the way, what expires. */
export function CustomerDashboard() {
  const answer = useQuery(customerDashboard);
  return (
    <Dashboard answer={answer}>
      {(data, stockError) => (
        <>
          <Quotes data={data} />
          <OnTheWay connotes={data.connotes} />
          <OpenInvoices />
          <Stock stock={data.dashboard.inventory} error={stockError} onRetry={() => void answer.refetch()}>
            <Expiring />
            <ExpiryChart />
          </Stock>
        </>
      )}
    </Dashboard>
  );
}

function Quotes({ data: { quotes, dashboard } }: { data: PortalCustomerDashboardQuery }) {
  const t = useTranslations('dashboard.quotes');
  const pending = countOf(dashboard.quotesByStatus, 'PENDING');
  return (
    <Section id="quotes" title={t('title')} all={<Link to="/customer/quotes">{t('all')}</Link>}>
      {quotes.nodes.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Rows total={quotes.totalCount}>
          {quotes.nodes.map((quote) => (
            <QuoteRow key={quote.id} quote={quote} />
          ))}
        </Rows>
      )}
      {pending > 0 ? <p className={styles['note']}>{t('pending', { count: pending })}</p> : null}
    </Section>
  );
}

function QuoteRow({ quote }: { quote: PortalCustomerDashboardQuery['quotes']['nodes'][number] }) {
  const t = useTranslations('dashboard.quotes');
  const { reference, origin, destination, totalAmount, currency, validUntil } = quote;
  const link = (
    <Link to="/customer/quotes/$reference" params={{ reference }}>
      {laneOf(origin, destination)}
    </Link>
  );
  return (
    <Row
      title={link}
      under={<code>{reference}</code>}
      value={<Quantity value={totalAmount} unit={currency} />}
      valueUnder={validUntil ? <DaysLeft until={validUntil} /> : t('noEnd')}
    />
  );
}

/** How long a price holds: in days, or until when while today isn't known. */
function DaysLeft({ until }: { until: string }) {
  const t = useTranslations('dashboard.quotes');
  const days = useDaysLeft(until);
  return days === null ? <Time value={until} /> : t('daysLeft', { days });
}

function OnTheWay({ connotes }: { connotes: PortalCustomerDashboardQuery['connotes'] }) {
  const t = useTranslations('dashboard.onTheWay');
  return (
    <Section id="on-the-way" title={t('title')} all={<Link to="/customer/shipments">{t('all')}</Link>}>
      {connotes.nodes.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Rows total={connotes.totalCount}>
          {connotes.nodes.map(({ id, number, pickup, delivery, estimatedDeliveryOn }) => (
            <Row
              key={id}
              title={
                <Link to="/customer/bookings/$number" params={{ number }}>
                  {laneOf(pickup, delivery)}
                </Link>
              }
              under={<code>{number}</code>}
              value={estimatedDeliveryOn ? <Time value={estimatedDeliveryOn} /> : t('noDay')}
              valueUnder={estimatedDeliveryOn ? t('expected') : null}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
