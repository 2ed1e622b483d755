import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient } from '../../../app/query';
import { useViewer } from '../../../app/session-state';
import { toast } from '../../../parts/toast';
import type { Act } from './outbox/act';
import { actsQuery } from './outbox/acts';
import { type Outcome, startSending } from './outbox/sender';
import { runQuery, showStop, stopQuery } from './run-queries';

const NONE: readonly Act[] = [];
const PAGES = [
  '/driver/dashboard',
  '/driver/connotes/$number',
  '/driver/connotes/$number/deliver',
  '/account',
] as const;

/** The viewer's run, and what they did. What waits is sent from now on. */
export function useRun() {
  const owner = useViewer().user.id;
  useSending();
  usePagesAtHand();
  return { run: useQuery(runQuery(owner)), acts: useQuery(actsQuery(owner)).data ?? NONE };
}

function useSending(): void {
  const t = useTranslations('run');
  useEffect(() => {
    startSending(async (outcome) => {
      await show(outcome);
      const { deed, number } = outcome.act;
      toast(outcome.isDone ? t(`done.${deed.kind}`, { number }) : t('refusedToast', { number }));
    });
  }, [t]);
}

/** Brings the files of the pages that a driver needs while there is a network. */
function usePagesAtHand(): void {
  const router = useRouter();
  useEffect(() => {
    const params = { number: '-' };
    for (const to of PAGES) void router.preloadRoute({ to, params }).catch(() => undefined);
  }, [router]);
}

/** A stop that the answer doesn't have is asked for. If the act is done, it goes only once that is shown. */
async function show({ act, stop, isDone }: Outcome): Promise<void> {
  if (stop) return showStop(act.owner, stop);
  const asked = Promise.all([
    queryClient.invalidateQueries({ queryKey: ['run', 'stops', act.owner] }),
    queryClient.invalidateQueries({ queryKey: stopQuery(act.number).queryKey }),
  ]);
  if (isDone) await asked;
}
