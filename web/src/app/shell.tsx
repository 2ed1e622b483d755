import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem, MenuLink } from '../parts/menu';
import { about } from './about';
import { NAVIGATION } from './navigation';
import { NotForYou } from './page-states';
import { signOut, useViewer } from './session';
import styles from './shell.module.css';

/** The frame of every page of those who are signed in. */
export function Shell() {
  const t = useTranslations('common');
  const viewer = useViewer();
  const { data } = useQuery(about);
  const roles = useMatches({ select: (matches) => matches.at(-1)?.staticData.roles });
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {t('skipToContent')}
      </a>
      <header className={styles['header']}>
        <Link className={styles['brand']} to={viewer.homePath}>
          {data?.portal.name}
        </Link>
        <nav aria-label={t('navigation')} className={styles['pages']}>
          {NAVIGATION[viewer.role].map(({ to, word }) => (
            <Link key={to} to={to}>
              {t(`pages.${word}`)}
            </Link>
          ))}
        </nav>
        <AccountMenu />
      </header>
      <main id="content" className={styles['content']} tabIndex={-1}>
        {!roles || roles.includes(viewer.role) ? <Outlet /> : <NotForYou />}
      </main>
    </div>
  );
}

function AccountMenu() {
  const t = useTranslations('common');
  const { user } = useViewer();
  const navigate = useNavigate();
  const leave = async () => {
    await navigate({ to: '/login' });
    await signOut();
  };
  return (
    <Menu label={user.displayName ?? user.username}>
      <MenuLink to="/change-password">{t('changePassword')}</MenuLink>
      <MenuItem onClick={leave}>{t('signOut')}</MenuItem>
    </Menu>
  );
}
