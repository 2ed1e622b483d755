import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { query } from '../../../app/query';
import { Button } from '../../../parts/button';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import { reload } from '../reload';
import type { WholeUser } from './user-facts';
import {
  PortalDeactivateUserDocument,
  PortalReactivateUserDocument,
  PortalResetUserPasswordDocument,
  PortalUnlockUserDocument,
} from './users.generated';

const ACTS = {
  deactivate: (id: string) => query(PortalDeactivateUserDocument, { id }),
  reactivate: (id: string) => query(PortalReactivateUserDocument, { id }),
  reset: (id: string) => query(PortalResetUserPasswordDocument, { id }),
  unlock: (id: string) => query(PortalUnlockUserDocument, { id }),
};
type Act = keyof typeof ACTS;

/** Does one thing with a login, and shows what became of it. */
function useAct(act: Act, { id, email }: WholeUser, onDone?: () => void) {
  const t = useTranslations('adminUsers.acts');
  return useMutation<unknown>({
    mutationFn: () => ACTS[act](id),
    onSuccess: () => {
      toast(t(`${act}Done`, { address: email }));
      onDone?.();
    },
    onSettled: reload,
  });
}

/** What can be done with a login. Nobody takes their own away. */
export function UserActs({ user, isOwn }: { user: WholeUser; isOwn: boolean }) {
  const t = useTranslations('adminUsers.acts');
  const [asked, setAsked] = useState<'deactivate' | 'reset' | null>(null);
  const unlock = useAct('unlock', user);
  const reactivate = useAct('reactivate', user);
  const problem = unlock.error ?? reactivate.error;
  if (isOwn) {
    return (
      <p>
        {t('own')} <Link to="/account">{t('toAccount')}</Link>
      </p>
    );
  }
  return (
    <>
      {problem ? <Problem error={problem} /> : null}
      <div className={layout['acts']}>
        {user.lockedUntil ? (
          <Button busy={unlock.isPending} onClick={() => unlock.mutate()}>
            {t('unlock')}
          </Button>
        ) : null}
        {user.active ? (
          <>
            <Button onClick={() => setAsked('reset')}>{t('reset')}</Button>
            <Button look="danger" onClick={() => setAsked('deactivate')}>
              {t('deactivate')}
            </Button>
          </>
        ) : (
          <Button busy={reactivate.isPending} onClick={() => reactivate.mutate()}>
            {t('reactivate')}
          </Button>
        )}
      </div>
      {asked ? <ActDialog act={asked} user={user} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface ActDialogProps {
  act: 'deactivate' | 'reset';
  user: WholeUser;
  onClose: () => void;
}

function ActDialog({ act, user, onClose }: ActDialogProps) {
  const t = useTranslations('adminUsers.acts');
  const { mutate, isPending, error } = useAct(act, user, onClose);
  const facts = { name: user.displayName ?? user.username, address: user.email };
  return (
    <ConfirmDialog
      title={t(`${act}Title`, facts)}
      text={t(`${act}Text`, { ...facts, count: user.sessions.length })}
      confirm={t(`${act}Confirm`)}
      busy={isPending}
      problem={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    />
  );
}
