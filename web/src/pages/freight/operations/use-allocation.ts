import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StaffConnoteFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import type { Choice } from '../../../parts/select';
import { toast } from '../../../parts/toast';
import { PortalMoveBookingDocument } from '../bookings.generated';

/** Gives a connote to a driver. It is only done with the connote as it is shown. */
export function useAllocation(connote: StaffConnoteFragment, onDone: () => void) {
  const t = useTranslations('operations.connotes');
  const [driver, setDriver] = useState<Choice | null>(null);
  const [promised] = useState(connote.estimatedDeliveryOn);
  const [expected, setExpected] = useState(promised ?? '');
  const [opened] = useState(connote.version);
  const { id, version, status: from } = connote;
  const allocate = useMutation({
    mutationFn: (chosen: Choice) => {
      const estimatedDeliveryOn = expected && expected !== promised ? expected : null;
      return query(PortalMoveBookingDocument, {
        input: { id, version, from, to: 'ALLOCATED', driverId: chosen.value, estimatedDeliveryOn },
      });
    },
    onSuccess: (_, { label }) => {
      toast(t('allocated', { driver: label }));
      onDone();
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    ...{ driver, setDriver, expected, setExpected },
    ...{ allocate: allocate.mutate, isBusy: allocate.isPending, error: allocate.error },
    /** A day that was promised can be moved, but not taken back. */
    isDayPromised: promised !== null,
    isDayMissing: promised !== null && expected === '',
    isPossible: connote.allowedTransitions.includes('ALLOCATED'),
    /** Whether somebody else changed it since the dialog was opened. */
    isChanged: opened !== version,
  };
}
