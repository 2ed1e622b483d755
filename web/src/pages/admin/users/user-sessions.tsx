import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Device } from '../../../app/device';
import { query } from '../../../app/query';
import { Button } from '../../../parts/button';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import { Time } from '../../../parts/time';
import { toast } from '../../../parts/toast';
import styles from '../admin.module.css';
import { reload } from '../reload';
import type { WholeUser } from './user-facts';
import { PortalEndUserSessionsDocument } from './users.generated';

/** Where a login is signed in, and the end of it. */
export function UserSessions({ user, isOwn }: { user: WholeUser; isOwn: boolean }) {
  const t = useTranslations('adminUsers.sessions');
  const [isEnding, setEnding] = useState(false);
  const { sessions } = user;
  return (
    <section className={styles['section']} aria-labelledby="sessions">
      <h2 id="sessions">{t('title')}</h2>
      {sessions.length === 0 ? <p>{t('none')}</p> : <Sessions sessions={sessions} />}
      {sessions.length > 0 && !isOwn ? (
        <Button look="danger" onClick={() => setEnding(true)}>
          {t('endAll')}
        </Button>
      ) : null}
      {isEnding ? <EndDialog user={user} onClose={() => setEnding(false)} /> : null}
    </section>
  );
}

function Sessions({ sessions }: Pick<WholeUser, 'sessions'>) {
  return (
    <ul className={styles['rows']}>
      {sessions.map(({ id, userAgent, ip, lastUsedAt }) => (
        <li key={id}>
          <span>
            <Device userAgent={userAgent} /> {ip ? <span className={styles['code']}>{ip}</span> : null}
          </span>
          <span className={styles['hint']}>
            <Time value={lastUsedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function EndDialog({ user, onClose }: { user: WholeUser; onClose: () => void }) {
  const t = useTranslations('adminUsers.sessions');
  const { id, displayName, username, sessions } = user;
  const end = useMutation({
    mutationFn: () => query(PortalEndUserSessionsDocument, { id }),
    onSuccess: ({ endPortalUserSessions: count }) => {
      toast(t('ended', { count }));
      onClose();
    },
    onSettled: reload,
  });
  return (
    <ConfirmDialog
      title={t('endTitle', { name: displayName ?? username })}
      text={t('endText', { count: sessions.length })}
      confirm={t('endAll')}
      busy={end.isPending}
      problem={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    />
  );
}
