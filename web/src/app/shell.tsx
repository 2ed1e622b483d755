import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem, MenuLink } from '../parts/menu';
import { Toasts } from '../parts/toast';
import { about } from './about';
import { useLiveSession } from './live/live';
import { PageLinks } from './page-links';
import { NotForYou, NotFound } from './page-states';
import { PaletteButton } from './palette/palette-button';
import { useSessionState, useViewer } from './session-state';
import styles from './shell.module.css';

/**
 * The frame of every page of those who are signed in. It ends with its user: when they sign out, be it in another tab, and
 * when somebody else signs in, nothing of what was on the page or typed there stays.
 */
export function Shell() {
  const state = useSessionState();
  if (state.kind === 'none') return <Navigate to="/login" replace ignoreBlocker />;
  return <Frame key={state.session.viewer.user.id} />;
}

function Frame() {
  const t = useTranslations('common');
  const viewer = useViewer();
  useLiveSession();
  const { data } = useQuery(about);
  const content = useRef<HTMLElement>(null);
  const skip = (event: MouseEvent) => {
    // The document's base would make another page of the address.
    event.preventDefault();
    content.current?.focus();
  };
  return (
    <div className={styles['shell']}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place of the page, as the links that screen readers list */}
      <a className={styles['skip']} href="#content" onClick={skip}>
        {t('skipToContent')}
      </a>
      <header className={styles['header']}>
        <Link className={styles['brand']} to={viewer.homePath}>
          {data?.portal.name}
        </Link>
        <PageLinks />
        <div className={styles['find']}>
          <PaletteButton />
        </div>
        <div className={styles['account']}>
          <AccountMenu />
        </div>
      </header>
      <main ref={content} id="content" className={styles['content']} tabIndex={-1}>
        <Page />
      </main>
      <Toasts />
    </div>
  );
}

/** The page, if the viewer's role and the portal have it. */
function Page() {
  const { role } = useViewer();
  const { data, isPending } = useQuery(about);
  const { roles, feature } = useMatches({ select: (matches) => matches.at(-1)?.staticData }) ?? {};
  if (roles && !roles.includes(role)) return <NotForYou />;
  if (feature && isPending) return null;
  if (feature && data && !data.portal.features.includes(feature)) return <NotFound />;
  return <Outlet />;
}

function AccountMenu() {
  const t = useTranslations('common');
  const { user } = useViewer();
  const navigate = useNavigate();
  // Leaving the page asks about what is not saved. Whoever stays for that isn't signed out.
  const leave = () => void navigate({ to: '/login', state: { signsOut: true } });
  return (
    <Menu label={user.displayName ?? user.username}>
      <MenuLink to="/account">{t('pages.account')}</MenuLink>
      <MenuLink to="/help">{t('pages.help')}</MenuLink>
      <MenuItem onClick={leave}>{t('signOut')}</MenuItem>
    </Menu>
  );
}
