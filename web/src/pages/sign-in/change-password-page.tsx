import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { changePassword } from '../../app/session';
import { useSessionState } from '../../app/session-state';
import { NewPasswordForm } from './new-password-form';
import { SignInFrame } from './sign-in-frame';

/** Changes the viewer's password: because they want to, or because they have to before anything else. */
export function ChangePasswordPage() {
  const t = useTranslations('signIn');
  const navigate = useNavigate();
  const state = useSessionState();
  const isForced = state.kind !== 'none' && state.session.viewer.mustChangePassword;
  return (
    <SignInFrame title={t('changeTitle')} text={isForced ? t('changeForced') : t('changeText')}>
      <NewPasswordForm
        asksCurrent
        onSave={async (values) => {
          const viewer = await changePassword(values);
          await navigate({ href: viewer.homePath });
        }}
      />
    </SignInFrame>
  );
}
