import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { RatePartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import { toast } from '../../../parts/toast';
import { useRateLane } from './rate-columns';
import { PortalDeleteRateDocument } from './rates.generated';

interface DeleteRateProps {
  rate: RatePartsFragment;
  onDone: () => void;
  onClose: () => void;
}

/** Asks once more before a rate is deleted. One that is gone already is as good as deleted. */
export function DeleteRate({ rate, onDone, onClose }: DeleteRateProps) {
  const t = useTranslations();
  const lane = useRateLane();
  const done = () => {
    toast(t('operations.rates.deleted'));
    onDone();
  };
  const remove = useMutation({
    mutationFn: () => query(PortalDeleteRateDocument, { id: rate.id }),
    onSuccess: done,
    onError: (error) => {
      if (hasCode(error, 'NOT_FOUND')) done();
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return (
    <ConfirmDialog
      title={t('operations.rates.deleteTitle')}
      text={t('operations.rates.deleteText', {
        lane: lane(rate),
        service: t(`freight.service.${rate.service}`),
      })}
      confirm={t('operations.rates.delete')}
      keep={t('operations.rates.keep')}
      busy={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
