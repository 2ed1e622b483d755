import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { StaffConnoteFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { toast } from '../../../parts/toast';
import { PortalCancelBookingDocument } from '../bookings.generated';
import { NoteDialog } from '../note-dialog';
import { pageTitle } from './act-focus';
import { useConnoteNow } from './connote-now';

interface CancelConnoteProps {
  connote: StaffConnoteFragment;
  onClose: () => void;
}

/** Asks once more before a connote ends, and why. */
export function CancelConnote({ connote, onClose }: CancelConnoteProps) {
  const t = useTranslations('operations');
  const { id, number, allowedTransitions } = connote;
  const now = useConnoteNow(connote);
  // Once it is done, the button that opened the dialog goes.
  const afterDialog = useRef<HTMLElement>(null);
  const cancel = useMutation({
    mutationFn: (note: string | null) => query(PortalCancelBookingDocument, { id, note }),
    onSuccess: () => {
      toast(t('connotes.cancelled'));
      afterDialog.current = pageTitle();
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return (
    <NoteDialog
      words={{
        title: t('connotes.cancelTitle'),
        text: t('connotes.cancelText', { number }),
        ...{ note: t('connotes.why'), hint: t('customerSees') },
        ...{ keep: t('connotes.keep'), confirm: t('connotes.cancel') },
      }}
      possible={allowedTransitions.includes('CANCELLED')}
      busy={cancel.isPending}
      problem={cancel.error}
      problemWords={hasCode(cancel.error, 'CONFLICT') ? now : undefined}
      returnFocus={afterDialog}
      onConfirm={(note) => cancel.mutate(note)}
      onClose={onClose}
    />
  );
}
