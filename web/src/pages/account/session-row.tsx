import { useTranslations } from 'use-intl';
import { Device } from '../../app/device';
import type { PortalSessionsQuery } from '../../app/operations.generated';
import { Button } from '../../parts/button';
import { StatusMark } from '../../parts/status-mark';
import { Time } from '../../parts/time';
import styles from './account.module.css';

/** One of the viewer's sessions. */
export type OpenSession = PortalSessionsQuery['mySessions'][number];

interface SessionRowProps {
  session: OpenSession;
  onEnd: () => void;
}

/** A session by what its user knows of it: the device, the address, and when it was used. */
export function SessionRow({ session, onEnd }: SessionRowProps) {
  const t = useTranslations('account.sessions');
  const { userAgent, ip, current, createdAt, lastUsedAt } = session;
  return (
    <li className={styles['row']}>
      <div>
        <p className={styles['name']}>
          <Device userAgent={userAgent} />{' '}
          {current ? <StatusMark tone="good">{t('current')}</StatusMark> : null}
        </p>
        <p className={styles['detail']}>
          {t.rich('times', {
            used: () => <Time value={lastUsedAt} />,
            made: () => <Time value={createdAt} />,
          })}
          {ip ? (
            <>
              {' · '}
              <span className={styles['code']}>{ip}</span>
            </>
          ) : null}
        </p>
      </div>
      {current ? null : <Button onClick={onEnd}>{t('end')}</Button>}
    </li>
  );
}
