import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { StaffConnoteFragment } from '../../../app/operations.generated';
import { toast } from '../../../parts/toast';
import { NoteDialog } from '../note-dialog';
import { useCancel } from '../use-cancel';
import { pageTitle } from './act-focus';
import { useConnoteNow } from './connote-now';

interface CancelConnoteProps {
  connote: StaffConnoteFragment;
  onClose: () => void;
}

/** Asks once more before a connote ends, and why. */
export function CancelConnote({ connote, onClose }: CancelConnoteProps) {
  const t = useTranslations('operations');
  const { number, allowedTransitions } = connote;
  const now = useConnoteNow(connote);
  // Once it is done, the button that opened the dialog goes.
  const afterDialog = useRef<HTMLElement>(null);
  const { cancel, isBusy, error, isChanged } = useCancel(connote, () => {
    toast(t('connotes.cancelled'));
    afterDialog.current = pageTitle();
    onClose();
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
      busy={isBusy}
      problem={error}
      problemWords={isChanged ? now : undefined}
      returnFocus={afterDialog}
      onConfirm={cancel}
      onClose={onClose}
    />
  );
}
