import { useMutation } from '@tanstack/react-query';
import { type RefObject, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { QuotePartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { remainingWith } from '../../../app/rewards/points-worth';
import { showRefusals } from '../../../app/server-refusals';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Fact, Facts } from '../../../parts/facts';
import { Field } from '../../../parts/field';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Quantity } from '../../../parts/quantity';
import { toast } from '../../../parts/toast';
import { PortalRedeemRewardsDocument } from '../quotes.generated';

interface UsePointsDialogProps {
  quote: QuotePartsFragment & { totalAmount: string };
  pointValue: string;
  /** How many points may be used now. */
  most: number;
  /** What gets the focus at the end: what opened it may have gone. */
  returnFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Asks how many points are used on a quote, and shows what then remains to pay. */
export function UsePointsDialog({ quote, pointValue, most, returnFocus, onClose }: UsePointsDialogProps) {
  const t = useTranslations('rewards.quote');
  const id = useId();
  const { form, redeem, isChanged, problem } = useRedeem(quote, most, onClose);
  const { totalAmount, currency, rewardPoints } = quote;
  const points = readPoints(form.watch('points'), most);
  const remains = points === null ? null : remainingWith({ totalAmount, pointValue }, rewardPoints + points);
  return (
    <Dialog open title={t('useTitle')} returnFocus={returnFocus} onClose={onClose}>
      <form id={id} onSubmit={redeem.submit} noValidate>
        <Field label={t('number')} hint={t('most', { count: most })} error={form.formState.errors.points}>
          <input
            {...form.register('points', {
              validate: (text) => readPoints(text, most) !== null || t('wrongNumber', { count: most }),
            })}
            inputMode="numeric"
            autoComplete="off"
          />
        </Field>
      </form>
      <Facts>
        <Fact label={t('price')}>
          <Quantity value={totalAmount} unit={currency} />
        </Fact>
        <Fact label={t('remains')}>
          <output htmlFor={id}>
            <Quantity value={remains} unit={remains && currency} />
          </output>
        </Fact>
      </Facts>
      {problem ? <Problem error={problem} words={isChanged ? t('changed') : undefined} /> : null}
      <div className={styles['acts']}>
        <Button type="submit" form={id} look="primary" busy={redeem.isBusy}>
          {t('use')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </Dialog>
  );
}

/** Uses points on the quote as it was when the dialog was opened or, once the server has answered that it changed, as it is by then. */
function useRedeem({ id, version }: QuotePartsFragment, most: number, onDone: () => void) {
  const t = useTranslations('rewards.quote');
  const [opened] = useState(version);
  const form = useForm({ defaultValues: { points: String(most) } });
  const redeem = useMutation({
    mutationFn: (entry: { points: number; version: number }) =>
      query(PortalRedeemRewardsDocument, { input: { quoteId: id, ...entry } }),
    onSuccess: (_answer, { points }) => {
      toast(t('done', { count: points }));
      onDone();
    },
    onError: (error) => showRefusals(form, error),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const isChanged = hasCode(redeem.error, 'CONFLICT');
  return {
    ...{ form, isChanged },
    problem: hasCode(redeem.error, 'BAD_USER_INPUT') ? null : redeem.error,
    redeem: {
      isBusy: redeem.isPending,
      submit: form.handleSubmit(({ points }) =>
        redeem.mutate({ points: Number(points.trim()), version: isChanged ? version : opened }),
      ),
    },
  };
}

/** A whole number from 1 on; null if it is none, or too many. */
function readPoints(text: string, most: number): number | null {
  const points = /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return points >= 1 && points <= most ? points : null;
}
