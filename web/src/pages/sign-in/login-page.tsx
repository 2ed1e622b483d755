import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Viewer } from '../../app/session-state';
import { SignInForm } from '../../app/sign-in-form';
import { DemoLogins } from './demo-logins';
import { SignInFrame } from './sign-in-frame';

/** Signs in, and goes on to where the user wanted to go. */
export function LoginPage() {
  const t = useTranslations('signIn');
  const { to } = useSearch({ strict: false }) as { to?: string };
  const navigate = useNavigate();
  const goOn = (viewer: Viewer) => navigate({ href: to ?? viewer.homePath });
  return (
    <SignInFrame title={t('title')}>
      <SignInForm onDone={goOn} />
      <p>
        <Link to="/forgot-password">{t('forgot')}</Link>
      </p>
      <DemoLogins onDone={goOn} />
    </SignInFrame>
  );
}
