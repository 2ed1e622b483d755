import { useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { signOut } from './session';
import { useSessionState, type Viewer } from './session-state';
import { SignInForm } from './sign-in-form';

/** Over the page when the session has ended elsewhere. The page stays as it is until the user has signed in again. */
export function SessionEnded() {
  const t = useTranslations('common.sessionEnded');
  const state = useSessionState();
  const navigate = useNavigate();
  const router = useRouter();
  if (state.kind !== 'ended') return null;
  const { reason, session } = state;
  const { username } = session.viewer.user;
  const leave = async () => {
    await signOut();
    await navigate({ to: '/login', ignoreBlocker: true });
  };
  const goOn = async ({ mustChangePassword }: Viewer) => {
    const { href, pathname } = router.state.location;
    // Whoever is changing it already has begun to type.
    if (!mustChangePassword || pathname === '/change-password') return;
    await navigate({ to: '/change-password', search: { to: href }, ignoreBlocker: true });
  };
  return (
    <Dialog open title={t('title')} description={t(reason ? `reasons.${reason}` : 'text')}>
      <SignInForm login={username} onDone={goOn} />
      <Button onClick={leave}>{t('leave')}</Button>
    </Dialog>
  );
}
