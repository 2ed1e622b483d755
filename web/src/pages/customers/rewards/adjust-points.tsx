import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import { query } from '../../../app/query';
import own from '../../../app/rewards/rewards.module.css';
import { showRefusals } from '../../../app/server-refusals';
import { Button } from '../../../parts/button';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import styles from '../../../parts/layout.module.css';
import { toast } from '../../../parts/toast';
import { reload } from '../customer-queries';
import { PortalAdjustRewardsDocument } from './rewards.generated';

interface AdjustProps {
  customerId: string;
  /** The customer's name. */
  name: string;
}

interface Adjustment {
  points: string;
  note: string;
}

/** Gives a customer points, or takes some, for a reason that the customer sees. */
export function AdjustPoints(props: AdjustProps) {
  const t = useTranslations('rewards.adjust');
  const [adjusting, setAdjusting] = useState(false);
  return (
    <div className={styles['acts']}>
      <Button onClick={() => setAdjusting(true)}>{t('act')}</Button>
      {adjusting ? <AdjustDialog {...props} onClose={() => setAdjusting(false)} /> : null}
    </div>
  );
}

function AdjustDialog({ customerId, name, onClose }: AdjustProps & { onClose: () => void }) {
  const t = useTranslations('rewards.adjust');
  const id = useId();
  const form = useForm<Adjustment>({ defaultValues: { points: '', note: '' } });
  const { errors } = form.formState;
  const [entered, setEntered] = useState<{ points: number; note: string } | null>(null);
  const adjust = useMutation({
    mutationFn: (entry: { points: number; note: string }) =>
      query(PortalAdjustRewardsDocument, { input: { customerId, ...entry } }),
    onSuccess: () => {
      toast(t('done', { name }));
      onClose();
    },
    onError: (error) => {
      // What is wrong stands at the fields, behind the question.
      if (hasCode(error, 'BAD_USER_INPUT')) setEntered(null);
      showRefusals(form, error);
    },
    onSettled: reload,
  });
  const submit = form.handleSubmit(({ points, note }) => setEntered({ points: readPoints(points), note }));
  return (
    <Dialog open title={t('title', { name })} onClose={onClose}>
      <form id={id} className={own['form']} onSubmit={submit} noValidate>
        <Field label={t('points')} hint={t('pointsHint')} error={errors.points}>
          <input
            {...form.register('points', { validate: (text) => readPoints(text) !== 0 || t('wrongPoints') })}
            autoComplete="off"
          />
        </Field>
        <Field label={t('note')} hint={t('noteHint')} error={errors.note}>
          <textarea rows={3} maxLength={1000} {...form.register('note', { required: true })} />
        </Field>
      </form>
      <div className={styles['acts']}>
        <Button type="submit" form={id} look="primary">
          {t('act')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
      {entered ? (
        <ConfirmDialog
          title={t(entered.points > 0 ? 'sureGive' : 'sureTake', { count: Math.abs(entered.points), name })}
          text={t('sureText')}
          confirm={t(entered.points > 0 ? 'give' : 'take')}
          busy={adjust.isPending}
          problem={adjust.error}
          onConfirm={() => adjust.mutate(entered)}
          onClose={() => setEntered(null)}
        />
      ) : null}
    </Dialog>
  );
}

/** A whole number above or below 0, with either kind of minus; 0 if it is none. */
function readPoints(text: string): number {
  const typed = text.trim().replace('−', '-');
  return /^[+-]?\d{1,9}$/.test(typed) ? Number(typed) : 0;
}
