import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { query } from '../../app/query';
import type { Viewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { toast } from '../../parts/toast';
import { PortalResendConfirmationDocument } from './account.generated';
import styles from './account.module.css';

interface EmailNoteProps {
  viewer: Viewer;
  isConfirmed: boolean;
}

/** Says which address waits for its link to be opened, and mails another link. Nothing if none waits. */
export function EmailNote({ viewer, isConfirmed }: EmailNoteProps) {
  const t = useTranslations('account.profile');
  const { pendingEmail, user } = viewer;
  const address = pendingEmail ?? user.email;
  const resend = useMutation({
    mutationFn: () => query(PortalResendConfirmationDocument, {}),
    onSuccess: () => toast(t('resent', { address })),
  });
  if (!pendingEmail && isConfirmed) return null;
  return (
    <div className={styles['note']}>
      <p>
        {pendingEmail
          ? t('pending', { address: pendingEmail, present: user.email })
          : t('unconfirmed', { address: user.email })}
      </p>
      <Button busy={resend.isPending} onClick={() => resend.mutate()}>
        {t('resend')}
      </Button>
      {resend.error ? <Problem error={resend.error} /> : null}
    </div>
  );
}
