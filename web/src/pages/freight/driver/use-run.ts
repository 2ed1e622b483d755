import { useQuery } from '@tanstack/react-query';
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

/** The viewer's run, and what they did. What waits is sent from now on. */
export function useRun() {
  const owner = useViewer().user.id;
  useSending();
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

/** A stop that the answer doesn't have is asked for. If the act is done, it goes only once that is shown. */
async function show({ act, stop, isDone }: Outcome): Promise<void> {
  if (stop) return showStop(act.owner, stop);
  const asked = Promise.all([
    queryClient.invalidateQueries({ queryKey: ['run', 'stops', act.owner] }),
    queryClient.invalidateQueries({ queryKey: stopQuery(act.number).queryKey }),
  ]);
  if (isDone) await asked;
}
