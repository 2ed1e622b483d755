import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { customerName } from '../../../app/customer-name';
import type { PortalUserQuery } from '../../../app/operations.generated';
import { Fact, Facts } from '../../../parts/facts';
import { Time } from '../../../parts/time';
import styles from '../admin.module.css';

/** A login with all that its page shows. */
export type WholeUser = NonNullable<PortalUserQuery['portalUser']>;

/** What is known of a login beside what can be edited, and what can be done with it. */
export function UserFacts({ user, children }: { user: WholeUser; children: ReactNode }) {
  const t = useTranslations('adminUsers');
  const { customer, temporaryPasswordExpiresAt, lockedUntil, failedLoginCount, emailConfirmed } = user;
  return (
    <section className={styles['section']} aria-labelledby="signing-in">
      <h2 id="signing-in">{t('facts.title')}</h2>
      <Facts>
        <Fact label={t('lastLogin')}>
          {user.lastLoginAt ? <Time value={user.lastLoginAt} /> : t('never')}
        </Fact>
        <Fact label={t('facts.created')}>
          <Time value={user.createdAt} />
        </Fact>
        <Fact label={t('facts.email')}>{emailConfirmed ? t('facts.confirmed') : t('facts.unconfirmed')}</Fact>
        <Fact label={t('facts.customer')}>{customer ? customerName(customer) : null}</Fact>
        <Fact label={t('facts.temporaryUntil')}>
          {temporaryPasswordExpiresAt ? <Time value={temporaryPasswordExpiresAt} /> : null}
        </Fact>
        <Fact label={t('facts.failed')}>{failedLoginCount > 0 ? failedLoginCount : null}</Fact>
        <Fact label={t('facts.lockedUntil')}>{lockedUntil ? <Time value={lockedUntil} /> : null}</Fact>
      </Facts>
      {children}
    </section>
  );
}
