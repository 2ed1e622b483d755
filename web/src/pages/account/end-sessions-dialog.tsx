import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { query, queryClient } from '../../app/query';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { toast } from '../../parts/toast';
import { PortalEndSessionDocument } from './account.generated';
import { sessionsQuery } from './account-queries';
import type { OpenSession } from './session-row';

interface EndSessionsDialogProps {
  sessions: readonly OpenSession[];
  onClose: () => void;
}

/** Ends one session or several, after asking. Each that has ended leaves the list at once, whatever becomes of the others. */
export function EndSessionsDialog({ sessions, onClose }: EndSessionsDialogProps) {
  const t = useTranslations('account.sessions');
  const count = sessions.length;
  const end = useMutation({
    mutationFn: async () => {
      for (const { id } of sessions) {
        await query(PortalEndSessionDocument, { id });
        removeFromList(id);
      }
    },
    onSuccess: () => {
      toast(t('ended', { count }));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['account'] }),
  });
  return (
    <ConfirmDialog
      title={t('endTitle', { count })}
      text={t('endText', { count })}
      confirm={t('endConfirm', { count })}
      busy={end.isPending}
      problem={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    />
  );
}

function removeFromList(id: string): void {
  queryClient.setQueryData(sessionsQuery.queryKey, (before) =>
    before?.filter((session) => session.id !== id),
  );
}
