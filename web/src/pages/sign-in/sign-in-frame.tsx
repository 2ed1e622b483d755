import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import { usePageTitle } from '../../app/use-page-title';
import styles from './sign-in.module.css';

/** The frame of pages for whoever isn't signed in: the brand, the page's title, and where to get help. */
export function SignInFrame({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ReactNode;
}) {
  const t = useTranslations('signIn');
  const { data } = useQuery(about);
  const { name, supportEmail } = data?.portal ?? {};
  usePageTitle(title);
  return (
    <main className={styles['card']}>
      <p className={styles['brand']}>{name}</p>
      <h1>{title}</h1>
      {text ? <p className={styles['text']}>{text}</p> : null}
      {children}
      {supportEmail ? (
        <p className={styles['help']}>
          {t('help')} <a href={`mailto:${supportEmail}`}>{supportEmail}</a>
        </p>
      ) : null}
    </main>
  );
}
