import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { untilShown } from '../../../app/until-shown';

/** The least time between two questions for the same sums. */
const PAUSE_MS = 4_000;

/** Asks for sums and counts again after changes: not more often than every few seconds, and only for somebody who looks. */
export function useSumsAgain(): () => void {
  const client = useQueryClient();
  const isComing = useRef(false);
  return useCallback(async () => {
    if (isComing.current) return;
    isComing.current = true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await untilShown();
    isComing.current = false;
    for (const of of ['totals', 'facet']) void client.invalidateQueries({ queryKey: [of] });
  }, [client]);
}
