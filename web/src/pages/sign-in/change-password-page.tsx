import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { changePassword } from '../../app/change-password';
import { NewPasswordForm } from '../../app/new-password-form';
import { useSessionState } from '../../app/session-state';
import { SignInFrame } from './sign-in-frame';

/**
 * Changes the viewer's password, because they want to, or because they have to before anything else, and goes on to where
 * they wanted to go. What somebody typed doesn't stay for another who signs in instead.
 */
export function ChangePasswordPage() {
  const t = useTranslations('signIn');
  const { to } = useSearch({ from: '/change-password' });
  const navigate = useNavigate();
  const state = useSessionState();
  if (state.kind === 'none') return <Navigate to="/login" replace />;
  const { user, mustChangePassword } = state.session.viewer;
  return (
    <SignInFrame title={t('changeTitle')} text={mustChangePassword ? t('changeForced') : t('changeText')}>
      <NewPasswordForm
        key={user.id}
        asksCurrent
        onSave={async (values) => {
          const viewer = await changePassword(values);
          await navigate({ href: to ?? viewer.homePath });
        }}
      />
    </SignInFrame>
  );
}
