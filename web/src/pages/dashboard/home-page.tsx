import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import { NAVIGATION } from '../../app/navigation';
import { useViewer } from '../../app/session-state';
import styles from './home.module.css';

/** Where a user lands: the pages of their role. */
export function HomePage() {
  const t = useTranslations('common');
  const { role } = useViewer();
  const { data } = useQuery(about);
  const [title, name] = [t('pages.dashboard'), data?.portal.name];
  useEffect(() => {
    document.title = name ? `${title} · ${name}` : title;
  }, [title, name]);
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
