import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Time } from '../../../parts/time';
import styles from '../admin.module.css';
import type { WholeUser } from './user-facts';

/** What happened to a login last, and what it did. */
export function UserActivity({ user }: { user: WholeUser }) {
  const t = useTranslations('adminUsers.activity');
  const actions = useTranslations('audit.actions');
  const { id, auditEntries, username } = user;
  return (
    <section className={styles['section']} aria-labelledby="activity">
      <h2 id="activity">{t('title')}</h2>
      {auditEntries.nodes.length === 0 ? <p>{t('none')}</p> : null}
      <ol className={styles['rows']}>
        {auditEntries.nodes.map((entry) => (
          <li key={entry.id}>
            <Link to="/admin/audit" search={{ entry: String(entry.sequence) }}>
              {actions(entry.action)}
            </Link>
            <span className={styles['hint']}>
              {entry.actorName === username ? null : `${entry.actorName} · `}
              <Time value={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        <Link to="/admin/audit" search={{ target: id }}>
          {t('about')}
        </Link>
        {' · '}
        <Link to="/admin/audit" search={{ actor: id }}>
          {t('by')}
        </Link>
      </p>
    </section>
  );
}
