import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import { useFeature } from '../../../app/features';
import type { QuotePartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { pointsThatPay } from '../../../app/rewards/points-worth';
import { pointsQuery } from '../../../app/rewards/rewards-queries';
import { Button } from '../../../parts/button';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import { PortalReturnRewardsDocument } from '../quotes.generated';
import { UsePointsDialog } from './use-points-dialog';

/** What a customer may do with their points while a price waits for their decision. */
export function QuotePoints({ quote }: { quote: QuotePartsFragment }) {
  const hasRewards = useFeature('REWARDS') ?? false;
  const isOpen = hasRewards && quote.status === 'QUOTED' && quote.totalAmount !== null;
  return isOpen ? <OpenQuotePoints quote={quote} totalAmount={quote.totalAmount ?? ''} /> : null;
}

function OpenQuotePoints({ quote, totalAmount }: { quote: QuotePartsFragment; totalAmount: string }) {
  const t = useTranslations('rewards.quote');
  const { data: rewards } = useQuery(pointsQuery);
  const [using, setUsing] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const { id, version, rewardPoints } = quote;
  const takeBack = useMutation({
    mutationFn: () => query(PortalReturnRewardsDocument, { id, version }),
    onSuccess: () => toast(t('takenBack')),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const { error } = takeBack;
  // A quote in another currency takes none.
  if (!rewards || rewards.currency !== quote.currency) return null;
  const most = Math.min(rewards.balance, pointsThatPay({ ...rewards, totalAmount }) - rewardPoints);
  if (most < 1 && rewardPoints === 0 && !using) return null;
  return (
    <>
      {error ? <Problem error={error} words={hasCode(error, 'CONFLICT') ? t('changed') : undefined} /> : null}
      <p className={styles['note']}>{t('have', { count: rewards.balance })}</p>
      <div ref={opener} className={styles['acts']} tabIndex={-1}>
        {most > 0 ? <Button onClick={() => setUsing(true)}>{t('use')}</Button> : null}
        {rewardPoints > 0 ? (
          <Button busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
      {using ? (
        <UsePointsDialog
          quote={{ ...quote, totalAmount }}
          pointValue={rewards.pointValue}
          most={most}
          returnFocus={opener}
          onClose={() => setUsing(false)}
        />
      ) : null}
    </>
  );
}
