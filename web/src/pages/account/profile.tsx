import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { customerName } from '../../app/customer-name';
import { Fact, Facts } from '../../parts/facts';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { profileQuery } from './account-queries';
import { EmailNote } from './email-note';
import { ProfileForm } from './profile-form';
import { Section } from './section';

/** Who the viewer is: what others have set, and what they can change. */
export function Profile() {
  const t = useTranslations('account.profile');
  const { data, error, refetch } = useQuery(profileQuery);
  return (
    <Section title={t('title')} text={t('text')}>
      {data ? (
        <>
          <Facts>
            <Fact label={t('username')}>{data.user.username}</Fact>
            <Fact label={t('role')}>{t(`roles.${data.role}`)}</Fact>
            <Fact label={t('company')}>{data.user.customer && customerName(data.user.customer)}</Fact>
          </Facts>
          <EmailNote viewer={data} isConfirmed={data.user.emailConfirmed} />
          <ProfileForm viewer={data} />
        </>
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Section>
  );
}
