import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import styles from './account.module.css';
import { sessionsQuery } from './account-queries';
import { EndSessionsDialog } from './end-sessions-dialog';
import { Section } from './section';
import { type OpenSession, SessionRow } from './session-row';

/** Where the viewer is signed in, and ends what should not be. */
export function Sessions() {
  const t = useTranslations('account.sessions');
  const { data, error, refetch } = useQuery(sessionsQuery);
  const [ending, setEnding] = useState<OpenSession[]>([]);
  const others = data?.filter(({ current }) => !current) ?? [];
  return (
    <Section title={t('title')} text={t('text')}>
      {data ? (
        <ul className={styles['list']}>
          {data.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => setEnding([session])} />
          ))}
        </ul>
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton />
      )}
      {others.length > 1 ? (
        <div className={styles['acts']}>
          <Button look="danger" onClick={() => setEnding(others)}>
            {t('endOthers', { count: others.length })}
          </Button>
        </div>
      ) : null}
      {ending.length > 0 ? <EndSessionsDialog sessions={ending} onClose={() => setEnding([])} /> : null}
    </Section>
  );
}
