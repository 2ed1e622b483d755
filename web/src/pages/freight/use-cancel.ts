import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { hasCode } from '../../app/ask';
import { query, queryClient } from '../../app/query';
import { PortalCancelBookingDocument } from './bookings.generated';

/**
 * Cancels a connote as it was when the dialog was opened. Once the server has answered that it changed, it is cancelled as
 * the page shows it by then.
 */
export function useCancel({ id, version }: { id: string; version: number }, onDone: () => void) {
  const [opened] = useState(version);
  const cancel = useMutation({
    mutationFn: (note: string | null) =>
      query(PortalCancelBookingDocument, { id, version: isChanged ? version : opened, note }),
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries(),
  });
  const isChanged = hasCode(cancel.error, 'CONFLICT');
  return { cancel: cancel.mutate, isBusy: cancel.isPending, error: cancel.error, isChanged };
}
