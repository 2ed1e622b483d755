import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Quantity } from '../../parts/quantity';
import { Time } from '../../parts/time';
import type { RewardsPartsFragment } from '../operations.generated';
import styles from './rewards.module.css';

/** How many points there are as the one big number, what they are worth, and which expire next. */
export function Balance({ rewards, children }: { rewards: RewardsPartsFragment; children?: ReactNode }) {
  const t = useTranslations('rewards');
  const { balance, value, currency, nextExpiry, pointsPerUnit } = rewards;
  return (
    <section className={styles['balance']} aria-labelledby="balance">
      <h2 id="balance">{t('balance')}</h2>
      <p className={styles['points']}>{t('points', { count: balance })}</p>
      <p>{t.rich('worth', { value: () => <Quantity value={value} unit={currency} /> })}</p>
      {nextExpiry ? (
        <p className={styles['note']}>
          {t.rich('expires', { count: nextExpiry.points, day: () => <Time value={nextExpiry.on} /> })}
        </p>
      ) : null}
      <p className={styles['note']}>
        {t.rich('earning', { points: () => <Quantity value={pointsPerUnit} />, currency })}
      </p>
      {children}
    </section>
  );
}
