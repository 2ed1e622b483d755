import { useTranslations } from 'use-intl';
import type { PortalAccountPartsFragment } from '../../../app/operations.generated';
import { Fact, Facts } from '../../../parts/facts';
import { StatusMark } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';
import { Sees } from '../account-status';

/** An account: its login, since when, and what it sees. */
export function AccountFacts({ account }: { account: PortalAccountPartsFragment }) {
  const t = useTranslations('customers.portal');
  const { user, email, createdAt, lastLoginAt } = account;
  return (
    <Facts>
      <Fact label={t('login')}>{user?.username}</Fact>
      <Fact label={t('email')}>
        {email}{' '}
        {user && !user.emailConfirmed ? <StatusMark tone="warn">{t('unconfirmed')}</StatusMark> : null}
      </Fact>
      <Fact label={t('created')}>
        <Time value={createdAt} />
      </Fact>
      <Fact label={t('lastSignIn')}>{lastLoginAt ? <Time value={lastLoginAt} /> : t('never')}</Fact>
      <Fact label={t('sees')}>
        <Sees user={user} none={t('seesNothing')} />
      </Fact>
      <Fact label={t('passwordUntil')}>
        {user?.temporaryPasswordExpiresAt ? <Time value={user.temporaryPasswordExpiresAt} /> : null}
      </Fact>
      <Fact label={t('lockedUntil')}>{user?.lockedUntil ? <Time value={user.lockedUntil} /> : null}</Fact>
    </Facts>
  );
}
