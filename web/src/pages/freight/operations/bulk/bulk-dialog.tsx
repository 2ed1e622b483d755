import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { query } from '../../../../app/query';
import { Button } from '../../../../parts/button';
import { Dialog } from '../../../../parts/dialog';
import layout from '../../../../parts/layout.module.css';
import type { Choice } from '../../../../parts/select';
import { PortalMoveBookingDocument } from '../../bookings.generated';
import { DriverField } from '../driver-field';
import styles from './bulk.module.css';
import { BulkRows } from './bulk-rows';
import { type BulkAct, useBulk } from './use-bulk';

interface BulkDialogProps {
  act: BulkAct;
  rows: readonly StaffConnoteRowFragment[];
  /** @param done the ids of those with which it was done */
  onClose: (done: readonly string[]) => void;
}

/** Confirms connotes or gives them to a driver: asks first, shows how far it is, and what became of each. */
export function BulkDialog({ act, rows, onClose }: BulkDialogProps) {
  const t = useTranslations('operations');
  const bulk = useBulk(rows);
  const [driver, setDriver] = useState<Choice | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { phase, outcomes, handled, done } = bulk;
  const close = () => onClose(rows.map(({ id }) => id).filter((id) => outcomes.get(id)?.kind === 'done'));
  const begin = () => {
    if (act === 'ALLOCATE' && !driver) return setMissing(true);
    return void bulk.run(({ id, status: from }) =>
      query(PortalMoveBookingDocument, {
        input:
          act === 'CONFIRM'
            ? { id, from, to: 'CONFIRMED' }
            : { id, from, to: 'ALLOCATED', driverId: driver?.value ?? null },
      }),
    );
  };
  const words = act === 'CONFIRM' ? 'confirmTitle' : 'allocateTitle';
  return (
    <Dialog
      open
      title={t(`bulk.${words}`, { count: rows.length })}
      {...(phase === 'running' ? {} : { onClose: close })}
    >
      {act === 'ALLOCATE' && phase === 'ready' ? (
        <DriverField
          label={t('driver')}
          driver={driver}
          error={isMissing && !driver ? { type: 'required' } : undefined}
          onChange={setDriver}
        />
      ) : null}
      {phase === 'ready' ? null : <Progress {...{ phase, handled, done }} count={rows.length} />}
      <BulkRows act={act} rows={rows} outcomes={outcomes} />
      <div className={layout['acts']}>
        {phase === 'ready' ? (
          <Button look="primary" onClick={begin}>
            {t(act === 'CONFIRM' ? 'bulk.confirm' : 'bulk.allocateNow')}
          </Button>
        ) : null}
        <Button onClick={phase === 'running' ? bulk.stop : close}>{t(`bulk.end.${phase}`)}</Button>
      </div>
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
