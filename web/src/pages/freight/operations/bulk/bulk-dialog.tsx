import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../../app/leave-guard';
import type { StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { Button } from '../../../../parts/button';
import { Dialog } from '../../../../parts/dialog';
import layout from '../../../../parts/layout.module.css';
import type { Choice } from '../../../../parts/select';
import { DriverField } from '../driver-field';
import styles from './bulk.module.css';
import { BulkRows } from './bulk-rows';
import { allocateConnote, confirmConnote } from './move-connote';
import { type BulkAct, type Refusal, useBulk } from './use-bulk';

interface BulkDialogProps {
  act: BulkAct;
  rows: readonly StaffConnoteRowFragment[];
  /** What gets the focus when it closes, instead of what had it before. */
  returnFocus: RefObject<HTMLElement | null>;
  /**
   * @param done the ids of those with which it was done
   * @param changed what those are that somebody else changed
   */
  onClose: (done: readonly string[], changed: readonly NonNullable<Refusal['now']>[]) => void;
}

/** Confirms connotes or gives them to a driver: asks first, shows how far it is, and what became of each. */
export function BulkDialog({ act, rows, returnFocus, onClose }: BulkDialogProps) {
  const t = useTranslations('operations');
  const bulk = useBulk(rows);
  const [driver, setDriver] = useState<Choice | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { phase, outcomes, handled, doneIds } = bulk;
  const close = () => onClose(bulk.doneIds, bulk.changed);
  const begin = () => {
    if (act === 'CONFIRM') return void bulk.run(confirmConnote);
    if (!driver) return setMissing(true);
    return void bulk.run((row) => allocateConnote(row, driver.value));
  };
  const words = act === 'CONFIRM' ? 'confirmTitle' : 'allocateTitle';
  return (
    <Dialog
      open
      title={t(`bulk.${words}`, { count: rows.length })}
      {...(phase === 'running' ? {} : { onClose: close })}
      returnFocus={returnFocus}
    >
      {act === 'ALLOCATE' && phase === 'ready' ? (
        <DriverField
          label={t('driver')}
          driver={driver}
          error={isMissing && !driver ? { type: 'required' } : undefined}
          onChange={setDriver}
        />
      ) : null}
      {phase === 'ready' ? null : (
        <Progress {...{ phase, handled }} done={doneIds.length} count={rows.length} />
      )}
      <BulkRows act={act} rows={rows} outcomes={outcomes} />
      <div className={layout['acts']}>
        {phase === 'ready' ? (
          <Button look="primary" onClick={begin}>
            {t(act === 'CONFIRM' ? 'bulk.confirm' : 'bulk.allocateNow')}
          </Button>
        ) : null}
        <Button onClick={phase === 'running' ? bulk.stop : close}>{t(`bulk.end.${phase}`)}</Button>
      </div>
      <LeaveGuard
        isUnsaved={() => phase === 'running'}
        title={t('bulk.leaveTitle')}
        text={t('bulk.leaveText')}
        anywhere
      />
    </Dialog>
  );
}

interface ProgressProps {
  phase: 'running' | 'ended';
  handled: number;
  done: number;
  count: number;
}

function Progress({ phase, handled, done, count }: ProgressProps) {
  const t = useTranslations('operations.bulk');
  return (
    <div className={styles['progress']}>
      <progress max={count} value={handled} aria-label={t('progress')} />
      <p role="status">
        {phase === 'running' ? t('soFar', { handled, count }) : t('ended', { done, count })}
      </p>
    </div>
  );
}
