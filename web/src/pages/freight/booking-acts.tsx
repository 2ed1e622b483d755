import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../app/ask';
import type { BookingPartsFragment } from '../../app/operations.generated';
import { query, queryClient } from '../../app/query';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { PortalBookAgainDocument, PortalMoveBookingDocument } from './bookings.generated';
import { NoteDialog } from './note-dialog';
import { useCancel } from './use-cancel';

/** Whatever became of it, the page shows the newest state. */
const reload = () => queryClient.invalidateQueries();

/** What the viewer may do with a booking now, as the server says. */
export function BookingActs({ booking }: { booking: BookingPartsFragment }) {
  const t = useTranslations('freight');
  const { id, version, status, allowedTransitions } = booking;
  const [cancelling, setCancelling] = useState(false);
  const navigate = useNavigate();
  const submit = useMutation({
    mutationFn: () =>
      query(PortalMoveBookingDocument, { input: { id, version, from: status, to: 'PENDING' } }),
    onSettled: reload,
  });
  const again = useMutation({
    mutationFn: () => query(PortalBookAgainDocument, { id }),
    onSuccess: ({ copyConnote }) =>
      navigate({ to: '/customer/bookings/$number', params: { number: copyConnote.connote.number } }),
    onSettled: reload,
  });
  const changed = t('booking.conflict', { status: t(`connoteStatus.${status}`) });
  const error = submit.error ?? again.error;
  return (
    <>
      {error ? (
        <Problem error={error} words={hasCode(submit.error, 'CONFLICT') ? changed : undefined} />
      ) : null}
      {allowedTransitions.includes('PENDING') ? (
        <Button look="primary" busy={submit.isPending} onClick={() => submit.mutate()}>
          {t('booking.submit')}
        </Button>
      ) : null}
      <Button busy={again.isPending} onClick={() => again.mutate()}>
        {t('booking.again')}
      </Button>
      {allowedTransitions.includes('CANCELLED') ? (
        <Button look="danger" onClick={() => setCancelling(true)}>
          {t('booking.cancel')}
        </Button>
      ) : null}
      {cancelling ? (
        <CancelDialog booking={booking} changed={changed} onClose={() => setCancelling(false)} />
      ) : null}
    </>
  );
}

interface CancelDialogProps {
  booking: BookingPartsFragment;
  /** What is said if the booking has changed meanwhile. */
  changed: string;
  onClose: () => void;
}

function CancelDialog({ booking, changed, onClose }: CancelDialogProps) {
  const t = useTranslations('freight.booking');
  const { number, allowedTransitions } = booking;
  const { cancel, isBusy, error, isChanged } = useCancel(booking, onClose);
  return (
    <NoteDialog
      words={{
        title: t('cancelTitle'),
        text: t('cancelText', { number }),
        ...{ note: t('cancelNote'), hint: t('cancelHint'), keep: t('keep') },
        confirm: t('cancel'),
      }}
      possible={allowedTransitions.includes('CANCELLED')}
      busy={isBusy}
      problem={error}
      problemWords={isChanged ? changed : undefined}
      onConfirm={cancel}
      onClose={onClose}
    />
  );
}
