import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { signOut, useSessionState } from './session';
import { SignInForm } from './sign-in-form';

/** Over the page when the session has ended elsewhere. The page stays as it is until the user has signed in again. */
export function SessionEnded() {
  const t = useTranslations('common.sessionEnded');
  const state = useSessionState();
  const navigate = useNavigate();
  if (state.kind !== 'ended') return null;
  const { username } = state.session.viewer.user;
  const leave = async () => {
    await signOut();
    await navigate({ to: '/login' });
  };
  return (
    <Dialog open title={t('title')} description={t('text')}>
      <SignInForm login={username} onDone={() => undefined} />
      <Button onClick={leave}>{t('leave')}</Button>
    </Dialog>
  );
}
