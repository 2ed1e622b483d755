import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../app/ask';
import { NewPasswordForm } from '../../app/new-password-form';
import { resetPassword } from '../../app/session';
import { SignInFrame } from './sign-in-frame';
import { useLinkToken } from './use-link-token';

/** Sets a password by the link of a mail. */
export function ResetPasswordPage() {
  const t = useTranslations('signIn');
  const navigate = useNavigate();
  const token = useLinkToken();
  const [dead, setDead] = useState<string | null>(null);
  if (!token || dead === token)
    return (
      <SignInFrame title={t('deadTitle')} text={t('deadReset')}>
        <Link to="/forgot-password">{t('forgotTitle')}</Link>
      </SignInFrame>
    );
  const save = async ({ newPassword }: { newPassword: string }) => {
    try {
      const viewer = await resetPassword({ token, newPassword });
      await navigate({ href: viewer.homePath, replace: true });
    } catch (error) {
      if (isAboutLink(error)) setDead(token);
      else throw error;
    }
  };
  return (
    <SignInFrame title={t('resetTitle')} text={t('resetText')}>
      <NewPasswordForm asksCurrent={false} onSave={save} />
    </SignInFrame>
  );
}

/** Whether the link was refused, and not the password. */
const isAboutLink = (error: unknown): boolean =>
  error instanceof ApiError && error.fields.some(({ path }) => path.endsWith('token'));
