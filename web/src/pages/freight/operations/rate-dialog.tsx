import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import type { RatePartsFragment } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { formatDecimal } from '../../../parts/quantity';
import { Changed } from './changed';
import { DeleteRate } from './delete-rate';
import styles from './operations.module.css';
import { useRateLane } from './rate-columns';
import { RateFields } from './rate-fields';
import { useRateForm } from './use-rate-form';

interface RateDialogProps {
  /** The rate that is changed; null for a new one. */
  rate: RatePartsFragment | null;
  onClose: () => void;
}

/** Adds a rate, or changes or deletes one. */
export function RateDialog({ rate, onClose }: RateDialogProps) {
  const t = useTranslations();
  const entry = useRateForm(rate, onClose);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Dialog open title={t(`operations.rates.${rate ? 'edit' : 'add'}`)} onClose={onClose}>
      {rate && entry.isConflict ? <Now rate={rate} /> : null}
      <form id="rate" className={styles['form']} onSubmit={entry.submit} noValidate>
        <RateFields entry={entry} />
      </form>
      {entry.problem ? <Problem error={entry.problem} /> : null}
      <div className={layout['acts']}>
        <Button type="submit" form="rate" look="primary" busy={entry.isBusy}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {rate ? (
          <Button look="danger" onClick={() => setDeleting(true)}>
            {t('operations.rates.delete')}
          </Button>
        ) : null}
      </div>
      {rate && isDeleting ? (
        <DeleteRate rate={rate} onDone={entry.leave} onClose={() => setDeleting(false)} />
      ) : null}
      <LeaveGuard isUnsaved={entry.isUnsaved} anywhere />
    </Dialog>
  );
}

/** Says what somebody else made of the rate meanwhile. */
function Now({ rate }: { rate: RatePartsFragment }) {
  const t = useTranslations('operations.rates');
  const locale = useLocale();
  const lane = useRateLane();
  const [base, perKg, minimum] = [rate.base, rate.perKg, rate.minimum].map((value) =>
    formatDecimal(value, locale),
  );
  const values = { lane: lane(rate), currency: rate.currency };
  return (
    <Changed>
      {t('changed', { ...values, base: base ?? '', perKg: perKg ?? '', minimum: minimum ?? '' })}
    </Changed>
  );
}
