import { useState } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ApiError, hasCode } from '../../../app/ask';
import { useToday } from '../../../app/days-left';
import type { StaffConnoteFragment } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Changed } from './changed';
import { useConnoteNow } from './connote-now';
import { DriverField } from './driver-field';
import styles from './operations.module.css';
import { useAllocation } from './use-allocation';

interface AllocateDialogProps {
  connote: StaffConnoteFragment;
  onClose: () => void;
}

/** Gives a connote to a driver, or to another one. If somebody else did meanwhile, it says so first. */
export function AllocateDialog({ connote, onClose }: AllocateDialogProps) {
  const t = useTranslations();
  const allocation = useAllocation(connote, onClose);
  const [isMissing, setMissing] = useState(false);
  const now = useConnoteNow(connote);
  const { number } = connote;
  const [opened] = useState(connote.driver);
  const { driver, isPossible, isChanged, isDayMissing, error } = allocation;
  const fieldError = (name: string) =>
    error instanceof ApiError ? error.fields.find(({ path }) => path === `input.${name}`) : undefined;
  const [driverError, dayError] = [fieldError('driverId'), fieldError('estimatedDeliveryOn')];
  const isShown = driverError || dayError || (isChanged && hasCode(error, 'CONFLICT'));
  const submit = () => (driver && !isDayMissing ? allocation.allocate(driver) : setMissing(true));
  return (
    <Dialog
      open
      title={t('operations.connotes.allocateTitle')}
      description={
        opened
          ? t('operations.connotes.reallocateText', { number, driver: opened.name })
          : t('operations.connotes.allocateText', { number })
      }
      onClose={onClose}
    >
      {isChanged ? <Changed>{now}</Changed> : null}
      <form id="allocate" className={styles['form']} action={submit} noValidate>
        <DriverField
          label={t('operations.driver')}
          driver={driver}
          error={isMissing && !driver ? { type: 'required' } : refusal(driverError)}
          onChange={allocation.setDriver}
        />
        <ExpectedDay
          allocation={allocation}
          error={isMissing && isDayMissing ? { type: 'required' } : refusal(dayError)}
        />
      </form>
      {error && !isShown ? <Problem error={error} /> : null}
      <div className={layout['acts']}>
        {isPossible ? (
          <Button type="submit" form="allocate" look="primary" busy={allocation.isBusy}>
            {t(`operations.connotes.${isChanged ? 'allocateAnyway' : 'allocateNow'}`)}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

interface ExpectedDayProps {
  allocation: ReturnType<typeof useAllocation>;
  error: FieldError | undefined;
}

/** When it should be there. */
function ExpectedDay({ allocation, error }: ExpectedDayProps) {
  const t = useTranslations('freight.facts');
  const today = useToday() ?? undefined;
  return (
    <Field label={t('expected')} error={error} optional={!allocation.isDayPromised}>
      <input
        type="date"
        min={today}
        value={allocation.expected}
        onChange={({ target }) => allocation.setExpected(target.value)}
      />
    </Field>
  );
}

const refusal = (field: { message: string } | undefined) =>
  field && { type: 'server', message: field.message };
