import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import type { Viewer } from '../../app/session';
import { SignInForm } from '../../app/sign-in-form';
import styles from './sign-in.module.css';

/** Signs in, and goes on to where the user wanted to go. */
export function LoginPage() {
  const t = useTranslations('signIn');
  const { data } = useQuery(about);
  const { to } = useSearch({ strict: false }) as { to?: string };
  const navigate = useNavigate();
  const goOn = (viewer: Viewer) =>
    navigate({ href: viewer.mustChangePassword ? '/change-password' : (to ?? viewer.homePath) });
  return (
    <main className={styles['card']}>
      <p className={styles['brand']}>{data?.portal.name}</p>
      <h1>{t('title')}</h1>
      <SignInForm onDone={goOn} />
    </main>
  );
}
