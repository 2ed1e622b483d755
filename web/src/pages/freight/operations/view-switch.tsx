import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { changedView } from '../../../app/list/list-search';
import styles from './operations.module.css';

/** Links to the two ways to look at connotes. A board has all its statuses at once. */
export function ViewSwitch({ isBoard }: { isBoard: boolean }) {
  const t = useTranslations('operations.connotes');
  return (
    <nav className={styles['switch']} aria-label={t('view')}>
      <Link to="." search={changedView({ view: undefined })} aria-current={isBoard ? undefined : 'true'}>
        {t('list')}
      </Link>
      <Link
        to="."
        search={changedView({ view: 'board', status: undefined })}
        aria-current={isBoard ? 'true' : undefined}
      >
        {t('board')}
      </Link>
    </nav>
  );
}
