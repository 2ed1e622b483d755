import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { NAVIGATION } from '../../app/navigation';
import { useViewer } from '../../app/session-state';
import { usePageTitle } from '../../app/use-page-title';
import styles from './home.module.css';

/** Where a user lands: the pages of their role. */
export function HomePage() {
  const t = useTranslations('common');
  const { role } = useViewer();
  const title = t('pages.dashboard');
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <ul className={styles['pages']}>
        {NAVIGATION[role].slice(1).map(({ to, word }) => (
          <li key={to}>
            <Link to={to}>{t(`pages.${word}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
