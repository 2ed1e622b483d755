import { Link, useMatchRoute } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import button from '../parts/button.module.css';
import { classNames } from '../parts/class-names';
import { Menu, MenuLink } from '../parts/menu';
import { useLinks } from './features';
import { IN_A_ROW, type NavigationLink } from './navigation';
import styles from './shell.module.css';

/** The pages of the viewer's role: links in a row or, on a phone, behind a button. */
export function PageLinks() {
  const t = useTranslations('common');
  const links = useLinks();
  const isShown = useMatchRoute();
  const id = useId();
  const nav = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  useEffect(() => {
    if (!isOpen) return;
    const closeBeside = ({ target }: Event) => {
      if (target instanceof Node && !nav.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeBeside);
    return () => document.removeEventListener('pointerdown', closeBeside);
  }, [isOpen]);
  const leave = () => {
    if (!isOpen) return;
    close();
    // The link is hidden now. If it leads to another page, the focus goes on to that.
    opener.current?.focus();
  };
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') leave();
  };
  const closeBehind = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Safari gives the focus to nothing when a link is pressed.
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
  };
  return (
    <nav
      ref={nav}
      aria-label={t('navigation')}
      className={styles['pages']}
      onKeyDown={closeByKey}
      onBlur={closeBehind}
    >
      <button
        ref={opener}
        type="button"
        className={classNames(button['button'], styles['opener'])}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('menu')}
      </button>
      <ul id={id} className={styles['links']} data-open={isOpen || undefined}>
        {links.map(({ to, word, also }, index) => (
          <li key={to} data-more={index >= IN_A_ROW || undefined}>
            <Link to={to} onClick={leave} aria-current={also && isShown({ to: also }) ? 'page' : undefined}>
              {t(`pages.${word}`)}
            </Link>
          </li>
        ))}
      </ul>
      <MoreLinks links={links.slice(IN_A_ROW)} />
    </nav>
  );
}

function MoreLinks({ links }: { links: readonly NavigationLink[] }) {
  const t = useTranslations('common');
  if (links.length === 0) return null;
  return (
    <div className={styles['more']}>
      <Menu label={t('more')}>
        {links.map(({ to, word }) => (
          <MenuLink key={to} to={to}>
            {t(`pages.${word}`)}
          </MenuLink>
        ))}
      </Menu>
    </div>
  );
}
