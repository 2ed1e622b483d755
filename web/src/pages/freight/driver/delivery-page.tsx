import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeading } from '../../../app/page-heading';
import { EmptyState } from '../../../parts/empty-state';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { Gone } from '../gone';
import { DeliveryForm } from './delivery-form';
import styles from './driver.module.css';
import { RunState } from './run-state';
import { SignOutNotice } from './sign-out-notice';
import type { Stop } from './stops';
import { useStop } from './use-stop';

/** Where a driver hands goods over: who took them, the signature, photos. */
export function DeliveryPage() {
  const { number } = useParams({ from: '/shell/driver/connotes/$number/deliver' });
  const found = useStop(number);
  return (
    <>
      <DeliveryContent number={number} found={found} />
      <SignOutNotice acts={found.acts} />
    </>
  );
}

interface DeliveryContentProps {
  number: string;
  found: ReturnType<typeof useStop>;
}

function DeliveryContent({ number, found: { stop, run, acts, error, refetch } }: DeliveryContentProps) {
  const t = useTranslations('run.stop');
  // What the office does meanwhile must not take the form away.
  const [begun, setBegun] = useState<Stop | null>(null);
  if (!begun && stop?.allowedTransitions.includes('DELIVERED')) setBegun(stop);
  if (begun) {
    return (
      <div className={layout['page']}>
        <RunState run={run} acts={acts} />
        <Delivery stop={begun} now={stop === undefined ? begun : stop} />
      </div>
    );
  }
  if (error) return <Problem error={error} onRetry={refetch} />;
  if (stop === undefined) return <Skeleton rows={12} />;
  if (stop) return <NotNow stop={stop} />;
  return (
    <Gone text={t('gone', { number })}>
      <Link to="/driver/dashboard">{t('toRun')}</Link>
    </Gone>
  );
}

/** @param now the stop as it is by now; null if it isn't the driver's any more */
function Delivery({ stop, now }: { stop: Stop; now: Stop | null }) {
  const t = useTranslations('run');
  const status = useTranslations('freight.connoteStatus');
  const navigate = useNavigate();
  const [isKept, setKept] = useState(false);
  const { number } = stop;
  const possible = isKept || (now?.allowedTransitions.includes('DELIVERED') ?? false);
  const leave = () => {
    setKept(true);
    void navigate({ to: '/driver/dashboard', ignoreBlocker: true });
  };
  return (
    <>
      <PageHeading title={t('delivery.title', { number })} />
      {possible ? null : (
        <p role="alert" className={styles['warning']}>
          {t('delivery.gone')}:{' '}
          {now ? t('delivery.goneText', { number, status: status(now.status) }) : t('stop.gone', { number })}
        </p>
      )}
      <DeliveryForm stop={stop} possible={possible} onKept={leave} />
    </>
  );
}

/** A stop that was not picked up yet, or is delivered. */
function NotNow({ stop: { number, status } }: { stop: Stop }) {
  const t = useTranslations('run');
  const words = useTranslations('freight.connoteStatus');
  return (
    <>
      <PageHeading title={t('delivery.title', { number })} />
      <EmptyState title={t('delivery.gone')} text={t('delivery.goneText', { number, status: words(status) })}>
        <Link to="/driver/connotes/$number" params={{ number }}>
          {t('delivery.toStop')}
        </Link>
      </EmptyState>
    </>
  );
}
