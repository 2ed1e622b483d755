import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { StaffConnoteFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { Button } from '../../../parts/button';
import { later } from '../../../parts/later';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import { PortalMoveBookingDocument } from '../bookings.generated';
import { focusAfterAct, pageTitle } from './act-focus';
import { CancelConnote } from './cancel-connote';
import { useConnoteNow } from './connote-now';

/** No page waits for its search of drivers. */
const AllocateDialog = later(async () => (await import('./allocate-dialog')).AllocateDialog);

/** What the viewer may do with a connote now, as the server says. An open dialog stays, whatever became of it. */
export function ConnoteActs({ connote }: { connote: StaffConnoteFragment }) {
  const t = useTranslations();
  const { id, version, status, allowedTransitions } = connote;
  const [open, setOpen] = useState<'allocate' | 'cancel' | null>(null);
  const now = useConnoteNow(connote);
  const move = useMutation({
    mutationFn: (to: 'PENDING' | 'CONFIRMED') =>
      query(PortalMoveBookingDocument, { input: { id, version, from: status, to } }),
    onSuccess: (_, to) => {
      toast(t(`operations.connotes.moved.${to}`));
      focusAfterAct(pageTitle());
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  const close = () => setOpen(null);
  return (
    <>
      {move.error ? (
        <Problem error={move.error} words={hasCode(move.error, 'CONFLICT') ? now : undefined} />
      ) : null}
      {allowedTransitions.includes('PENDING') ? (
        <Button look="primary" busy={move.isPending} onClick={() => move.mutate('PENDING')}>
          {t('freight.booking.submit')}
        </Button>
      ) : null}
      {allowedTransitions.includes('CONFIRMED') ? (
        <Button look="primary" busy={move.isPending} onClick={() => move.mutate('CONFIRMED')}>
          {t('operations.connotes.confirm')}
        </Button>
      ) : null}
      {allowedTransitions.includes('ALLOCATED') ? (
        <Button look={status === 'ALLOCATED' ? 'plain' : 'primary'} onClick={() => setOpen('allocate')}>
          {t(`operations.connotes.${status === 'ALLOCATED' ? 'reallocate' : 'allocate'}`)}
        </Button>
      ) : null}
      {allowedTransitions.includes('CANCELLED') ? (
        <Button look="danger" onClick={() => setOpen('cancel')}>
          {t('operations.connotes.cancel')}
        </Button>
      ) : null}
      {open === 'allocate' ? <AllocateDialog connote={connote} onClose={close} /> : null}
      {open === 'cancel' ? <CancelConnote connote={connote} onClose={close} /> : null}
    </>
  );
}
