import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Device } from '../../app/device';
import type { PortalActivityQuery } from '../../app/operations.generated';
import { readOneOf } from '../../app/search';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { Time } from '../../parts/time';
import styles from './account.module.css';
import { activityQuery } from './account-queries';
import { Section } from './section';

type Entry = PortalActivityQuery['myActivity']['nodes'][number];

/** What happened to the viewer's login, so that they notice what they didn't do. */
export function Activity() {
  const t = useTranslations('account.activity');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } =
    useInfiniteQuery(activityQuery);
  const entries = data?.pages.flatMap(({ nodes }) => nodes);
  return (
    <Section title={t('title')} text={t('text')}>
      {entries ? (
        <ol className={styles['list']}>
          {entries.map((entry) => (
            <ActivityRow key={entry.id} entry={entry} />
          ))}
        </ol>
      ) : null}
      {error ? (
        <Problem error={error} onRetry={() => void (entries ? fetchNextPage() : refetch())} />
      ) : entries ? null : (
        <Skeleton rows={5} />
      )}
      {hasNextPage ? (
        <div className={styles['acts']}>
          <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

/** The actions that have words; one that a newer service adds is shown by its own name. */
const ACTIONS = [
  'LOGIN_SUCCEEDED',
  'LOGIN_FAILED',
  'ACCOUNT_LOCKED',
  'ACCOUNT_UNLOCKED',
  'LOGGED_OUT',
  'SESSIONS_REVOKED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET_REQUESTED',
  'PASSWORD_RESET_BY_ADMIN',
  'PASSWORD_RESET_COMPLETED',
  'EMAIL_CONFIRMED',
  'PROFILE_UPDATED',
] as const;

/** What the service says instead of a name, where a member of the staff acted. */
const STAFF = 'staff';

function ActivityRow({ entry: { action, actorName, at, ip, userAgent } }: { entry: Entry }) {
  const t = useTranslations('account.activity');
  const worded = readOneOf(ACTIONS, action);
  return (
    <li className={styles['row']}>
      <div>
        <p className={styles['name']}>{worded ? t(`actions.${worded}`) : action}</p>
        <p className={styles['detail']}>
          {actorName === STAFF ? t('staff') : null}
          {userAgent ? <Device userAgent={userAgent} /> : null}
          {userAgent && ip ? ' · ' : null}
          {ip ? <span className={styles['code']}>{ip}</span> : null}
        </p>
      </div>
      <p className={styles['when']}>
        <Time value={at} />
      </p>
    </li>
  );
}
