import { useTranslations } from 'use-intl';
import { PageHeading } from '../../app/page-heading';
import { later } from '../../parts/later';
import styles from '../../parts/layout.module.css';
import { Skeleton } from '../../parts/skeleton';
import { ZoneNote } from '../../parts/zone-note';
import { Activity } from './activity';
import { PasswordSection } from './password-section';
import { Profile } from './profile';
import { Sessions } from './sessions';

const Preferences = later(async () => (await import('./preferences')).Preferences);

/** The viewer's own login: who they are, how they sign in, and how they want the portal to look. */
export function AccountPage() {
  const t = useTranslations('account');
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} />
      <Profile />
      <Preferences meanwhile={<Skeleton rows={4} />} />
      <PasswordSection />
      <Sessions />
      <Activity />
      <ZoneNote />
    </div>
  );
}
