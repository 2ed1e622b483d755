import { useLocale, useTranslations } from 'use-intl';
import { ApiError } from '../../../../app/ask';
import { laneOf } from '../../../../app/lane';
import type { StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { formatDecimal } from '../../../../parts/quantity';
import { StatusMark } from '../../../../parts/status-mark';
import styles from './bulk.module.css';
import type { BulkAct, Outcome, Refusal } from './use-bulk';

interface BulkRowsProps {
  act: BulkAct;
  rows: readonly StaffConnoteRowFragment[];
  outcomes: ReadonlyMap<string, Outcome>;
}

/** The chosen connotes, and what became of each. */
export function BulkRows({ act, rows, outcomes }: BulkRowsProps) {
  return (
    <ul className={styles['rows']}>
      {rows.map(({ id, number, pickup, delivery }) => (
        <li key={id}>
          <div>
            <code>{number}</code> <span>{laneOf(pickup, delivery)}</span>
          </div>
          <Result act={act} outcome={outcomes.get(id)} />
        </li>
      ))}
    </ul>
  );
}

function Result({ act, outcome }: { act: BulkAct; outcome: Outcome | undefined }) {
  const t = useTranslations('operations.bulk');
  const reason = useReason(act);
  if (!outcome) return null;
  if (outcome.kind !== 'refused') {
    const isDone = outcome.kind === 'done';
    return <StatusMark tone={isDone ? 'good' : 'neutral'}>{t(isDone ? 'done' : 'busy')}</StatusMark>;
  }
  return (
    <div className={styles['refused']}>
      <StatusMark tone="bad">{t('refused')}</StatusMark>
      <p>{reason(outcome)}</p>
    </div>
  );
}

/** Says why it was refused: by what the connote is now, if that is the reason. */
function useReason(act: BulkAct) {
  const t = useTranslations();
  const locale = useLocale();
  const stateWords = ({
    status: code,
    driver,
    totalAmount,
    priced,
    currency,
  }: NonNullable<Refusal['now']>) => {
    if (act === 'CONFIRM' && code === 'PENDING') {
      const amount = `${formatDecimal(totalAmount, locale)} ${currency}`;
      return priced ? t('operations.connotes.priceNow', { amount }) : t('operations.bulk.noPrice');
    }
    const status = t(`freight.connoteStatus.${code}`);
    return driver
      ? t('operations.isWithDriver', { status, driver: driver.name })
      : t('operations.is', { status });
  };
  return ({ error, now }: Refusal): string => {
    if (now) return stateWords(now);
    if (!(error instanceof ApiError)) return t('common.problems.internal');
    if (error.code === 'OFFLINE') return t('common.problems.offline');
    return (error.fields[0]?.message ?? error.message) || t('common.problems.conflict');
  };
}
