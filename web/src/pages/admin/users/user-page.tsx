import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { PageHeading } from '../../../app/page-heading';
import { useViewer } from '../../../app/session-state';
import { EmptyState } from '../../../parts/empty-state';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { ZoneNote } from '../../../parts/zone-note';
import styles from '../admin.module.css';
import { UserActivity } from './user-activity';
import { UserActs } from './user-acts';
import { UserFacts, type WholeUser } from './user-facts';
import { UserForm } from './user-form';
import { userQuery } from './user-queries';
import { UserSessions } from './user-sessions';
import { UserStatusMark } from './user-status';

/** A login: what it is, what it may, where it is signed in, and what happened to it. */
export function UserPage() {
  const t = useTranslations('adminUsers');
  const { id } = useParams({ from: '/shell/admin/users/$id' });
  const { data, error, refetch } = useQuery(userQuery(id));
  // What was typed stays, whatever becomes of a later look.
  if (data) return <UserDetail key={data.id} user={data} error={error} onRetry={() => void refetch()} />;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  return (
    <>
      <PageHeading title={t('gone')} />
      <EmptyState title={t('goneText')}>
        <Link to="/admin/users">{t('toUsers')}</Link>
      </EmptyState>
    </>
  );
}

function UserDetail({ user, error, onRetry }: { user: WholeUser; error: unknown; onRetry: () => void }) {
  const t = useTranslations('adminUsers');
  const { id, username, displayName } = user;
  const isOwn = useViewer().user.id === id;
  return (
    <div className={layout['page']}>
      <PageHeading code={username} title={displayName ?? username} mark={<UserStatusMark user={user} />}>
        <Link to="/admin/users/$id/access" params={{ id }} className={styles['link']}>
          {t('access.open')}
        </Link>
      </PageHeading>
      {error ? <Problem error={error} onRetry={onRetry} /> : null}
      <div className={styles['columns']}>
        <UserForm user={user} isOwn={isOwn} />
        <div className={styles['stack']}>
          <UserFacts user={user}>
            <UserActs user={user} isOwn={isOwn} />
          </UserFacts>
          <UserSessions user={user} isOwn={isOwn} />
          <UserActivity user={user} />
        </div>
      </div>
      <ZoneNote />
    </div>
  );
}
